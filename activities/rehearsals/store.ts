/** Rehearsals as they are kept. */

import type { ClientBase, Pool } from 'pg';
import { LawRefused } from '../law';
import type { Subject } from './subject';

/** Instants are ISO. */
export interface Rehearsal {
  readonly id: string;
  readonly subject: Subject;
  /** Code of the officer who began it. */
  readonly author: string;
  readonly createdAt: string;
  readonly lawStamp: number;
  readonly state: 'computing' | 'ready' | 'applied' | 'abandoned';
  readonly mattersTotal: number;
  readonly mattersDone: number;
  /** The last matter tried. */
  readonly after: string | null;
  readonly readyAt: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COLUMNS = `
id, subject, author, ${instant('created_at')} AS "createdAt", law_stamp AS "lawStamp", state::text AS state,
matters_total AS "mattersTotal", matters_done AS "mattersDone", after, ${instant('ready_at')} AS "readyAt",
${instant('ended_at')} AS "endedAt", ended_by AS "endedBy"`;

/** The latest rehearsals first. */
export const rehearsals = async (client: ClientBase | Pool, limit: number): Promise<readonly Rehearsal[]> =>
  (await client.query<Rehearsal>(`SELECT ${COLUMNS} FROM rehearsal ORDER BY created_at DESC, id LIMIT $1`, [limit]))
    .rows;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @param lock nobody else may change it until the transaction ends. @throws LawRefused `no_such_rehearsal` */
export async function rehearsalOf(client: ClientBase | Pool, id: string, lock = false): Promise<Rehearsal> {
  const text = `SELECT ${COLUMNS} FROM rehearsal WHERE id = $1::uuid${lock ? ' FOR UPDATE' : ''}`;
  const row = UUID.test(id) ? (await client.query<Rehearsal>(text, [id])).rows[0] : undefined;
  if (row) return row;
  throw new LawRefused(
    'no_such_rehearsal',
    `Không có lần chạy thử ${id}. Xem: thoihan law rehearsals.`,
    `There is no rehearsal ${id}. See: thoihan law rehearsals.`,
  );
}

/** The same, demanded in the state `ready`. @throws LawRefused `not_ready`, `no_such_rehearsal` */
export async function readyRehearsal(client: ClientBase, id: string): Promise<Rehearsal> {
  const rehearsal = await rehearsalOf(client, id, true);
  if (rehearsal.state === 'ready') return rehearsal;
  const vi = { computing: 'còn đang tính', applied: 'đã áp dụng', abandoned: 'đã bỏ', ready: '' }[rehearsal.state];
  throw new LawRefused('not_ready', `Lần chạy thử ${id} ${vi}.`, `Rehearsal ${id} is ${rehearsal.state}.`);
}
