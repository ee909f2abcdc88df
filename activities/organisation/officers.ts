/** Officers as they are taken into the record, and the offices they hold. */

import type { ClientBase, Pool } from 'pg';
import { addressFault } from '../mail/address';
import { addressTaken, wrongAddress } from '../mail/tasks';
import { inTransaction } from '../matters/transaction';
import { OfficeRefused } from './refused';

export const ROLES = [
  'enforcer',
  'complaint_handler',
  'branch_head',
  'department_head',
  'province_head',
  'legal_officer',
  'clerk',
  'administrator',
] as const;
export type OfficeRole = (typeof ROLES)[number];

export interface NewOfficer {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly unitId: string;
  readonly roles: readonly OfficeRole[];
  /** ISO date from which the roles are held. */
  readonly from: string;
}

const CODE_TAKEN = `SELECT 1 FROM officer WHERE code = $1 AND id <> $2::uuid`;
const EMAIL_TAKEN = `SELECT code FROM officer WHERE lower(email) = lower($1) AND id <> $2::uuid`;
const INSERT = `
INSERT INTO officer (id, code, name, email, unit_id) VALUES ($1::uuid, $2, $3, $4, $5::uuid) ON CONFLICT (id) DO NOTHING`;
const APPOINT = `
INSERT INTO officer_role (officer_id, unit_id, role, valid_from, valid_to)
VALUES ($1::uuid, $2::uuid, $3::"Role", $4::date, $5::date)
ON CONFLICT (officer_id, unit_id, role, valid_from) DO UPDATE SET valid_to = EXCLUDED.valid_to`;
const AUDIT = `INSERT INTO audit (at, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5)`;

/**
 * Take an officer into the record. Safe to repeat with the same id.
 * @param by officer id or `system`
 * @param now epoch ms
 * @throws OfficeRefused when the address is none, or code or address are another's
 */
export async function createOfficer(pool: Pool, officer: NewOfficer, by: string, now: number): Promise<void> {
  const { id, code, name, email, unitId, roles, from } = officer;
  const fault = addressFault(email);
  if (fault !== null) throw wrongAddress(fault);
  await inTransaction(pool, async client => {
    if ((await client.query(CODE_TAKEN, [code, id])).rowCount !== 0) {
      throw refused('code_taken', 'code', `Mã ${code} đã có cán bộ khác dùng.`, `Code ${code} is another officer's.`);
    }
    const { rows } = await client.query<{ code: string }>(EMAIL_TAKEN, [email, id]);
    if (rows[0] !== undefined) throw addressTaken(rows[0].code);
    const { rowCount } = await client.query(INSERT, [id, code, name, email, unitId]);
    if (rowCount === 0) return;
    for (const role of roles) await client.query(APPOINT, [id, unitId, role, from, null]);
    await client.query(AUDIT, [new Date(now), by, 'createOfficer', `officer:${id}`, { unitId, roles }]);
  });
}

export interface Appointment {
  readonly officerId: string;
  readonly unitId: string;
  readonly role: OfficeRole;
  /** ISO date, included. */
  readonly from: string;
  /** Last day, ISO; null: until further notice. */
  readonly until: string | null;
}

/** Appoint an officer to a role in a unit from a day on; said again with another last day, it is ended then. Safe to repeat. */
export async function appoint(pool: Pool, appointment: Appointment, by: string, now: number): Promise<void> {
  const { officerId, unitId, role, from, until } = appointment;
  if (until !== null && until < from) {
    throw refused('wrong_days', 'until', 'Ngày cuối trước ngày đầu.', 'The last day is before the first.');
  }
  await inTransaction(pool, async client => {
    await client.query(APPOINT, [officerId, unitId, role, from, until]);
    const detail = { unitId, role, from, until };
    await client.query(AUDIT, [new Date(now), by, 'appoint', `officer:${officerId}`, detail]);
  });
}

const KNOWN = `
SELECT code, lower(email) AS email FROM officer WHERE lower(email) = ANY($1::text[])`;

/**
 * Refuses a list of officers whose addresses are none, doubled in the list, or held by somebody with another code: all of them named,
 * before anything is written.
 * @throws OfficeRefused
 */
export async function refuseAddresses(
  client: ClientBase | Pool,
  officers: readonly { readonly code: string; readonly email: string }[],
): Promise<void> {
  const seen = new Map<string, string>();
  const { rows } = await client.query<{ code: string; email: string }>(KNOWN, [
    officers.map(officer => officer.email.toLowerCase()),
  ]);
  for (const { code, email } of rows) seen.set(email, code);
  const faults = officers.flatMap(({ code, email }) => {
    const fault = addressFault(email);
    if (fault !== null) return [{ vi: `${code}: ${fault.vi}`, en: `${code}: ${fault.en}` }];
    const holder = seen.get(email.toLowerCase()) ?? code;
    seen.set(email.toLowerCase(), holder);
    const taken = addressTaken(holder);
    return holder === code ? [] : [{ vi: `${code}: ${taken.vi}`, en: `${code}: ${taken.en}` }];
  });
  if (faults.length === 0) return;
  const [vi, en] = [faults.map(fault => fault.vi).join(' '), faults.map(fault => fault.en).join(' ')];
  throw refused('wrong_address', 'email', vi, en);
}

const refused = (code: OfficeRefused['code'], field: string, vi: string, en: string) =>
  new OfficeRefused(code, field, vi, en);
