import {
  countersign,
  decide,
  holdDeadline,
  LawRefused,
  lawAsOf,
  lawReader,
  loadPack,
  packContent,
  packDocument,
  packNotices,
  readings,
  releaseHold,
  seedPacks,
  signPack,
  storedPacks,
  withdrawPack,
} from '../../activities/law';
import { seedReference } from '../../activities/matters';
import { holdsAsOf } from '../../activities/matters/load';
import { builtInPack, packHash, type StatutePack } from '../../law';
import { OFFICE } from '../support/database';
import { AUTHOR, FORMER, SECOND, seedSigners } from './law-signers';
import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await seedReference(bench.prisma, at('2026-07-01'));
  await seedSigners(bench.prisma);
}, 60_000);
afterEach(() => bench.close());

const NOW = at('2026-11-23');
/** The pack of the program with a longer `initial-verification`. */
const longer = (version: string, days: number): StatutePack => {
  const pack = builtInPack('2025');
  const duties = pack.duties.map(row =>
    row.id === 'initial-verification' ? { ...row, period: { unit: 'days' as const, n: days }, readings: [] } : row,
  );
  return { ...pack, version, duties };
};
const file = (pack: StatutePack): unknown => JSON.parse(JSON.stringify(packDocument(pack)));
const load = (pack: StatutePack, by = AUTHOR) =>
  loadPack(bench.pool, { document: file(pack), file: 'pack.json', by, now: NOW });
const sign = (version: string, by = SECOND, now = NOW) => signPack(bench.pool, { law: '2025', version, by, now });
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    error => (error instanceof LawRefused ? error.code : String(error)),
  );
const states = async () =>
  (await storedPacks(bench.pool)).map(({ law, version, state }) => `${law} ${version} ${state}`);
const BUILT_IN = builtInPack('2025').version;
const OLD = `2008 ${builtInPack('2008').version} signed`;

/** A case whose voluntary period ended unpaid, so that the first verification is due. */
const atVerification = () => bench.write(aCase([...decidedOn('2026-11-02'), on('2026-11-03', 'valid-notice')]), NOW);

async function verification(matterId: string) {
  const [row] = await bench.rows<{
    due: string;
    latest: string;
    version: number;
    pack: string;
    reason: string;
    steps: string;
  }>(
    `SELECT due::text, due_latest::text AS latest, version, pack_version AS pack, change_reason AS reason, slip::text AS steps
     FROM deadline WHERE matter_id = $1 AND duty_id = 'initial-verification' AND current`,
    [matterId],
  );
  return row!;
}

