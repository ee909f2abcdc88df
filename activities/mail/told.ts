/** What a reader was told before, and what has become of it. */

import type { PoolClient } from 'pg';
import type { Change, SettledItem, Settlement } from '../../alerts';
import { type LawInForce, matterLabel, toDay } from '../../law';
import type { Day, MatterKind } from '../../law/model';
import { dutyWords } from './duty-words';

/** A limit that was told to a reader, in whatever version, as it stands now. Days are ISO dates. */
export interface ToldLimit {
  readonly matterId: string;
  readonly key: string;
  readonly matterKind: MatterKind;
  readonly matterNumber: string;
  readonly dutyId: string;
  readonly law: '2025' | '2008';
  /** Alerts of it that mails have carried. */
  readonly alerts: readonly string[];
  /** Due day as it was told last, and the day of that mail. */
  readonly due: string;
  readonly dueLatest: string;
  readonly toldOn: string;
  /** A breach was told already. */
  readonly breachTold: boolean;
  /** As it stands now; null when there is no such limit any more. */
  readonly status: 'open' | 'paused' | 'overdue' | 'met' | 'late' | 'void' | null;
  readonly dueNow: string | null;
  readonly dueLatestNow: string | null;
  readonly closedOn: string | null;
  readonly officerId: string | null;
  readonly officerCode: string | null;
  /** The reader has the matter, or heads its unit. */
  readonly answers: boolean;
}

/** Units that officer $1 heads on day $2, with those below. */
export const HEADED = `
headed AS (
  SELECT unit_id AS id FROM officer_role
  WHERE officer_id = $1::uuid AND role IN ('branch_head', 'department_head', 'province_head')
    AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)
  UNION
  SELECT unit.id FROM unit JOIN headed ON unit.parent_id = headed.id
)`;

/** A limit of this agency's, told by a mail that was not set aside, and not yet told to be settled. */
const TOLD_ALERT = `a.outbox_id IS NOT NULL AND a.settled_in IS NULL AND a.state <> 'cancelled'
  AND NOT d.lapse AND d.role <> 'external'`;

const TOLD = `
WITH RECURSIVE ${HEADED}, told AS (
  SELECT d.matter_id, d.key, array_agg(a.id) AS alerts, max(b.created_at) AS at, max(a.due_at) AS fell,
    (array_agg(d.id ORDER BY d.version DESC))[1] AS version_id
  FROM alert a JOIN deadline d ON d.id = a.deadline_id JOIN outbox b ON b.id = a.outbox_id
  WHERE a.recipient_id = $1::uuid AND ${TOLD_ALERT} AND b.state <> 'suppressed'
  GROUP BY d.matter_id, d.key
)
SELECT m.id AS "matterId", told.key, m.kind::text AS "matterKind", m.number AS "matterNumber", v.duty_id AS "dutyId", v.law, told.alerts,
  v.due::text AS due, v.due_latest::text AS "dueLatest", (told.at AT TIME ZONE INTERVAL '+07:00')::date::text AS "toldOn",
  CASE WHEN v.due_at IS NULL THEN told.fell >= (v.due_latest + 1)::timestamp AT TIME ZONE INTERVAL '+07:00'
    ELSE told.fell > v.due_at END AS "breachTold",
  c.status::text AS status, c.due::text AS "dueNow", c.due_latest::text AS "dueLatestNow", c.closed_on::text AS "closedOn",
  o.id AS "officerId", o.code AS "officerCode",
  m.officer_id = $1::uuid OR m.unit_id IN (SELECT id FROM headed) AS answers
FROM told
JOIN deadline v ON v.id = told.version_id
JOIN matter m ON m.id = told.matter_id
LEFT JOIN officer o ON o.id = m.officer_id
LEFT JOIN deadline c ON c.matter_id = told.matter_id AND c.key = told.key AND c.current
ORDER BY v.due, m.number, told.key`;

/** What an officer was told and has not been told is settled, with how it stands. */
export async function toldTo(client: PoolClient, officerId: string, day: string): Promise<ToldLimit[]> {
  return (await client.query<ToldLimit>(TOLD, [officerId, day])).rows;
}

/** Officers who were told of a limit that stands no longer as it did. */
export const WITH_SETTLED = `
SELECT DISTINCT a.recipient_id AS id FROM alert a JOIN deadline d ON d.id = a.deadline_id
WHERE ${TOLD_ALERT} AND (NOT d.current OR d.status NOT IN ('open', 'overdue'))`;

const SETTLE = `UPDATE alert SET settled_in = $1::uuid WHERE id = ANY($2::uuid[])`;

/** Note that a mail says these are settled. */
export async function noteSettled(client: PoolClient, mailId: string, alertIds: readonly string[]): Promise<void> {
  if (alertIds.length > 0) await client.query(SETTLE, [mailId, alertIds]);
}

const stands = (status: ToldLimit['status']): boolean => status === 'open' || status === 'overdue';
const sameDay = (told: ToldLimit): boolean => told.due === told.dueNow && told.dueLatest === told.dueLatestNow;

/** What has become of a limit that was told; null while it stands as it was told. */
export function settlementOf(told: ToldLimit): Settlement | null {
  if (told.status === null) return 'void';
  if (!stands(told.status)) return told.status as Settlement;
  if (!sameDay(told)) return 'moved';
  return told.answers ? null : 'handed_over';
}

/** How a limit told again stands to what was told before. */
export function changeOf(told: ToldLimit | undefined, today: Day): Change {
  if (told === undefined) return { kind: 'new' };
  if (!sameDay(told)) return { kind: 'moved', from: toDay(told.due) };
  const on = toDay(told.toldOn);
  if (told.status !== 'overdue' && toDay(told.dueLatest) >= today) return { kind: 'nearer', told: on };
  return { kind: told.breachTold ? 'still_overdue' : 'now_overdue', told: on };
}

/** A settled limit as a digest shows it. */
export function settledItem(law: LawInForce, told: ToldLimit, how: Settlement, readerId: string): SettledItem {
  const on = how === 'moved' ? told.dueNow : told.closedOn;
  return {
    matterId: told.matterId,
    matterNumber: matterLabel(told.matterKind, told.matterNumber),
    dutyNameVi: dutyWords(law, told.dutyId, told.law).dutyNameVi,
    how,
    ...(on === null ? {} : { on: toDay(on) }),
    ...(told.officerCode === null || told.officerId === readerId ? {} : { officerCode: told.officerCode }),
  };
}
