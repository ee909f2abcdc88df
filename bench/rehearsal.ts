import { randomUUID } from 'node:crypto';
import { loadPack, packDocument } from '../activities/law';
import { derivedId } from '../activities/mail/ids';
import {
  inTransaction,
  type NewMatter,
  projectionRows,
  rulesReader,
  stampsNow,
  writeMatters,
} from '../activities/matters';
import { beginRehearsal, createRehearsalActivities, rehearsalReport } from '../activities/rehearsals';
import { builtInPack, instantOf } from '../law';
import { OFFICE } from '../test/support/office';
import { BEGAN, typicalLog } from './cases';
import type { Bench } from './server';
import { print, rate } from './table';

const MATTERS = 25_000;
const PAGE = 500;
/** The day on which the draft is tried: the last step of the typical case was ten days before. */
const TODAY = BEGAN + 160;
const NOW = instantOf(TODAY, 9 * 60);
const TARGET_S = 10;

/** The typical case of twelve events, as a matter of the small province. */
function typicalCase(n: number): NewMatter {
  return {
    ...{ id: derivedId('bench', 'rehearsal', `${n}`), number: `R${n}/QĐ-THADS`, reportingYear: 2026 },
    ...{ unitId: OFFICE.branch1, unitCode: 'TST-KV1', officerId: OFFICE.enforcer1, officerCode: 'TST-005' },
    ...{ parentId: null, importId: derivedId('bench', 'import'), parties: [], recordedBy: 'import' },
    detail: { kind: 'enforcement_case', origin: 'on_request', amount: '100000000', credit: false },
    events: typicalLog(BEGAN).map(({ type, occurredOn, attrs }) => ({ type, occurredOn, attrs })),
  };
}

async function writeCases({ database: { pool } }: Bench): Promise<void> {
  const rules = await rulesReader(pool)(NOW, { unitId: OFFICE.branch1, ...(await stampsNow(pool)) });
  for (let from = 0; from < MATTERS; from += PAGE) {
    const rows = Array.from({ length: PAGE }, (_, n) => projectionRows(typicalCase(from + n), rules, NOW));
    await inTransaction(pool, client => writeMatters(client, rows));
  }
  await pool.query('ANALYZE');
}

/** The whole of a rehearsal: every open matter read, both laws asked, every deadline that would move written. */
export async function benchRehearsal(bench: Bench): Promise<void> {
  const { pool } = bench.database;
  await writeCases(bench);
  const pack = builtInPack('2025');
  const duties = pack.duties.map(duty =>
    duty.id === 'periodic-verification' && duty.period.unit === 'months'
      ? { ...duty, period: { ...duty.period, n: duty.period.n + 1 } }
      : duty,
  );
  const version = `${pack.version}-BENCH.1`;
  const document = JSON.parse(JSON.stringify(packDocument({ ...pack, duties, version })));
  await loadPack(pool, { document, file: 'bench.json', by: 'TST-001', now: NOW });
  const subject = { kind: 'pack', law: '2025', version } as const;
  const { id } = await beginRehearsal(pool, { id: randomUUID(), subject, by: 'TST-001', now: NOW });

  const began = Date.now();
  await createRehearsalActivities({ pool }).computeRehearsal({ rehearsalId: id, now: NOW });
  const ms = Date.now() - began;
  const { total } = await rehearsalReport(pool, id);
  if (total.changes < MATTERS) throw new Error(`only ${total.changes} of ${MATTERS} matters moved`);
  print(`Rehearsal of a draft on ${MATTERS} open matters of 12 events, ${total.changes} dates moved`, [
    { what: 'whole time', value: `${(ms / 1000).toFixed(1)} s`, target: `< ${TARGET_S} s` },
    { what: 'matters tried under both laws', value: rate(MATTERS, ms) },
  ]);
}
