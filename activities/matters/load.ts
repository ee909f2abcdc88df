/** A matter as it stands in the database, in one query. */

import type { ClientBase, Pool } from 'pg';
import type { Seen } from '../../alerts';
import type { DeadlineStatus, Facts, Hold, LoggedEvent, MatterKind } from '../../law/model';
import { factsOf } from './details';
import type { MoneyRow, PauseRow, SpanRow } from './rows';
import { STAMP_COLUMNS, type Stamps } from './rules';

/** The version in force of a deadline. Days are ISO dates. */
export interface KeptDeadline {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly dutyId: string;
  readonly law: string;
  readonly startedOn: string;
  readonly due: string;
  readonly dueAt: number | null;
  readonly dueLatest: string;
  readonly status: DeadlineStatus;
  readonly closedOn: string | null;
  readonly closedByEvent: string | null;
  readonly lapse: boolean;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly packVersion: string;
  readonly slip: unknown;
  /** Epoch ms at which its date was first written. */
  readonly since: number;
  /** Codes of the thresholds that were told of. */
  readonly told: readonly string[];
}

/** An acknowledgement of a deadline. */
export interface KeptSeen extends Seen {
  readonly deadlineId: string;
}

export interface KeptMatter extends Stamps {
  readonly id: string;
  readonly kind: MatterKind;
  readonly number: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly officerId: string | null;
  readonly officerCode: string | null;
  readonly parentId: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly stage: string;
  readonly law: string;
  readonly lastSeq: number;
  readonly lastHash: string | null;
  readonly nextWake: number | null;
  readonly nextDue: string | null;
  /** Changes with every change of the matter's row. */
  readonly rowVersion: string;
  readonly facts: Facts;
  readonly events: readonly LoggedEvent[];
  /** Dates kept by decision, in force. */
  readonly holds: readonly Hold[];
  readonly deadlines: readonly KeptDeadline[];
  readonly seen: readonly KeptSeen[];
  readonly pauses: readonly PauseRow[];
  readonly spans: readonly SpanRow[];
  readonly money: readonly MoneyRow[];
}

/** No such matter: retrying will not bring it. */
export class MatterNotFound extends Error {
  override readonly name = 'MatterNotFound';
  constructor(readonly matterId: string) {
    super(`Không có việc ${matterId} / There is no matter ${matterId}`);
  }
}

/** The row of the matter's kind (matter `m`), its events and its kept dates: what the engine computes from. */
const DETAIL = `
  CASE m.kind
    WHEN 'enforcement_case' THEN (SELECT to_json(x) FROM enforcement_case x WHERE matter_id = m.id)
    WHEN 'complaint' THEN (SELECT to_json(x) FROM complaint x WHERE matter_id = m.id)
    WHEN 'administrative_complaint' THEN (SELECT to_json(x) FROM administrative_complaint x WHERE matter_id = m.id)
    WHEN 'denunciation' THEN (SELECT to_json(x) FROM denunciation x WHERE matter_id = m.id)
    WHEN 'petition' THEN (SELECT to_json(x) FROM petition x WHERE matter_id = m.id)
    WHEN 'reception' THEN (SELECT to_json(x) FROM reception x WHERE matter_id = m.id)
    WHEN 'administrative_judgment' THEN (SELECT to_json(x) FROM administrative_judgment x WHERE matter_id = m.id)
    WHEN 'plan' THEN (SELECT to_json(x) FROM plan x WHERE matter_id = m.id)
    ELSE (SELECT to_json(x) FROM procuracy_act x WHERE matter_id = m.id)
  END`;
const EVENTS = `
  (SELECT json_agg(json_build_object('id', id, 'seq', seq, 'type', type, 'occurredOn', occurred_on - DATE '1970-01-01',
      'atMinute', at_minute, 'attrs', attrs, 'recordedAt', (extract(epoch FROM recorded_at) * 1000)::float8,
      'correctsId', corrects_id, 'retracted', retracted) ORDER BY seq)
    FROM event WHERE matter_id = m.id)`;
