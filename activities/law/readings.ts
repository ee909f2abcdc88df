/** Decisions on points that the texts leave open: taken by one person, in force when a second has signed. */

import type { ClientBase, Pool } from 'pg';
import { keyOf, type LawInForce, type OpenPoint, openPoints, toIso, vietnamDay } from '../../law';
import { lawInForce } from '../../law/in-force';
import type { LawId } from '../../law/model';
import { inTransaction } from '../matters/transaction';
import { audit } from './audit';
import { packsInForce } from './parts';
import { LawRefused } from './refused';
import { demandCountersigner, demandSigner, signerOn } from './signers';

/** Puts a point back to where it was before anything was decided. */
export const UNDECIDED = 'undecided';

/** A decision as it is kept. Instants are ISO. */
export interface StoredDecision {
  readonly id: string;
  readonly law: LawId;
  readonly subject: string;
  readonly point: OpenPoint['point'];
  readonly choice: string;
  readonly basis: string;
  readonly author: string;
  readonly decidedAt: string;
  readonly countersigner: string | null;
  readonly countersignedAt: string | null;
}

/** An open point and how it stands. */
export interface PointState extends OpenPoint {
  readonly state: 'open' | 'pending' | 'decided';
  /** Choice in use; null while it is open. */
  readonly inUse: string | null;
  /** The decision in force. */
  readonly decided: StoredDecision | null;
  /** Decisions that wait for the second signature. */
  readonly pending: readonly StoredDecision[];
}

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COLUMNS = `
id, law, subject, point, choice, basis, author, ${instant('decided_at')} AS "decidedAt", countersigner,
${instant('countersigned_at')} AS "countersignedAt"`;

/** Every point on which the packs in force leave a choice. Decisions are not laid over them here. */
async function points(client: ClientBase | Pool, calendar: LawInForce['calendar']): Promise<readonly OpenPoint[]> {
  const { statutes, rules } = lawInForce({ packs: await packsInForce(client), calendar });
  return openPoints(statutes, rules);
}

/** On what most hangs first: lengths, then what lengthens and stops them, then sentences to compare. */
const WEIGHT: Readonly<Record<OpenPoint['point'], number>> = {
  reading: 0,
  extension: 1,
  resume: 2,
  'swap-days': 3,
  activate: 4,
  transition: 5,
  rule: 6,
  source: 7,
};

/** How every open point stands: those still open first, and of these the lengths that are disputed. */
export async function readings(client: ClientBase | Pool, law: LawInForce): Promise<readonly PointState[]> {
  const { rows } = await client.query<StoredDecision>(`SELECT ${COLUMNS} FROM reading ORDER BY decided_at, id`);
  const states = (await points(client, law.calendar)).map((point): PointState => {
    const own = rows.filter(row => keyOf(row) === keyOf(point));
    const latest = own
      .filter(row => row.countersignedAt !== null)
      .sort((a, b) => (a.countersignedAt! < b.countersignedAt! ? -1 : 1))
      .at(-1);
    const decided = latest && point.choices.some(({ id }) => id === latest.choice) ? latest : null;
    const pending = own.filter(row => row.countersignedAt === null && row.decidedAt > (latest?.countersignedAt ?? ''));
    const state = pending.length > 0 ? 'pending' : decided ? 'decided' : 'open';
    return { ...point, state, inUse: decided?.choice ?? null, decided, pending };
  });
  const order = { open: 0, pending: 1, decided: 2 };
  const doubt = ({ confidence }: OpenPoint) => (confidence === 'Q*' ? 0 : 1);
  return states.sort(
    (a, b) => order[a.state] - order[b.state] || WEIGHT[a.point] - WEIGHT[b.point] || doubt(a) - doubt(b),
  );
}

export interface Decide {
  /** Made by the caller, so that the same decision again is the same row. */
  readonly id: string;
  readonly subject: string;
  readonly choice: string;
  /** Needed only where the same id and choice exist in both laws, or on two points. */
  readonly law?: LawId | undefined;
  readonly point?: OpenPoint['point'] | undefined;
  readonly basis: string;
  readonly by: string;
  readonly now: number;
}

const INSERT = `
INSERT INTO reading (id, law, subject, point, choice, basis, author, decided_at)
VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0))
ON CONFLICT (id) DO NOTHING`;
const BY_ID = `SELECT ${COLUMNS} FROM reading WHERE id = $1::uuid`;

/**
 * The first signature under a decision; it changes nothing yet.
 * @throws LawRefused naming the choices there are
 */
