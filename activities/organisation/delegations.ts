/** Who stands in for whom, and that nobody ends up standing in for themselves. */

import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../matters/transaction';
import { OfficeRefused } from './refused';

export interface Person {
  readonly id: string;
  readonly code: string;
}
/** Officers who stand in one for the next, the last for the first. */
export type Circle = readonly [Person, ...Person[]];

export interface NewDelegation {
  readonly delegatorId: string;
  readonly delegateId: string;
  /** ISO dates, both included. */
  readonly fromDay: string;
  readonly toDay: string;
  /** The paper it rests on. */
  readonly basis: string;
}

const LOCK = `SELECT pg_advisory_xact_lock(hashtext('delegations'))`;

// From the delegate along delegations that are in force on a day common to all of the way, back to the delegator.
const WAY_BACK = `
WITH RECURSIVE way AS (
  SELECT $2::uuid AS at_id, $3::date AS lo, $4::date AS hi, ARRAY[$1::uuid, $2::uuid] AS path
  UNION ALL
  SELECT d.delegate_id, greatest(lo, d.from_day), least(hi, d.to_day), path || d.delegate_id
  FROM way JOIN delegation d ON d.delegator_id = way.at_id AND d.from_day <= hi AND d.to_day >= lo
  WHERE way.at_id <> $1::uuid AND (d.delegate_id = $1::uuid OR d.delegate_id <> ALL(path))
)
SELECT (SELECT array_agg(o.code ORDER BY n) FROM unnest(path) WITH ORDINALITY AS p (id, n) JOIN officer o ON o.id = p.id) AS codes,
  lo::text AS "from", hi::text AS "to"
FROM way WHERE at_id = $1::uuid ORDER BY cardinality(path) LIMIT 1`;

const OFFICER = `SELECT id, code, active FROM officer WHERE id = ANY($1::uuid[])`;
const INSERT = `
INSERT INTO delegation (id, delegator_id, delegate_id, from_day, to_day, basis) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::date, $5::date, $6)`;
const AUDIT = `INSERT INTO audit (at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5)`;

/**
 * Record that one officer stands in for another. Safe to repeat with the same id.
 * @param by officer id or `system`
 * @param now epoch ms
 * @throws OfficeRefused when it would close a circle on some day, or names nobody who can stand in
 */
export async function delegate(pool: Pool, id: string, wanted: NewDelegation, by: string, now: number): Promise<void> {
  const { delegatorId, delegateId, fromDay, toDay, basis } = wanted;
  if (toDay < fromDay)
    throw refused('wrong_days', 'until', 'Ngày cuối trước ngày đầu.', 'The last day is before the first.');
  if (delegatorId === delegateId) {
    throw refused(
      'circular_delegation',
      'to',
      'Không thể ủy quyền cho chính mình.',
      'Nobody stands in for themselves.',
    );
  }
  return inTransaction(pool, async client => {
    // One at a time, or two that close a circle together would each see nothing of the other.
    await client.query(LOCK);
    if ((await client.query('SELECT 1 FROM delegation WHERE id = $1::uuid', [id])).rowCount === 1) return;
    const { rows: people } = await client.query<Person & { active: boolean }>(OFFICER, [[delegatorId, delegateId]]);
    const to = people.find(one => one.id === delegateId);
    if (!to?.active || people.length < 2) {
      throw refused('unknown_officer', 'to', 'Không có cán bộ này đang làm việc.', 'There is no such active officer.');
    }
    await refuseCircle(client, wanted);
    await client.query(INSERT, [id, delegatorId, delegateId, fromDay, toDay, basis]);
    const detail = { delegationId: id, delegateId, fromDay, toDay };
    await client.query(AUDIT, [new Date(now), by, 'delegate', `officer:${delegatorId}`, detail]);
  });
}

async function refuseCircle(
  client: ClientBase,
  { delegatorId, delegateId, fromDay, toDay }: NewDelegation,
): Promise<void> {
  const { rows } = await client.query<{ codes: string[]; from: string; to: string }>(WAY_BACK, [
    delegatorId,
    delegateId,
    fromDay,
    toDay,
  ]);
  if (rows[0] === undefined) return;
  const { codes, from, to } = rows[0];
  const circle = codes.join(' → ');
  throw refused(
    'circular_delegation',
    'to',
    `Ủy quyền vòng tròn từ ${from} đến ${to}: ${circle}. Hãy chọn người khác, hoặc chấm dứt ủy quyền kia trước.`,
    `The delegation would go in a circle from ${from} to ${to}: ${circle}. Choose somebody else, or end the other delegation first.`,
  );
}

const END = `
UPDATE delegation SET to_day = $2::date - 1 WHERE id = $1::uuid AND to_day >= $2::date AND from_day < $2::date RETURNING delegator_id`;
const UNDO = `DELETE FROM delegation WHERE id = $1::uuid AND from_day >= $2::date RETURNING delegator_id`;

/**
 * End a delegation: `day` (ISO date) is the first on which it holds no more. One that has not begun by then is taken back.
 * @throws OfficeRefused when it is not there, or has ended before
 */
export function endDelegation(pool: Pool, id: string, day: string, by: string, now: number): Promise<void> {
  return inTransaction(pool, async client => {
    await client.query(LOCK);
    const ended = await client.query<{ delegator_id: string }>(END, [id, day]);
    const row = ended.rows[0] ?? (await client.query<{ delegator_id: string }>(UNDO, [id, day])).rows[0];
    if (row === undefined) {
      throw refused(
        'no_delegation',
        'id',
        'Không có ủy quyền này còn hiệu lực.',
        'There is no such delegation in force.',
      );
    }
    const detail = { delegationId: id, day };
    await client.query(AUDIT, [new Date(now), by, 'endDelegation', `officer:${row.delegator_id}`, detail]);
  });
}

// Each circle once: it is told from its officer with the smallest id.
const CIRCLES = `
WITH RECURSIVE step AS (
  SELECT delegator_id AS start, delegate_id AS at_id, ARRAY[delegator_id] AS path
  FROM delegation WHERE $1::date BETWEEN from_day AND to_day
  UNION ALL
  SELECT start, d.delegate_id, path || step.at_id
  FROM step JOIN delegation d ON d.delegator_id = step.at_id AND $1::date BETWEEN d.from_day AND d.to_day
  WHERE step.at_id > start AND step.at_id <> ALL(path)
)
SELECT DISTINCT ON (start) (SELECT json_agg(json_build_object('id', o.id, 'code', o.code) ORDER BY n)
    FROM unnest(path) WITH ORDINALITY AS p (id, n) JOIN officer o ON o.id = p.id) AS circle
FROM step WHERE at_id = start ORDER BY start, cardinality(path)`;

/** Delegations that go in a circle on a day (ISO date); made by other hands, since none can be made here. */
export async function circlesOn(pool: Pool, day: string): Promise<Circle[]> {
  return (await pool.query<{ circle: [Person, ...Person[]] }>(CIRCLES, [day])).rows.map(row => row.circle);
}

const refused = (code: OfficeRefused['code'], field: string, vi: string, en: string) =>
  new OfficeRefused(code, field, vi, en);