describe('a pack of an agency', () => {
  test('changes nothing as a draft, and decides once a second person has signed', async () => {
    const id = await atVerification();
    expect(await verification(id)).toMatchObject({
      due: '2026-11-23',
      latest: '2026-11-23',
      version: 1,
      pack: BUILT_IN,
    });
    const loaded = await load(longer('2026.12.1-TST.1', 20));
    expect(loaded).toMatchObject({
      state: 'draft',
      replaces: BUILT_IN,
      changes: { added: [], removed: [], changed: ['initial-verification'] },
    });
    await bench.activities.recompute({ matterId: id, now: NOW });
    expect((await verification(id)).version).toBe(1);

    expect(await sign('2026.12.1-TST.1')).toMatchObject({
      author: AUTHOR,
      countersigner: SECOND,
      replaced: [BUILT_IN],
    });
    expect(await states()).toEqual([`2025 2026.12.1-TST.1 signed`, `2025 ${BUILT_IN} withdrawn`, OLD]);
    // Within the minute in which the law was read: the matter itself tells that it has changed.
    await bench.activities.wakeUp({ matterId: id, now: NOW + 1000 });
    const after = await verification(id);
    expect(after).toMatchObject({ due: '2026-12-03', version: 2, pack: '2026.12.1-TST.1' });
    expect(after.reason).toBe('law:2025 2026.12.1-TST.1');
    const trail = await bench.prisma.audit.findMany({ where: { object: 'pack:2025/2026.12.1-TST.1' } });
    expect(trail.map(({ action }) => action)).toEqual(['loadStatutePack', 'signStatutePack']);
    const law = await lawReader(bench.pool)(NOW + 120_000, null);
    expect(law.packs['2025']).toEqual({ version: '2026.12.1-TST.1', hash: loaded.hash });
    // The same signature again, its answer lost, is the same answer; looked back at, the day before knows the law of that day.
    expect(await sign('2026.12.1-TST.1')).toMatchObject({ countersigner: SECOND, replaced: [] });
    const then = await lawAsOf(bench.pool, OFFICE.branch1, new Date(NOW - 1000));
    expect(then.packs['2025'].version).toBe(BUILT_IN);
  });

  test('is loaded once: the same again is the same draft, other content under its version is refused', async () => {
    const first = await load(longer('2026.12.1-TST.1', 20));
    expect(await load(longer('2026.12.1-TST.1', 20), SECOND)).toEqual(first);
    expect(await refusal(load(longer('2026.12.1-TST.1', 21)))).toBe('bad_pack');
    expect((await storedPacks(bench.pool)).length).toBe(3);
    expect(await packContent(bench.pool, '2025', '2026.12.1-TST.1', NOW)).toEqual(longer('2026.12.1-TST.1', 20));
    expect((await packContent(bench.pool, '2025', null, NOW)).version).toBe(BUILT_IN);
  });

  test('with mistakes leaves nothing behind and tells them all', async () => {
    const before = await bench.counts();
    const bad = file(longer('2026.12.1-TST.1', 0)) as { inForceFrom: string };
    bad.inForceFrom = '2026-01-01';
    const error = await loadPack(bench.pool, { document: bad, file: 'pack.json', by: AUTHOR, now: NOW }).catch(e => e);
    expect(error).toBeInstanceOf(LawRefused);
    expect(error.problems.map(({ field }: { field: string }) => field.replace(/\[\d+\]/, ''))).toEqual([
      'pack.json: duties initial-verification',
      'pack.json: inForceFrom',
    ]);
    expect(await bench.counts()).toEqual(before);
    expect(await states()).toEqual([`2025 ${BUILT_IN} signed`, OLD]);
  });

  test.each([
    ['its author', AUTHOR, 'own_work'],
    ['an enforcer', 'TST-005', 'not_a_signer'],
    ['a legal officer of former years', FORMER, 'not_a_signer'],
    ['nobody known', 'TST-999', 'not_a_signer'],
  ])('is not signed by %s', async (_who, by, code) => {
    await load(longer('2026.12.1-TST.1', 20));
    expect(await refusal(sign('2026.12.1-TST.1', by))).toBe(code);
    expect(await states()).toContain('2025 2026.12.1-TST.1 draft');
  });

  test('is not loaded by an enforcer, and its author must still be in office when it is signed', async () => {
    expect(await refusal(load(longer('2026.12.1-TST.1', 20), 'TST-005'))).toBe('not_a_signer');
    await load(longer('2026.12.1-TST.1', 20));
    await bench.prisma.officer.update({ where: { code: AUTHOR }, data: { active: false } });
    expect(await refusal(sign('2026.12.1-TST.1', 'TST-001'))).toBe('author_left');
  });

  test('is signed by the head of the province as well; a draft may be given up, a signed one not', async () => {
    await load(longer('2026.12.1-TST.1', 20));
    await load(longer('2026.12.1-TST.2', 21));
    const reason = 'nhầm';
    await withdrawPack(bench.pool, { law: '2025', version: '2026.12.1-TST.2', by: SECOND, reason, now: NOW });
    expect(await refusal(sign('2026.12.1-TST.2'))).toBe('not_a_draft');
    expect((await sign('2026.12.1-TST.1', 'TST-001')).countersigner).toBe('TST-001');
    const again = withdrawPack(bench.pool, { law: '2025', version: '2026.12.1-TST.1', by: SECOND, reason, now: NOW });
    expect(await refusal(again)).toBe('not_a_draft');
    expect(await refusal(sign(BUILT_IN))).toBe('built_in_pack');
    expect(await refusal(sign('0'))).toBe('no_such_pack');
  });

  test('from a later day decides beside the one before it; two that overlap are refused, also by the database', async () => {
    const until = { ...longer('2026.12.1-TST.1', 9), inForceTo: '2027-12-31' };
    const since = { ...longer('2028.1-TST.1', 15), inForceFrom: '2028-01-01' };
    await load(longer('2026.11.9-TST.0', 9));
    await sign('2026.11.9-TST.0');
    expect(await refusal(load(since))).toBe('bad_pack');
    await load(until);
    await sign('2026.12.1-TST.1');
    await load(since);
    await sign('2028.1-TST.1');
    const law = await lawReader(bench.pool)(NOW + 300_000, null);
    expect(law.packs['2025'].version).toBe('2026.12.1-TST.1, 2028.1-TST.1');
    const overlapping = `
      INSERT INTO statute_pack (law, version, hash, in_force_from, basis, content, origin, state, loaded_at, author, countersigner, in_force_since)
      VALUES ('2025', 'z', 'z', '2027-01-01', 'x', '{}', 'agency', 'signed', now(), 'a', 'b', now())`;
    await expect(bench.pool.query(overlapping)).rejects.toThrow('statute_pack_no_overlap');
  });

  test('the database holds it to two persons and to what was loaded', async () => {
    await load(longer('2026.12.1-TST.1', 20));
    const set = (what: string) => bench.pool.query(`UPDATE statute_pack SET ${what} WHERE version = '2026.12.1-TST.1'`);
    const alone = `state = 'signed', in_force_since = now(), countersigner = author`;
    await expect(set(alone)).rejects.toThrow('statute_pack_two_people');
    await expect(set(`state = 'signed', in_force_since = now()`)).rejects.toThrow('statute_pack_signed');
    await expect(set(`content = '{}'`)).rejects.toThrow('stays as it is');
    await expect(set(`author = 'x'`)).rejects.toThrow('stays as it is');
    await expect(bench.pool.query(`DELETE FROM statute_pack WHERE origin = 'agency'`)).rejects.toThrow(
      'stays as it is',
    );
    await sign('2026.12.1-TST.1');
    await expect(set(`state = 'draft', countersigner = NULL, in_force_since = NULL`)).rejects.toThrow('stays as it is');
  });

  test('content that was tampered with decides nothing', async () => {
    await load(longer('2026.12.1-TST.1', 20));
    await sign('2026.12.1-TST.1');
    await bench.pool.query('ALTER TABLE statute_pack DISABLE TRIGGER statute_pack_stays');
    await bench.pool.query(
      `UPDATE statute_pack SET content = jsonb_set(content, '{basis}', '"x"') WHERE version = '2026.12.1-TST.1'`,
    );
    await bench.pool.query('ALTER TABLE statute_pack ENABLE TRIGGER statute_pack_stays');
    await expect(lawReader(bench.pool)(NOW + 600_000, null)).rejects.toThrow(/SHA-256/);
  });
});

