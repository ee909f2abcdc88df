import { randomUUID } from 'node:crypto';
import { decide as decidePoint, LawRefused, lawReader, loadPack, packDocument, signPack } from '../../activities/law';
import { seedReference } from '../../activities/matters';
import {
  abandonRehearsal,
  applyRehearsal,
  beginRehearsal,
  createRehearsalActivities,
  decideChanges,
  rehearsalChanges,
  rehearsalOf,
  rehearsalReport,
  type Subject,
  type Which,
} from '../../activities/rehearsals';
import { builtInPack, type StatutePack } from '../../law';
import { OFFICE } from '../support/database';
import { AUTHOR, SECOND, seedSigners } from './law-signers';
import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await seedReference(bench.prisma, at('2026-07-01'));
  await seedSigners(bench.prisma);
}, 60_000);
afterEach(() => bench.close());

const NOW = at('2026-11-23');
const VERSION = '2026.12.1-TST.1';
const PACK: Subject = { kind: 'pack', law: '2025', version: VERSION };

/** The program's pack: files opened in five working days instead of two, no sending to the Procuracy. */
function draft(): StatutePack {
  const pack = builtInPack('2025');
  const duties = pack.duties
    .filter(({ id }) => id !== 'decision-to-procuracy')
    .map(row => (row.id === 'case-file-open' ? { ...row, period: { unit: 'workingDays' as const, n: 5 } } : row));
  const rules = pack.rules.filter(({ carriedBy }) => !carriedBy.includes('decision-to-procuracy'));
  return { ...pack, version: VERSION, duties, rules };
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    error => (error instanceof LawRefused ? error.code : String(error)),
  );
const loadDraft = (by = AUTHOR) =>
  loadPack(bench.pool, { document: JSON.parse(JSON.stringify(packDocument(draft()))), file: 'p.json', by, now: NOW });

async function rehearsed(subject: Subject = PACK, by = AUTHOR): Promise<string> {
  const { id } = await beginRehearsal(bench.pool, { id: randomUUID(), subject, by, now: NOW });
  const { computeRehearsal } = createRehearsalActivities({ pool: bench.pool });
  await computeRehearsal({ rehearsalId: id, now: NOW });
  return id;
}

const decide = (id: string, verdict: 'approved' | 'rejected', which: Which = {}, reason?: string, by = AUTHOR) =>
  decideChanges(bench.pool, { id, verdict, which, reason, by, now: NOW });
const listed = async (id: string, which: Which = {}) =>
  (await rehearsalChanges(bench.pool, id, which, { after: null, limit: 100 })).map(
    c => `${c.dutyId} ${c.kind} ${c.dueBefore} ${c.due}`,
  );

/** Decided on Friday 20 November 2026: the file is due on the 25th (24 November is a holiday), under the draft on the 30th. */
const aMatter = (more: Parameters<typeof aCase>[1] = {}) =>
  bench.write(aCase([...decidedOn('2026-11-20'), on('2026-11-20', 'enforcer-assigned')], more), NOW);