const heldWhere = (condition: string) => `
  (SELECT json_agg(json_build_object('key', key, 'due', due - DATE '1970-01-01', 'dueLatest', due_latest - DATE '1970-01-01',
      'dueAt', (extract(epoch FROM due_at) * 1000)::float8, 'insteadOf', instead_of - DATE '1970-01-01', 'id', id, 'author', author,
      'on', to_char(decided_at AT TIME ZONE INTERVAL '+07:00', 'DD/MM/YYYY'), 'reason', reason))
    FROM deadline_hold WHERE ${condition})`;
const HOLDS = heldWhere('matter_id = m.id AND released_at IS NULL');

// Who acknowledged what was meant for another stands a level above.
const SEEN = `
  (SELECT json_agg(json_build_object('deadlineId', a.deadline_id, 'at', (extract(epoch FROM k.at) * 1000)::float8,
      'promisedOn', k.promised_on - DATE '1970-01-01',
      'level', CASE WHEN a.instead_of IS NULL THEN a.level WHEN a.level = 'officer' THEN 'branch_head' ELSE 'province_head' END))
    FROM alert a JOIN acknowledgement k ON k.alert_id = a.id WHERE a.matter_id = m.id AND a.state = 'acknowledged')`;

const LOAD = `
SELECT m.id, m.kind::text AS kind, m.number, m.unit_id AS "unitId", u.code AS "unitCode", m.officer_id AS "officerId",
  o.code AS "officerCode", m.parent_id AS "parentId", m.opened_on::text AS "openedOn", m.closed_on::text AS "closedOn",
  m.stage, m.law, m.last_seq AS "lastSeq", (extract(epoch FROM m.next_wake_at) * 1000)::float8 AS "nextWake",
  m.next_due::text AS "nextDue", m.xmin::text AS "rowVersion",
  ${STAMP_COLUMNS},
  (SELECT hash FROM event WHERE matter_id = m.id AND seq = m.last_seq) AS "lastHash",
  ${DETAIL} AS detail,
  ${EVENTS} AS events,
  (SELECT json_agg(json_build_object('id', id, 'key', key, 'version', version, 'dutyId', duty_id, 'law', law,
      'startedOn', started_on, 'due', due, 'dueAt', (extract(epoch FROM due_at) * 1000)::float8, 'dueLatest', due_latest,
      'status', status, 'closedOn', closed_on, 'closedByEvent', closed_by_event, 'lapse', lapse, 'provisional', provisional,
      'since', (extract(epoch FROM coalesce(since, created_at)) * 1000)::float8, 'calendarVersion', calendar_version, 'packVersion', pack_version, 'slip', CASE WHEN $2 THEN slip END,
      'told', ARRAY(SELECT threshold FROM alert WHERE deadline_id = deadline.id)))
    FROM deadline WHERE matter_id = m.id AND current) AS deadlines,
  ${SEEN} AS seen,
  ${HOLDS} AS holds,
  (SELECT json_agg(json_build_object('matter_id', matter_id, 'event_id', event_id, 'kind', kind, 'from_day', from_day,
      'to_day', to_day, 'basis', basis)) FROM pause WHERE matter_id = m.id) AS pauses,
  (SELECT json_agg(json_build_object('matter_id', matter_id, 'class', class, 'from_day', from_day, 'to_day', to_day))
    FROM classification_span WHERE matter_id = m.id) AS spans,
  (SELECT json_agg(json_build_object('matter_id', matter_id, 'event_id', event_id, 'kind', kind, 'on', "on",
      'amount', amount::text)) FROM money_movement WHERE matter_id = m.id) AS money
FROM matter m
JOIN unit u ON u.id = m.unit_id
LEFT JOIN officer o ON o.id = m.officer_id
WHERE m.id = $1::uuid`;

type Json = Record<string, unknown>;

/** An open matter as the engine reads it, without what is kept of it. */
export interface OpenMatter {
  readonly id: string;
  readonly kind: MatterKind;
  readonly unitId: string;
  readonly officerId: string | null;
  readonly facts: Facts;
  readonly events: readonly LoggedEvent[];
  readonly holds: readonly Hold[];
}