describe('an upgrade of the program', () => {
  const newer = { ...builtInPack('2025'), version: '2027.1.1' };

  test('replaces what the program brought before', async () => {
    await seedPacks(bench.prisma, NOW, [newer]);
    expect(await states()).toEqual([`2025 2027.1.1 signed`, `2025 ${BUILT_IN} withdrawn`, OLD]);
    await seedPacks(bench.prisma, NOW + 1, [newer]);
    expect((await states()).length).toBe(3);
  });

  test('leaves an agency its signed pack: the newer one waits beside it, with a notice', async () => {
    await load(longer('2026.12.1-TST.1', 20));
    await sign('2026.12.1-TST.1');
    await seedPacks(bench.prisma, NOW + 1000, [newer]);
    expect(await states()).toContain('2025 2027.1.1 draft');
    expect((await lawReader(bench.pool)(NOW + 120_000, null)).packs['2025'].version).toBe('2026.12.1-TST.1');
    const notice = await bench.prisma.audit.findFirst({ where: { object: 'pack:2025/2027.1.1' } });
    expect(notice).toMatchObject({ actor: 'thoihan', action: 'offerStatutePack' });
    expect(notice!.detail).toMatchObject({ agency: '2026.12.1-TST.1' });
    expect((await packNotices(bench.pool)).map(({ en }) => en)).toEqual([
      expect.stringContaining('pack 2027.1.1 of the program is newer'),
    ]);
  });

  test('that no longer knows what a signed pack names is told of', async () => {
    const pack = longer('2026.12.1-TST.1', 20);
    const [first, ...rest] = pack.duties;
    await load(pack);
    await sign('2026.12.1-TST.1');
    expect(await packNotices(bench.pool)).toEqual([]);
    const old = { ...pack, version: '2026.12.2-TST.1', duties: [{ ...first!, dischargedBy: ['gone-since'] }, ...rest] };
    await bench.pool.query(`UPDATE statute_pack SET state = 'withdrawn', withdrawn_at = now(), withdrawn_by = 'a', withdrawal_reason = 'x'
      WHERE version = '2026.12.1-TST.1'`);
    await bench.pool.query(
      `INSERT INTO statute_pack (law, version, hash, in_force_from, basis, content, origin, state, loaded_at, author, countersigner, in_force_since)
       VALUES ('2025', $1, $2, '2026-07-01', 'x', $3, 'agency', 'signed', now(), 'a', 'b', now())`,
      [old.version, packHash(old), JSON.stringify(old)],
    );
    expect((await packNotices(bench.pool)).map(({ en }) => en)).toEqual([
      expect.stringMatching(/does not fit this program in 1 places/),
    ]);
  });
});