describe('a draft tried on every open matter', () => {
  test('shows what would move, fall away and be late, by unit and officer, and changes nothing', async () => {
    const first = await aMatter();
    await aMatter({ unitId: OFFICE.branch2, unitCode: 'TST-KV2', officerId: OFFICE.enforcer3, officerCode: 'TST-007' });
    await loadDraft();
    const before = await bench.rows(`SELECT key, due, version FROM deadline ORDER BY key`);
    const id = await rehearsed();

    expect(await rehearsalOf(bench.pool, id)).toMatchObject({ state: 'ready', mattersTotal: 2, mattersDone: 2 });
    expect(await listed(id, { matterId: first })).toEqual([
      'case-file-open later 2026-11-25 2026-11-30',
      'decision-to-procuracy gone 2026-11-26 null',
    ]);
    const { total, units, officers, duties } = await rehearsalReport(bench.pool, id);
    expect(total).toMatchObject({ changes: 4, later: 2, gone: 2, earlier: 0, new: 0, pending: 4 });
    expect(units.map(unit => [unit.unit, unit.changes])).toEqual([
      ['TST-KV1', 2],
      ['TST-KV2', 2],
    ]);
    expect(officers.map(({ officer, changes }) => [officer, changes])).toEqual([
      ['TST-005', 2],
      ['TST-007', 2],
    ]);
    expect(duties.map(({ dutyId }) => dutyId)).toEqual(['case-file-open', 'decision-to-procuracy']);
    expect(await listed(id, { unit: 'TST-KV2', kind: 'later' })).toHaveLength(1);
    expect(await bench.rows(`SELECT key, due, version FROM deadline ORDER BY key`)).toEqual(before);
  });

  test('is applied by a second person: what was rejected keeps its date, the rest moves, each with its reason', async () => {
    const kept = await aMatter();
    const moved = await aMatter();
    await loadDraft();
    const id = await rehearsed();
    await decide(id, 'approved');
    await decide(id, 'rejected', { matterId: kept, kind: 'later' }, 'đã hẹn với đương sự');
    expect(await refusal(applyRehearsal(bench.pool, { id, by: AUTHOR, now: NOW }))).toBe('own_work');
    expect(await applyRehearsal(bench.pool, { id, by: SECOND, now: NOW })).toMatchObject({
      kept: 1,
      rehearsal: { state: 'applied', endedBy: SECOND },
    });
    for (const matterId of [kept, moved]) await bench.activities.recompute({ matterId, now: NOW + 1_000 });
    const rows = await bench.rows<{ matter: string; due: string; version: number; steps: string }>(
      `SELECT matter_id AS matter, due::text, version, slip::text AS steps FROM deadline
       WHERE duty_id = 'case-file-open' AND current ORDER BY due`,
    );
    expect(rows.map(({ matter, due }) => [matter, due])).toEqual([
      [kept, '2026-11-25'],
      [moved, '2026-11-30'],
    ]);
    expect(rows[0]!.steps).toContain('đã hẹn với đương sự');
    const [old] = await bench.rows(
      `SELECT due::text, current FROM deadline WHERE matter_id = $1 AND duty_id = 'case-file-open' AND version = 1`,
      [moved],
    );
    expect(old).toEqual({ due: '2026-11-25', current: false });
  });

  test('goes on where it was when it is broken off, and counts nothing twice', async () => {
    for (let n = 0; n < 3; n += 1) await aMatter();
    await loadDraft();
    const id = await rehearsed();
    await bench.rows(
      `DELETE FROM rehearsal_change WHERE matter_id > (SELECT min(id::text)::uuid FROM matter) AND rehearsal_id = $1`,
      [id],
    );
    await bench.rows(
      `UPDATE rehearsal SET state = 'computing', ready_at = NULL, matters_done = 1, after = (SELECT min(id::text)::uuid FROM matter)
       WHERE id = $1`,
      [id],
    );
    await createRehearsalActivities({ pool: bench.pool }).computeRehearsal({ rehearsalId: id, now: NOW });
    expect(await rehearsalOf(bench.pool, id)).toMatchObject({ state: 'ready', mattersDone: 3 });
    expect(await listed(id)).toHaveLength(6);
  });

  test('a decision on an open point is tried like a pack', async () => {
    await bench.write(aCase([...decidedOn('2026-11-04'), on('2026-11-05', 'valid-notice')]), NOW);
    const law = await lawReader(bench.pool)(NOW, null);
    const wanted = { id: randomUUID(), subject: 'initial-verification', choice: 'ten-days', basis: 'CV 1/TCTHADS' };
    await decidePoint(bench.pool, law, { ...wanted, by: AUTHOR, now: NOW });
    const id = await rehearsed({ kind: 'decision', decisionId: wanted.id });
    // The voluntary period ended on Monday 16 November; nine days end on the 25th, ten on the 26th.
    expect(await listed(id)).toEqual(['initial-verification later 2026-11-25 2026-11-26']);
    await decide(id, 'approved');
    await applyRehearsal(bench.pool, { id, by: SECOND, now: NOW });
    expect(await rehearsalOf(bench.pool, id)).toMatchObject({ state: 'applied' });
  });
});

describe('what a rehearsal refuses', () => {
  test('what is no draft, and who may not', async () => {
    const begin = (subject: Subject, by = AUTHOR) =>
      refusal(beginRehearsal(bench.pool, { id: randomUUID(), subject, by, now: NOW }));
    expect(await begin(PACK)).toBe('not_a_draft');
    expect(await begin({ kind: 'pack', law: '2025', version: builtInPack('2025').version })).toBe('not_a_draft');
    expect(await begin({ kind: 'calendar', year: 2026, version: 1 })).toBe('not_a_draft');
    expect(await begin({ kind: 'decision', decisionId: randomUUID() })).toBe('not_a_draft');
    await loadDraft();
    expect(await begin(PACK, 'TST-005')).toBe('not_a_signer');
  });

  test('verdicts that cannot be carried out, application before everything is decided or after the law has changed', async () => {
    await aMatter();
    await loadDraft();
    const id = await rehearsed();
    expect(await refusal(decide(id, 'rejected', { kind: 'later' }))).toBe('reason_needed');
    expect(await refusal(decide(id, 'rejected', {}, 'không đồng ý'))).toBe('no_date_to_keep');
    expect(await refusal(decide(id, 'approved', { unit: 'TST-KV2' }))).toBe('nothing_matches');
    expect(await refusal(decide(id, 'approved', {}, undefined, 'TST-005'))).toBe('not_a_signer');
    const apply = () => refusal(applyRehearsal(bench.pool, { id, by: SECOND, now: NOW }));
    expect(await apply()).toBe('undecided_changes');
    await decide(id, 'approved');
    await signPack(bench.pool, { law: '2025', version: VERSION, by: SECOND, now: NOW });
    expect(await apply()).toBe('law_changed');
    await abandonRehearsal(bench.pool, { id, by: SECOND, now: NOW });
    expect(await apply()).toBe('not_ready');
    expect(await refusal(abandonRehearsal(bench.pool, { id, by: SECOND, now: NOW }))).toBe('not_ready');
    expect(await refusal(rehearsalOf(bench.pool, randomUUID()))).toBe('no_such_rehearsal');
  });

  test('the database itself keeps a rejected change to one with a date and a reason', async () => {
    await aMatter();
    await loadDraft();
    const id = await rehearsed();
    const reject = (kind: string, reason: string | null) =>
      bench.rows(
        `UPDATE rehearsal_change SET verdict = 'rejected', reason = $3, decided_by = 'x', decided_at = now()
         WHERE rehearsal_id = $1 AND kind = $2::"MoveKind"`,
        [id, kind, reason],
      );
    await expect(reject('gone', 'có lý do')).rejects.toThrow('rehearsal_change_rejected');
    await expect(reject('later', ' ')).rejects.toThrow('rehearsal_change_rejected');
  });
});
