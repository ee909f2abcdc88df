import {
  closeUnit,
  loadCalendar,
  type StoredClosure,
  seedCalendar,
  signCalendar,
  signClosure,
  storedEditions,
  withdrawClosure,
} from '../../activities/calendar';
import { holdDeadline, lawReader, lawStamp } from '../../activities/law';
import { matterAsOf } from '../../api/record/as-of';
import { type CalendarYear, calendarYears, toDay } from '../../law';
import { OFFICE } from '../support/database';
import { HEAD, LEGAL, seedLegalOfficer } from '../support/signers';
import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await seedLegalOfficer(bench.prisma);
  await seedCalendar(bench.prisma, at('2026-10-01'));
}, 60_000);
afterEach(() => bench.close());

const NOW = at('2026-10-12');
const year2026 = calendarYears().find(({ year }) => year === 2026)!;

/** The calendar of 2026 with 19 October off, made up on Saturday 17 October. */
const swapped = (change: Partial<CalendarYear> = {}): string =>
  JSON.stringify({
    ...year2026,
    decision: 'Công văn 1/VPCP-KGVX, 10/10/2026',
    decidedOn: '2026-10-10',
    off: [...year2026.off, { date: '2026-10-19', reason: 'Hoán đổi (làm bù thứ Bảy 17/10/2026)', kind: 'swap' }],
    workingWeekend: [...year2026.workingWeekend, { date: '2026-10-17', insteadOf: '2026-10-19' }],
    ...change,
  });
const load = (text: string, by = HEAD, more: { dryRun?: boolean; now?: number } = {}) =>
  loadCalendar(bench, { text, by, now: NOW, ...more });
const sign = (version: number, by = LEGAL, year = 2026) =>
  signCalendar(bench.pool, { year, version, by, now: NOW + 1000 });
