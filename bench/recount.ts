import { inTransaction } from '../activities/matters';
import { count } from '../activities/recount/count';
import { instantOf, toIso } from '../law';
import { OFFICE } from '../test/support/office';
import { BEGAN } from './cases';
import type { Bench } from './server';
import { print, rate } from './table';

const DEADLINES = 1_000_000;
/** Open deadlines of one matter. */
const EACH = 10;
const TODAY = BEGAN + 160;
const NOW = instantOf(TODAY, 7 * 60 + 45);
const TARGET_S = 5;

// Limits of every length, from sixty days past to ten months ahead; the slip as long as the usual one.
const MATTERS = `
INSERT INTO matter (id, kind, number, reporting_year, unit_id, officer_id, opened_on, stage, law, last_seq, created_at)
SELECT gen_random_uuid(), 'enforcement_case', 'C' || i, 2026, CASE i % 2 WHEN 0 THEN $1::uuid ELSE $2::uuid END, $3::uuid,
  $4::date - 400, 'in_force', '2025', 0, ($4::date - 400)::timestamptz
FROM generate_series(1, $5::int) AS i`;
const OPEN = `
INSERT INTO deadline (id, matter_id, key, version, current, duty_id, law, basis, role, unit_kind, started_on, due, due_latest, status,
  provisional, lapse, slip, calendar_version, pack_version, created_at)
SELECT gen_random_uuid(), m.id, 'duty-' || i, 1, true, CASE WHEN i = 9 THEN 'periodic-verification' ELSE 'initial-verification' END, '2025',
  CASE WHEN i = 8 THEN 'service' ELSE 'law' END, CASE WHEN i = 7 THEN 'external' ELSE 'enforcer' END, 'days', due - length, due, due,
  (CASE WHEN due < $1::date THEN 'overdue' ELSE 'open' END)::"DeadlineStatus", false, i = 7, $3::jsonb, 'bench', 'bench',
  (due - length)::timestamptz
FROM (
  SELECT id, row_number() OVER (ORDER BY id) AS n FROM matter
) AS m, generate_series(1, $2::int) AS i,
LATERAL (SELECT $1::date - 60 + ((m.n * 37 + i * 61) % 360)::int AS due, (ARRAY[3, 5, 10, 15, 30, 30, 90, 15, 180, 365])[i] AS length) AS limits`;
const CALENDAR_TELLS = `
INSERT INTO alert (id, matter_id, deadline_id, threshold, recipient_id, channel, urgency, due_at, created_at, state, outbox_id, level)
SELECT gen_random_uuid(), matter_id, deadline_id, code, $1::uuid, 'digest', 'normal', told, told, 'queued', $2::uuid, level FROM rc_threshold`;
const MAIL = `
INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, state, next_try_at, created_at)
VALUES ($1::uuid, '<bench>', 'digest', $2::uuid, 'bench@thoihan.test', '', '', 'accepted', now(), now())`;

const SLIP = JSON.stringify(
  Array.from({ length: 4 }, () => ({
    step: 'start',
    date: '2026-08-03',
    vi: 'Ngày bắt đầu tính thời hạn là ngày tiếp theo của ngày ban hành quyết định thi hành án',
    en: 'The limit is counted from the day after the decision was issued',
    basis: 'BLDS 2015 Điều 147(2)',
  })),
);

/** One count, its transaction undone, so that the next one does the same work. */
async function counted(bench: Bench, keep?: string): Promise<{ ms: number; due: number; unaccounted: number }> {
  let result = { ms: 0, due: 0, unaccounted: 0 };
  await inTransaction(bench.database.pool, async client => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    const began = Date.now();
    const { parts } = await count(client, NOW, NOW - 86_400_000);
    const sum = (name: 'due' | 'unaccounted') => parts.reduce((total, part) => total + part[name], 0);
    result = { ms: Date.now() - began, due: sum('due'), unaccounted: sum('unaccounted') };
    if (keep !== undefined) await client.query(CALENDAR_TELLS, [OFFICE.enforcer1, keep]);
  });
  return result;
}

/** The count over a million open deadlines: with nothing told (every one a gap), and with everything told. */
export async function benchRecount(bench: Bench): Promise<void> {
  const { pool } = bench.database;
  const mail = '00000000-0000-4000-8000-00000000beef';
  await pool.query(MATTERS, [OFFICE.branch1, OFFICE.branch2, OFFICE.enforcer1, toIso(TODAY), DEADLINES / EACH]);
  await pool.query(OPEN, [toIso(TODAY), EACH, SLIP]);
  await pool.query('VACUUM ANALYZE matter, deadline');
  await pool.query(MAIL, [mail, OFFICE.enforcer1]);
  const untold = await counted(bench, mail);
  await pool.query('VACUUM ANALYZE alert, outbox');
  const runs = [await counted(bench), await counted(bench), await counted(bench)];
  const best = runs.reduce((a, b) => (a.ms < b.ms ? a : b));
  if (best.unaccounted > 0 || untold.unaccounted === 0) throw new Error('the count is wrong');
  const target = `< ${TARGET_S} s`;
  print(`Recount over ${DEADLINES} open deadlines, ${best.due} thresholds due`, [
    { what: 'all told (best of three)', value: `${(best.ms / 1000).toFixed(1)} s`, target },
    { what: 'nothing told, every one a gap', value: `${(untold.ms / 1000).toFixed(1)} s` },
    { what: 'deadlines looked at', value: rate(DEADLINES, best.ms) },
  ]);
}