export function decide(pool: Pool, law: LawInForce, wanted: Decide): Promise<StoredDecision> {
  return inTransaction(pool, async client => {
    const signer = await demandSigner(client, wanted.by, toIso(vietnamDay(wanted.now)));
    const point = pointFor(await points(client, law.calendar), wanted);
    const { id, choice, basis, now } = wanted;
    const values = [id, point.law, point.subject, point.point, choice, basis, signer.code, now];
    const { rowCount } = await client.query(INSERT, values);
    if (rowCount === 1) {
      const detail = { id, point: point.point, choice, basis };
      await audit(client, now, signer.id, 'decideReading', `reading:${point.law}/${point.subject}`, detail);
    }
    return (await client.query<StoredDecision>(BY_ID, [id])).rows[0]!;
  });
}

function pointFor(all: readonly OpenPoint[], { subject, choice, law, point }: Decide): OpenPoint {
  const near = all.filter(
    one => one.subject === subject && (law ?? one.law) === one.law && (point ?? one.point) === one.point,
  );
  const fitting = near.filter(one => choice === UNDECIDED || one.choices.some(({ id }) => id === choice));
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  const said = (list: readonly OpenPoint[]) =>
    list.map(one => `${one.law} ${one.point}: ${one.choices.map(({ id }) => id).join(' | ')}`).join('; ');
  if (fitting.length > 1) {
    throw new LawRefused(
      'which_point',
      `“${subject}” có nhiều điểm chưa rõ nhận “${choice}”; hãy nêu --law hoặc --point: ${said(fitting)}.`,
      `“${subject}” has several open points that take “${choice}”; name --law or --point: ${said(fitting)}.`,
    );
  }
  throw near.length > 0
    ? new LawRefused(
        'unknown_choice',
        `“${subject}” không có cách hiểu “${choice}”; có: ${said(near)}.`,
        `“${subject}” has no reading “${choice}”; there are: ${said(near)}.`,
      )
    : new LawRefused(
        'unknown_point',
        `“${subject}” không phải điểm chưa rõ của các bản đang áp dụng. Xem: thoihan law readings.`,
        `“${subject}” is no open point of the packs in force. See: thoihan law readings.`,
      );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A decision by its id; null when there is none. */
export const storedDecision = async (client: ClientBase | Pool, id: string): Promise<StoredDecision | null> =>
  UUID.test(id) ? ((await client.query<StoredDecision>(BY_ID, [id])).rows[0] ?? null) : null;

const COUNTERSIGN = `
UPDATE reading SET countersigner = $2, countersigned_at = to_timestamp($3 / 1000.0) WHERE id = $1::uuid`;

/**
 * The second signature, in the caller's transaction: from then on the reading decided is in use, and a decision before it no longer.
 * @param id of the decision, or the duty's when exactly one decision about it waits
 * @throws LawRefused
 */
export async function countersignIn(
  client: ClientBase,
  law: LawInForce,
  { id, by, now }: { id: string; by: string; now: number },
): Promise<StoredDecision> {
  const earlier = UUID.test(id) ? (await client.query<StoredDecision>(BY_ID, [id])).rows[0] : undefined;
  const again = await signerOn(client, by, toIso(vietnamDay(now)));
  // The same signature again, because its answer was lost.
  if (earlier?.countersignedAt && again && earlier.countersigner === again.code) return earlier;
  const decision = await waiting(client, id);
  const signer = await demandCountersigner(client, by, decision.author, toIso(vietnamDay(now)));
  const { subject, choice, law: of, point, basis, author } = decision;
  pointFor(await points(client, law.calendar), { ...decision, by, now });
  await client.query(COUNTERSIGN, [decision.id, signer.code, now]);
  const detail = { id: decision.id, point, choice, basis, author };
  await audit(client, now, signer.id, 'countersignReading', `reading:${of}/${subject}`, detail);
  return (await client.query<StoredDecision>(BY_ID, [decision.id])).rows[0]!;
}

/** The same in a transaction of its own. */
export const countersign = (
  pool: Pool,
  law: LawInForce,
  input: Parameters<typeof countersignIn>[2],
): Promise<StoredDecision> => inTransaction(pool, client => countersignIn(client, law, input));

const WAITING = `
SELECT ${COLUMNS} FROM reading WHERE (id::text = $1 OR subject = $1) AND countersigned_at IS NULL ORDER BY decided_at FOR UPDATE`;

async function waiting(client: ClientBase, id: string): Promise<StoredDecision> {
  const { rows } = await client.query<StoredDecision>(WAITING, [id]);
  const [only] = rows;
  if (only && rows.length === 1) return only;
  const ids = rows.map(row => `${row.id} (${row.choice})`).join(', ');
  throw only
    ? new LawRefused(
        'which_decision',
        `Có ${rows.length} quyết định về “${id}” đang chờ ký; hãy nêu id: ${ids}.`,
        `${rows.length} decisions about “${id}” wait; name the id: ${ids}.`,
      )
    : new LawRefused(
        'nothing_to_countersign',
        `Không có quyết định “${id}” nào đang chờ ký. Xem: thoihan law readings.`,
        `No decision “${id}” waits for a second signature. See: thoihan law readings.`,
      );
}
