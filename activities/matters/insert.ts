/**
 * Inserts of every table a matter is kept in, one statement for any number of rows. All take the rows as one JSON
 * parameter: one plan, one round trip, whether for one row or ten thousand.
 */

import type { ClientBase } from 'pg';
import type { Detail } from './details';
import type {
  AlertRow,
  DeadlineRow,
  EventRow,
  MatterRow,
  MoneyRow,
  OutboxRow,
  PartyRow,
  PauseRow,
  SpanRow,
} from './rows';

async function insert(client: ClientBase, text: string, rows: readonly unknown[]): Promise<void> {
  if (rows.length > 0) await client.query(text, [JSON.stringify(rows)]);
}

const MATTERS = `
INSERT INTO matter (id, kind, number, reporting_year, unit_id, officer_id, parent_id, opened_on, closed_on, stage, law,
  last_seq, next_wake_at, next_due, import_id, created_at)
SELECT id, kind::"MatterKind", number, reporting_year, unit_id, officer_id, parent_id, opened_on, closed_on, stage, law,
  last_seq, next_wake_at, next_due, import_id, created_at
FROM json_to_recordset($1::json) AS r (id uuid, kind text, number text, reporting_year int, unit_id uuid, officer_id uuid,
  parent_id uuid, opened_on date, closed_on date, stage text, law text, last_seq int, next_wake_at timestamptz,
  next_due date, import_id uuid, created_at timestamptz)
ON CONFLICT DO NOTHING
RETURNING id`;

/** Matters that are not there yet. @returns the ids written; the others' id or number was taken. */
export async function insertMatters(client: ClientBase, rows: readonly MatterRow[]): Promise<string[]> {
  const { rows: written } = await client.query<{ id: string }>(MATTERS, [JSON.stringify(rows)]);
  return written.map(row => row.id);
}

const DETAILS: Readonly<Record<string, string>> = {
  enforcement_case: `
INSERT INTO enforcement_case (matter_id, origin, judgment_number, judgment_date, court, judgment_type, amount, credit, obligations)
SELECT matter_id, origin, judgment_number, judgment_date, court, judgment_type, amount, credit, obligations
FROM json_to_recordset($1::json) AS r (matter_id uuid, origin text, judgment_number text, judgment_date date, court text,
  judgment_type text, amount bigint, credit boolean, obligations text)`,
  complaint: `
INSERT INTO complaint (matter_id, level, class, against, outcome, case_ended_on)
SELECT matter_id, level, class, against, outcome, case_ended_on
FROM json_to_recordset($1::json) AS r (matter_id uuid, level int, class text, against text, outcome text, case_ended_on date)`,
  administrative_complaint: `
INSERT INTO administrative_complaint (matter_id, level, remote)
SELECT matter_id, level, remote FROM json_to_recordset($1::json) AS r (matter_id uuid, level int, remote boolean)`,
  denunciation: `
INSERT INTO denunciation (matter_id, complexity, case_ended_on)
SELECT matter_id, complexity, case_ended_on
FROM json_to_recordset($1::json) AS r (matter_id uuid, complexity text, case_ended_on date)`,
  petition: `
INSERT INTO petition (matter_id, source)
SELECT matter_id, source FROM json_to_recordset($1::json) AS r (matter_id uuid, source text)`,
  procuracy_act: `
INSERT INTO procuracy_act (matter_id, level, case_ended_on)
SELECT matter_id, level, case_ended_on
FROM json_to_recordset($1::json) AS r (matter_id uuid, level text, case_ended_on date)`,
  reception: `
INSERT INTO reception (matter_id, by_head)
SELECT matter_id, by_head FROM json_to_recordset($1::json) AS r (matter_id uuid, by_head boolean)`,
  administrative_judgment: `
INSERT INTO administrative_judgment (matter_id, content, judgment_number, judgment_date, court, debtor_body)
SELECT matter_id, content, judgment_number, judgment_date, court, debtor_body
FROM json_to_recordset($1::json) AS r (matter_id uuid, content text, judgment_number text, judgment_date date, court text,
  debtor_body text)`,
  plan: `
INSERT INTO plan (matter_id, form, level, period_end, months, title, campaign_id, task_number, item_number)
SELECT matter_id, form, level, period_end, months, title, campaign_id, task_number, item_number
FROM json_to_recordset($1::json) AS r (matter_id uuid, form text, level text, period_end date, months int, title text,
  campaign_id text, task_number int, item_number int)`,
};

const tableOf = (kind: Detail['kind']): string => (kind.startsWith('procuracy_') ? 'procuracy_act' : kind);

/** The row of each matter's own kind. */
export async function insertDetails(
  client: ClientBase,
  rows: readonly (Detail & { matter_id: string })[],
): Promise<void> {
  for (const [table, text] of Object.entries(DETAILS)) {
    await insert(
      client,
      text,
      rows.filter(row => tableOf(row.kind) === table),
    );
  }
}

const PARTIES = `
INSERT INTO party (id, matter_id, side, name, address)
SELECT gen_random_uuid(), matter_id, side, name, address
FROM json_to_recordset($1::json) AS r (matter_id uuid, side text, name text, address text)`;