const calendarOf = async (unitId: string | null) =>
  (await lawReader(bench.pool)(NOW, unitId, await lawStamp(bench.pool))).calendar;
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('an edition is loaded by one person and signed by another', () => {
  test('a draft binds nobody; signed, it is in force and says which days changed', async () => {
    const { drafts } = await load(swapped());
    expect(drafts.map(({ year, version }) => [year, version])).toEqual([[2026, 5]]);
    expect((await calendarOf(null)).isWorking(toDay('2026-10-19'))).toBe(true);
    const { signed, changed, days } = await sign(5);
    expect([signed.length, changed, days]).toEqual([1, true, ['2026-10-17', '2026-10-19']]);
    const calendar = await calendarOf(OFFICE.branch1);
    expect([calendar.isWorking(toDay('2026-10-19')), calendar.isWorking(toDay('2026-10-17'))]).toEqual([false, true]);
    expect(calendar.years.find(({ year }) => year === 2026)).toMatchObject({ version: 5, decidedOn: '2026-10-10' });
    const trail = await bench.rows<{ action: string }>(
      `SELECT action FROM audit WHERE object = 'calendar:2026/5' ORDER BY id`,
    );
    expect(trail.map(({ action }) => action)).toEqual(['loadCalendar', 'signCalendar']);
  });

  test('signing twice changes nothing the second time', async () => {
    await load(swapped());
    await sign(5);
    expect(await sign(5, HEAD)).toMatchObject({ changed: false, days: [] });
  });

  test('who may not, what is not there, and the author’s own work are refused', async () => {
    expect(await code(load(swapped(), 'TST-005'))).toBe('not_a_signer');
    await load(swapped());
    expect(await code(sign(5, HEAD))).toBe('own_work');
    expect(await code(sign(5, 'TST-003'))).toBe('not_a_signer');
    expect(await code(sign(9))).toBe('unknown_edition');
    expect(await code(sign(4))).toBe('built_in');
    expect(await code(load(swapped()))).toBe('already_loaded');
    expect((await storedEditions(bench.pool, 2026)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  test('everything wrong is told at once, and nothing is kept', async () => {
    const before = await bench.rows('SELECT year, version FROM calendar_year');
    const bad = swapped({
      off: [
        ...year2026.off.filter(({ date }) => date !== '2026-04-30'),
        { date: '2026-10-17', reason: 'x', kind: 'swap' },
        { date: '2026-09-02', reason: 'x', kind: 'swap' },
      ],
      workingWeekend: [...year2026.workingWeekend, { date: '2026-10-16', insteadOf: '2026-10-19' }],
    });
    const refusal = await load(bad).catch(error => error);
    expect(refusal).toMatchObject({ code: 'calendar_refused', vi: 'Chưa nạp gì: có 6 chỗ sai.' });
    expect(
      refusal.problems.map(({ field, vi }: { field: string; vi: string }) => [field, vi.slice(0, 30)]),
    ).toHaveLength(6);
    for (const problem of refusal.problems) expect([problem.field, problem.vi, problem.en]).not.toContain('');
    expect(await bench.rows('SELECT year, version FROM calendar_year')).toEqual(before);
  });

  test('a dry run reads and checks and keeps nothing', async () => {
    const { drafts } = await load(swapped(), HEAD, { dryRun: true });
    expect(drafts.map(({ version }) => version)).toEqual([5]);
    expect(await storedEditions(bench.pool, 2026)).toHaveLength(4);
  });

  test('two years that one notice decides are signed together', async () => {
    const year2027 = calendarYears().find(({ year }) => year === 2027)!;
    const common = { decision: 'Thông báo 2/TB-BNV, 11/10/2026', decidedOn: '2026-10-11' };
    const both = JSON.stringify([
      { ...year2026, ...common, off: [...year2026.off, { date: '2026-12-31', reason: 'Hoán đổi', kind: 'swap' }] },
      { ...year2027, ...common, workingWeekend: [{ date: '2027-01-09', insteadOf: '2026-12-31' }] },
    ]);
    const { drafts } = await load(both);
    expect(drafts.map(({ year, version }) => [year, version])).toEqual([
      [2026, 5],
      [2027, 2],
    ]);
    const { signed, days } = await sign(2, LEGAL, 2027);
    expect(signed.map(({ year, version }) => [year, version])).toEqual([
      [2026, 5],
      [2027, 2],
    ]);
    expect(days).toEqual(['2026-12-31', '2027-01-09']);
  });

  test('a pasted notice', async () => {
    const text =
      'Số: 7/VPCP-KGVX\nHà Nội, ngày 11 tháng 10 năm 2026\nHoán đổi ngày làm việc từ thứ Hai ngày 19/10/2026 sang thứ Bảy ngày 17/10/2026.';
    const { reading, drafts } = await load(text);
    expect(reading.understood.map(({ says }) => says)).toEqual(['swap']);
    expect(drafts[0]!.decision).toMatch(/; Công văn 7\/VPCP-KGVX, 11\/10\/2026$/);
    const [row] = await bench.rows<{ source_text: string }>('SELECT source_text FROM calendar_year WHERE version = 5');
    expect(row!.source_text).toBe(text);
  });

  test('a later edition of the program does not displace what the agency signed', async () => {
    await load(swapped());
    await sign(5);
    await bench.rows(
      `INSERT INTO calendar_year (year, version, decision, decided_on, confidence, lunar_new_year, hung_kings, loaded_at, author, origin, built_in_version)
       SELECT year, 6, 'Bản sau', decided_on, confidence, lunar_new_year, hung_kings, now(), 'thoihan', 'built_in', 5
       FROM calendar_year WHERE year = 2026 AND version = 4`,
    );
    const calendar = await calendarOf(null);
    expect(calendar.years.find(({ year }) => year === 2026)!.version).toBe(5);
  });
});

describe('a new edition moves the dates of open matters', () => {
  interface Kept {
    readonly version: number;
    readonly due: string;
    readonly current: boolean;
    readonly change_reason: string | null;
  }
  const kept = (matterId: string, duty: string) =>
    bench.rows<Kept>(
      'SELECT version, due::text, current, change_reason FROM deadline WHERE matter_id = $1 AND duty_id = $2 ORDER BY version',
      [matterId, duty],
    );

  test('the old date, the new one and the decision stay on the deadline', async () => {
    // Decided on Wednesday 14 October: five working days end on Wednesday 21; with 17 worked and 19 off they still do; three move.
    const matterId = await bench.write(aCase(decidedOn('2026-10-14')), at('2026-10-14'));
    const all = await bench.rows<{ duty_id: string; due: string }>(
      `SELECT duty_id, due::text FROM deadline WHERE matter_id = $1 AND current AND unit_kind = 'workingDays' ORDER BY due`,
      [matterId],
    );
    const three = all.find(({ due }) => due === '2026-10-19')!;
    await load(swapped());
    await sign(5);
    await bench.activities.recompute({ matterId, now: at('2026-10-15') });
    const versions = await kept(matterId, three.duty_id);
    expect(versions).toEqual([
      { version: 1, due: '2026-10-19', current: false, change_reason: null },
      {
        version: 2,
        due: '2026-10-17',
        current: true,
        change_reason: 'calendar:2026.5 Công văn 1/VPCP-KGVX, 10/10/2026',
      },
    ]);
    await bench.activities.recompute({ matterId, now: at('2026-10-15') });
    expect(await kept(matterId, three.duty_id)).toHaveLength(2);
  });

  test('a date that a calendar moved can be kept by decision', async () => {
    const matterId = await bench.write(aCase(decidedOn('2026-10-14')), at('2026-10-14'));
    await load(swapped());
    await sign(5);
    await bench.activities.recompute({ matterId, now: at('2026-10-15') });
    const [moved] = await bench.rows<{ key: string; due: string }>(
      `SELECT key, due::text FROM deadline WHERE matter_id = $1 AND current AND change_reason LIKE 'calendar:%' AND due = '2026-10-17'`,
      [matterId],
    );
    const hold = { matterId, key: moved!.key, reason: 'CV 3/THADS', by: HEAD, now: at('2026-10-15', '10:00') };
    expect(await holdDeadline(bench.pool, hold)).toMatchObject({ due: '2026-10-19', insteadOf: '2026-10-17' });
  });

  test('an event recorded later names itself and the calendar that came between', async () => {
    const matterId = await bench.write(aCase(decidedOn('2026-10-14')), at('2026-10-14'));
    await load(swapped());
    await sign(5);
    await bench.record(matterId, 'file-opened', '2026-10-15');
    const [row] = await bench.rows<{ change_reason: string }>(
      'SELECT change_reason FROM deadline WHERE matter_id = $1 AND change_reason IS NOT NULL LIMIT 1',
      [matterId],
    );
    expect(row!.change_reason).toBe('event:file-opened; calendar:2026.5 Công văn 1/VPCP-KGVX, 10/10/2026');
  });
});

describe('a matter as it was known on a day', () => {
  const stores = () => ({ prisma: bench.prisma, pool: bench.pool, lawAt: lawReader(bench.pool) });
  const latest = async (matterId: string, asOf: string) => {
    const { deadlines } = await matterAsOf(stores(), matterId, asOf);
    return deadlines.find(({ dutyId }) => dutyId === 'voluntary-period')?.dueLatest;
  };

  test('knows of no swap decided later, nor of an edition signed later', async () => {
    // Ten days from 23/12/2025 end on 2/1/2026, which a decision of 25/12 swapped.
    const notified = [...decidedOn('2025-12-22'), on('2025-12-23', 'valid-notice')];
    const old = await bench.write(aCase(notified), at('2025-12-23'));
    expect([await latest(old, '2025-12-24'), await latest(old, '2025-12-25')]).toEqual(['2026-01-02', '2026-01-05']);

    // Ten days from 9/10/2026 end on 19/10, swapped by the edition that was signed on 12/10.
    const recent = [...decidedOn('2026-10-08'), on('2026-10-09', 'valid-notice')];
    const matterId = await bench.write(aCase(recent), at('2026-10-09'));
    await load(swapped());
    await sign(5);
    expect([await latest(matterId, '2026-10-11'), await latest(matterId, '2026-10-12')]).toEqual([
      '2026-10-19',
      '2026-10-20',
    ]);
  });
});

describe('a closure of one unit', () => {
  const ID = '00000000-0000-4000-8000-0000000000c1';
  const close = (more: Partial<Parameters<typeof closeUnit>[1]> = {}): Promise<StoredClosure> =>
    closeUnit(bench.pool, {
      ...{ id: ID, unit: 'TST-KV1', from: '2026-10-19', to: '2026-10-20', by: HEAD, now: NOW },
      ...{ reason: 'Ngập lụt', decision: 'QĐ 45/QĐ-THADS, 11/10/2026', ...more },
    });
  const works = async (unitId: string) => (await calendarOf(unitId)).isWorking(toDay('2026-10-19'));

  test('counts for the unit once a second person has signed, until it is withdrawn', async () => {
    expect(await close()).toMatchObject({ state: 'draft', unit: 'TST-KV1', author: HEAD });
    expect(await works(OFFICE.branch1)).toBe(true);
    expect(await code(signClosure(bench.pool, { id: ID, by: HEAD, now: NOW }))).toBe('own_work');
    expect(await signClosure(bench.pool, { id: ID, by: LEGAL, now: NOW })).toMatchObject({ changed: true });
    expect(await signClosure(bench.pool, { id: ID, by: LEGAL, now: NOW })).toMatchObject({ changed: false });
    expect([await works(OFFICE.branch1), await works(OFFICE.branch2), await works(OFFICE.province)]).toEqual([
      false,
      true,
      true,
    ]);
    const taken = await withdrawClosure(bench.pool, { id: ID, by: LEGAL, reason: 'ghi nhầm ngày', now: NOW + 1 });
    expect(taken).toMatchObject({ state: 'withdrawn', withdrawalReason: 'ghi nhầm ngày' });
    expect(await works(OFFICE.branch1)).toBe(true);
    expect(await code(withdrawClosure(bench.pool, { id: ID, by: LEGAL, reason: 'x', now: NOW }))).toBe('withdrawn');
  });

  test('of the province counts for every unit below it', async () => {
    await close({ unit: 'TST' });
    await signClosure(bench.pool, { id: ID, by: LEGAL, now: NOW });
    expect([await works(OFFICE.branch1), await works(OFFICE.branch2)]).toEqual([false, false]);
  });

  test('moves open dates of the unit, with its decision as the reason', async () => {
    const mine = await bench.write(aCase(decidedOn('2026-10-14')), at('2026-10-14'));
    const other = await bench.write(
      aCase(decidedOn('2026-10-14'), { unitId: OFFICE.branch2, unitCode: 'TST-KV2' }),
      at('2026-10-14'),
    );
    await close();
    await signClosure(bench.pool, { id: ID, by: LEGAL, now: NOW });
    const page = await bench.activities.openMattersPage({ after: null, limit: 10, unitId: OFFICE.branch1 });
    expect(page).toEqual([mine]);
    for (const matterId of [mine, other]) await bench.activities.recompute({ matterId, now: at('2026-10-15') });
    const rows = await bench.rows<{ matter_id: string; change_reason: string }>(
      'SELECT DISTINCT matter_id, change_reason FROM deadline WHERE change_reason IS NOT NULL',
    );
    expect(rows).toEqual([
      { matter_id: mine, change_reason: 'closure:2026-10-19/2026-10-20 QĐ 45/QĐ-THADS, 11/10/2026' },
    ]);
    await withdrawClosure(bench.pool, { id: ID, by: LEGAL, reason: 'nhầm', now: NOW });
    await bench.activities.recompute({ matterId: mine, now: at('2026-10-15', '10:00') });
    const [back] = await bench.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM deadline WHERE matter_id = $1 AND change_reason = 'closure withdrawn'`,
      [mine],
    );
    expect(back!.n).toBeGreaterThan(0);
  });

  test('is refused: days that end before they begin, an overlap, an unknown unit, another province', async () => {
    expect(await code(close({ from: '2026-10-21' }))).toBe('wrong_days');
    expect(await code(close({ unit: 'KHÔNG' }))).toBe('unknown_unit');
    expect(await code(close({ by: 'TST-003' }))).toBe('not_a_signer');
    await close();
    expect(await code(close({ id: '00000000-0000-4000-8000-0000000000c2' }))).toBe('overlaps');
    expect(await close()).toMatchObject({ id: ID });
    await bench.prisma.unit.create({
      data: { code: 'KHC', name: 'Tỉnh Khác', kind: 'province', validFrom: new Date('2016-01-01') },
    });
    expect(await code(close({ id: '00000000-0000-4000-8000-0000000000c3', unit: 'KHC' }))).toBe('not_a_signer');
  });
});