/** Matters of which something may still be owed: of an ended one also what is long overdue, and of which nobody is to be told again. */
export const OPEN_MATTERS = `closed_on IS NULL OR next_wake_at IS NOT NULL OR next_due IS NOT NULL`;

const OPEN_PAGE = `
SELECT m.id, m.kind::text AS kind, m.unit_id AS "unitId", m.officer_id AS "officerId", ${DETAIL} AS detail, ${EVENTS} AS events,
  ${HOLDS} AS holds
FROM matter m WHERE (${OPEN_MATTERS}) AND ($1::uuid IS NULL OR m.id > $1::uuid) ORDER BY m.id LIMIT $2`;

/** Open matters after `after`, in the order of their ids, at most `limit`: for computing on all of them. */
export async function loadOpenMatters(
  client: ClientBase | Pool,
  after: string | null,
  limit: number,
): Promise<OpenMatter[]> {
  const { rows } = await client.query({ name: 'open-matters', text: OPEN_PAGE, values: [after, limit] });
  return rows.map(({ detail, events, holds, ...matter }) => ({
    ...matter,
    ...subjectOf(matter.kind, detail, events, holds),
  }));
}

const subjectOf = (kind: MatterKind, detail: Json | null, events: Json[] | null, holds: Json[] | null) => ({
  facts: factsOf(kind, detail ?? {}),
  events: (events ?? []).map(withoutNulls) as unknown as LoggedEvent[],
  holds: (holds ?? []).map(holdOf),
});

/**
 * Read a matter with its events and the projection in force.
 * @param slips also read the derivations, to see whether they changed
 * @throws MatterNotFound
 */
export async function loadMatter(
  client: ClientBase | Pool,
  matterId: string,
  { slips = false }: { slips?: boolean } = {},
): Promise<KeptMatter> {
  const { rows } = await client.query({ name: 'matter-load', text: LOAD, values: [matterId, slips] });
  const row = rows[0];
  if (row === undefined) throw new MatterNotFound(matterId);
  const { detail, events, holds, deadlines, seen, pauses, spans, money, ...matter } = row;
  return {
    ...matter,
    ...subjectOf(matter.kind, detail, events, holds),
    deadlines: deadlines ?? [],
    seen: seen ?? [],
    pauses: pauses ?? [],
    spans: spans ?? [],
    money: money ?? [],
  };
}

const HELD_THEN = `SELECT ${heldWhere(
  'matter_id = $1::uuid AND decided_at <= $2 AND (released_at IS NULL OR released_at > $2)',
)} AS holds`;

/** The dates of a matter that were kept by decision at an instant. */
export async function holdsAsOf(client: ClientBase | Pool, matterId: string, at: Date): Promise<readonly Hold[]> {
  const { rows } = await client.query<{ holds: Json[] | null }>(HELD_THEN, [matterId, at]);
  return (rows[0]?.holds ?? []).map(holdOf);
}

/** A kept date as the engine reads it; the slip names the decision by the first part of its id. */
function holdOf({ id, author, on, reason, dueAt, ...dates }: Json): Hold {
  const short = String(id).slice(0, 8);
  return {
    ...(dates as unknown as Omit<Hold, 'dueAt' | 'decision'>),
    ...(dueAt === null ? {} : { dueAt: dueAt as number }),
    decision: {
      vi: `quyết định giữ hạn ${short} của ${author} ngày ${on}: ${reason}`,
      en: `decision ${short} of ${author}, ${on}: ${reason}`,
    },
  };
}

const withoutNulls = (row: Json) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

const LOCK = `SELECT 1 FROM matter WHERE id = $1::uuid FOR UPDATE`;

/** Read a matter that nobody else may change until the transaction ends. @throws MatterNotFound */
export async function lockMatter(client: ClientBase, matterId: string): Promise<KeptMatter> {
  await client.query({ name: 'matter-lock', text: LOCK, values: [matterId] });
  return loadMatter(client, matterId, { slips: true });
}