describe('a decision on an open point', () => {
  const law = () => lawReader(bench.pool)(NOW, null);
  const taken = async (choice: string, more: object = {}, subject = 'initial-verification') =>
    decide(bench.pool, await law(), {
      ...{ id: crypto.randomUUID(), subject, choice, basis: 'Công văn 12/TCTHADS', by: AUTHOR, now: NOW, ...more },
    });
  const point = async () =>
    (await readings(bench.pool, await law())).find(
      one => one.subject === 'initial-verification' && one.point === 'reading',
    )!;

  test('changes nothing until a second person signs; then the other reading is gone and the slip says by what', async () => {
    const id = await bench.write(
      aCase([...decidedOn('2026-11-02'), on('2026-11-04', 'valid-notice')]),
      at('2026-11-17'),
    );
    const before = await verification(id);
    expect([before.due, before.latest]).toEqual(['2026-11-25', '2026-11-26']);
    expect(await point()).toMatchObject({ state: 'open', inUse: null });
    const decision = await taken('ten-days');
    expect(await point()).toMatchObject({ state: 'pending', inUse: null, pending: [{ id: decision.id }] });
    await bench.activities.recompute({ matterId: id, now: NOW });
    expect((await verification(id)).version).toBe(1);

    expect(await refusal(countersign(bench.pool, await law(), { id: decision.id, by: AUTHOR, now: NOW }))).toBe(
      'own_work',
    );
    await countersign(bench.pool, await law(), { id: 'initial-verification', by: SECOND, now: NOW });
    expect(await point()).toMatchObject({ state: 'decided', inUse: 'ten-days', decided: { countersigner: SECOND } });
    await bench.activities.recompute({ matterId: id, now: NOW });
    const after = await verification(id);
    expect([after.due, after.latest, after.version]).toEqual(['2026-11-26', '2026-11-26', 2]);
    expect(after.steps).toContain('Công văn 12/TCTHADS');
    expect(after.pack).toMatch(/ \+ [0-9a-f]{8}$/);
    const trail = await bench.prisma.audit.findMany({ where: { object: 'reading:2025/initial-verification' } });
    expect(trail.map(({ action }) => action)).toEqual(['decideReading', 'countersignReading']);

    const back = await taken('undecided', { point: 'reading', now: NOW + 1000 });
    await countersign(bench.pool, await law(), { id: back.id, by: SECOND, now: NOW + 2000 });
    expect(await point()).toMatchObject({ state: 'open', inUse: null });
    await bench.activities.recompute({ matterId: id, now: NOW + 3000 });
    expect(await verification(id)).toMatchObject({ due: '2026-11-25', latest: '2026-11-26', version: 3 });
  });

  test('on a doubtful sentence says that it was compared, and moves nothing', async () => {
    const id = await atVerification();
    const before = await verification(id);
    await taken('checked', { basis: 'Công báo số 701' });
    await countersign(bench.pool, await law(), { id: 'initial-verification', by: SECOND, now: NOW });
    await bench.activities.recompute({ matterId: id, now: NOW });
    const after = await verification(id);
    expect(after).toMatchObject({ due: before.due, latest: before.latest, version: 1 });
    expect(after.steps).toContain('Công báo số 701');
    const [open] = await readings(bench.pool, await law());
    expect(open).toMatchObject({ subject: 'initial-verification', point: 'reading', state: 'open' });
  });

  test.each([
    ['by an enforcer', 'default', { by: 'TST-005' }, undefined, 'not_a_signer'],
    ['for a reading that is not there', 'eleven-days', {}, undefined, 'unknown_choice'],
    ['about what is not open', 'default', {}, 'voluntary-period', 'unknown_point'],
    ['that leaves open which point', 'undecided', {}, undefined, 'which_point'],
  ])('is refused %s', async (_name, choice, more, subject, code) => {
    expect(await refusal(taken(choice, more, subject))).toBe(code);
    expect(await bench.prisma.reading.count()).toBe(0);
  });

  test('is never rewritten, and the database asks for two persons', async () => {
    const { id } = await taken('default');
    const set = (what: string) => bench.pool.query(`UPDATE reading SET ${what} WHERE id = $1`, [id]);
    await expect(set('countersigner = author, countersigned_at = now()')).rejects.toThrow('reading_two_people');
    await expect(set(`choice = 'ten-days'`)).rejects.toThrow('stays as it is');
    await countersign(bench.pool, await law(), { id, by: SECOND, now: NOW });
    await expect(set('countersigner = NULL, countersigned_at = NULL')).rejects.toThrow('stays as it is');
    expect(await refusal(countersign(bench.pool, await law(), { id, by: 'TST-001', now: NOW }))).toBe(
      'nothing_to_countersign',
    );
  });
});