export const insertParties = (client: ClientBase, rows: readonly PartyRow[]) => insert(client, PARTIES, rows);

// In order of seq: the database checks that each event continues the chain.
const EVENTS = `
INSERT INTO event (id, matter_id, seq, type, occurred_on, at_minute, attrs, recorded_at, recorded_by, command_id, corrects_id,
  retracted, reason, prev_hash, hash)
SELECT id, matter_id, seq, type, occurred_on, at_minute, attrs, recorded_at, recorded_by, command_id, corrects_id,
  retracted, reason, prev_hash, hash
FROM json_to_recordset($1::json) AS r (id uuid, matter_id uuid, seq int, type text, occurred_on date, at_minute int, attrs jsonb,
  recorded_at timestamptz, recorded_by text, command_id text, corrects_id uuid, retracted boolean, reason text,
  prev_hash text, hash text)
ORDER BY matter_id, seq`;

export const insertEvents = (client: ClientBase, rows: readonly EventRow[]) => insert(client, EVENTS, rows);

const DEADLINES = `
INSERT INTO deadline (id, matter_id, key, version, current, duty_id, law, basis, role, unit_kind, started_on, due, due_at,
  due_latest, status, closed_on, closed_by_event, provisional, lapse, slip, calendar_version, pack_version, change_reason,
  created_at, since)
SELECT id, matter_id, key, version, true, duty_id, law, basis, role, unit_kind, started_on, due, due_at, due_latest,
  status::"DeadlineStatus", closed_on, closed_by_event, provisional, lapse, slip, calendar_version, pack_version,
  change_reason, created_at, since
FROM json_to_recordset($1::json) AS r (id uuid, matter_id uuid, key text, version int, duty_id text, law text, basis text,
  role text, unit_kind text, started_on date, due date, due_at timestamptz, due_latest date, status text, closed_on date,
  closed_by_event uuid, provisional boolean, lapse boolean, slip jsonb, calendar_version text, pack_version text,
  change_reason text, created_at timestamptz, since timestamptz)`;

/** Deadlines in force; a version before must have been put out of force already. */
export const insertDeadlines = (client: ClientBase, rows: readonly DeadlineRow[]) => insert(client, DEADLINES, rows);

const PAUSES = `
INSERT INTO pause (id, matter_id, event_id, kind, from_day, to_day, basis)
SELECT gen_random_uuid(), matter_id, event_id, kind, from_day, to_day, basis
FROM json_to_recordset($1::json) AS r (matter_id uuid, event_id uuid, kind text, from_day date, to_day date, basis text)`;

export const insertPauses = (client: ClientBase, rows: readonly PauseRow[]) => insert(client, PAUSES, rows);

const SPANS = `
INSERT INTO classification_span (id, matter_id, class, from_day, to_day)
SELECT gen_random_uuid(), matter_id, class, from_day, to_day
FROM json_to_recordset($1::json) AS r (matter_id uuid, class text, from_day date, to_day date)`;

export const insertSpans = (client: ClientBase, rows: readonly SpanRow[]) => insert(client, SPANS, rows);

const MONEY = `
INSERT INTO money_movement (id, matter_id, event_id, kind, "on", amount)
SELECT gen_random_uuid(), matter_id, event_id, kind, "on", amount
FROM json_to_recordset($1::json) AS r (matter_id uuid, event_id uuid, kind text, "on" date, amount bigint)`;

export const insertMoney = (client: ClientBase, rows: readonly MoneyRow[]) => insert(client, MONEY, rows);

const OUTBOX = `
INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, html, next_try_at, created_at)
SELECT id, message_id, kind, recipient_id, to_address, subject, text, html, next_try_at, created_at
FROM json_to_recordset($1::json) AS r (id uuid, message_id text, kind text, recipient_id uuid, to_address text, subject text,
  text text, html text, next_try_at timestamptz, created_at timestamptz)
ON CONFLICT DO NOTHING`;

export const insertOutbox = (client: ClientBase, rows: readonly OutboxRow[]) => insert(client, OUTBOX, rows);

const ALERTS = `
INSERT INTO alert (id, matter_id, deadline_id, threshold, recipient_id, channel, urgency, due_at, created_at, state, outbox_id,
  policy_version_id, level, instead_of)
SELECT id, matter_id, deadline_id, threshold, recipient_id, channel, urgency, due_at, created_at, state, outbox_id,
  policy_version_id, level, instead_of
FROM json_to_recordset($1::json) AS r (id uuid, matter_id uuid, deadline_id uuid, threshold text, recipient_id uuid,
  channel text, urgency text, due_at timestamptz, created_at timestamptz, state text, outbox_id uuid,
  policy_version_id uuid, level text, instead_of uuid)
ON CONFLICT DO NOTHING`;

/** Alerts that are not there yet; their outbox rows must have been written before. */
export const insertAlerts = (client: ClientBase, rows: readonly AlertRow[]) => insert(client, ALERTS, rows);