describe('a date kept by decision', () => {
  const keep = (matterId: string, key: string, by = AUTHOR, now = NOW + 2000) =>
    holdDeadline(bench.pool, { matterId, key, reason: 'đã hẹn đương sự', by, now });
  const moved = async () => {
    const id = await atVerification();
    await load(longer('2026.12.1-TST.1', 20));
    await sign('2026.12.1-TST.1');
    await bench.activities.recompute({ matterId: id, now: NOW + 1000 });
    expect((await verification(id)).due).toBe('2026-12-03');
    const [row] = await bench.rows<{ key: string }>(
      `SELECT key FROM deadline WHERE matter_id = $1 AND duty_id = 'initial-verification' AND current`,
      [id],
    );
    return { id, key: row!.key };
  };

  test('stands instead of the date of the new law until it is released', async () => {
    const { id, key } = await moved();
    expect(await keep(id, key)).toMatchObject({ due: '2026-11-23', insteadOf: '2026-12-03', author: AUTHOR });
    await bench.activities.recompute({ matterId: id, now: at('2026-11-24') });
    const kept = await verification(id);
    expect(kept).toMatchObject({ due: '2026-11-23', latest: '2026-11-23', version: 3, reason: 'hold' });
    expect(kept.steps).toContain('đã hẹn đương sự');
    const [status] = await bench.rows<{ status: string }>(
      'SELECT status::text FROM deadline WHERE matter_id = $1 AND key = $2 AND current',
      [id, key],
    );
    expect(status!.status).toBe('overdue');
    expect(await keep(id, key)).toMatchObject({ due: '2026-11-23', releasedAt: null });
    expect(await refusal(keep(id, key, SECOND))).toBe('already_held');

    await releaseHold(bench.pool, { matterId: id, key, by: SECOND, now: at('2026-11-24') });
    await bench.activities.recompute({ matterId: id, now: at('2026-11-24') });
    expect(await verification(id)).toMatchObject({ due: '2026-12-03', version: 4, reason: 'hold released' });
    const [before, then] = [new Date(NOW), new Date(NOW + 5000)];
    expect(await holdsAsOf(bench.pool, id, before)).toEqual([]);
    expect(await holdsAsOf(bench.pool, id, then)).toMatchObject([
      { key, decision: { vi: expect.stringContaining('đã hẹn') } },
    ]);
    const trail = await bench.prisma.audit.findMany({ where: { object: `matter:${id}`, action: { contains: 'old' } } });
    expect(trail.map(({ action }) => action)).toEqual(['holdDeadline', 'releaseHold']);
  });

  test('is refused where no law moved the date, or the person may not', async () => {
    const { id, key } = await moved();
    expect(await refusal(keep(id, key, 'TST-005'))).toBe('not_a_signer');
    expect(await refusal(keep(id, 'nothing#1'))).toBe('unknown_deadline');
    const [other] = await bench.rows<{ key: string }>(
      `SELECT key FROM deadline WHERE matter_id = $1 AND current AND status IN ('open', 'overdue') AND version = 1 LIMIT 1`,
      [id],
    );
    expect(await refusal(keep(id, other!.key))).toBe('never_moved');
    const nothing = releaseHold(bench.pool, { matterId: id, key, by: SECOND, now: NOW });
    expect(await refusal(nothing)).toBe('nothing_held');
  });
});
