import type { Pool, PoolClient } from 'pg';
import { canonical, sha256 } from '../../law/canonical';
import type { StatementSummary, WriteStatement } from '../contract';
import { inTransaction } from '../matters/transaction';
import { type Count, count, type PartRow } from './count';
import { HASH_OF_GAPS, KEEP_GAPS } from './gaps-sql';

const DAY_MS = 86_400_000;
const GENESIS = '0'.repeat(64);

/** A statement as it is kept, days ISO, instants epoch ms. */
export interface KeptStatement {
  readonly n: number;
  readonly day: string;
  readonly revision: number;
  readonly at: number;
  readonly since: number;
  readonly deadlines: number;
  readonly early: number;
  readonly groundless: number;
  readonly asked: number;
  readonly revived: number;
  readonly gapsHash: string;
  readonly prevHash: string;
  readonly hash: string;
}

const COLUMNS = `n, to_char(day, 'YYYY-MM-DD') AS day, revision, (extract(epoch FROM at) * 1000)::float8 AS at,
  (extract(epoch FROM since) * 1000)::float8 AS since, deadlines, early, groundless, asked, revived, gaps_hash AS "gapsHash",
  prev_hash AS "prevHash", hash`;
const ONE = `SELECT ${COLUMNS} FROM alert_statement WHERE day = $1::date AND revision = $2`;
const LATEST_OF_DAY = `SELECT ${COLUMNS} FROM alert_statement WHERE day = $1::date ORDER BY revision DESC LIMIT 1`;
const LATEST = `SELECT ${COLUMNS} FROM alert_statement ORDER BY day DESC, revision DESC LIMIT 1`;
const PREVIOUS = `SELECT hash FROM alert_statement ORDER BY n DESC LIMIT 1`;
const SINCE = `
SELECT (extract(epoch FROM max(at)) * 1000)::float8 AS since FROM alert_statement
WHERE day = (SELECT max(day) FROM alert_statement WHERE day < $1::date) AND at <= $2`;
export const PARTS_OF = `
SELECT province_id, fresh, due, created, acknowledged, accepted, on_the_way, waiting, held, silent, settled, undeliverable, nobody, unaccounted
FROM alert_statement_part WHERE statement = $1::int ORDER BY province_id, fresh`;

const INSERT = `
INSERT INTO alert_statement (day, revision, at, since, deadlines, early, groundless, asked, revived, gaps_hash, prev_hash, hash)
VALUES ($1::date, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING n`;
const INSERT_PARTS = `
INSERT INTO alert_statement_part
SELECT $1::int, r.* FROM json_to_recordset($2::json) AS r (province_id uuid, fresh boolean, due int, created int, acknowledged int, accepted int,
  on_the_way int, waiting int, held int, silent int, settled int, undeliverable int, nobody int, unaccounted int)`;

/** What the hash of a statement stands for; its place in the chain comes with the hash before. */
type Sealed = Omit<KeptStatement, 'n' | 'hash'>;

const seal = (statement: Sealed, parts: readonly PartRow[]): string => sha256(canonical({ ...statement, parts }));

/**
 * Count and write the statement of a day. Written once: a repeat gives what was written.
 * @throws when the database refuses the sum of fates, which would be an error in the counting
 */
export function writeStatement(pool: Pool, input: WriteStatement): Promise<StatementSummary> {
  return inTransaction(pool, async client => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    // Before anything is read: who comes second then sees what the first has written, and the chain has no fork.
    await client.query('LOCK TABLE alert_statement IN SHARE ROW EXCLUSIVE MODE');
    const { day, revision, now, asked, revived } = input;
    const written = (await client.query<KeptStatement>(ONE, [day, revision])).rows[0];
    if (written !== undefined) return summary(written, (await client.query<PartRow>(PARTS_OF, [written.n])).rows);
    const before = (await client.query<{ since: number | null }>(SINCE, [day, new Date(now)])).rows[0]!.since;
    const since = before ?? now - DAY_MS;
    const counted = await count(client, now, since);
    const statement = await keep(client, { day, revision, at: now, since, asked, revived }, counted);
    return summary(statement, counted.parts);
  });
}

async function keep(
  client: PoolClient,
  head: Pick<KeptStatement, 'day' | 'revision' | 'at' | 'since' | 'asked' | 'revived'>,
  { parts, deadlines, early, groundless, gapsHash }: Count,
): Promise<KeptStatement> {
  const prevHash = (await client.query<{ hash: string }>(PREVIOUS)).rows[0]?.hash ?? GENESIS;
  const sealed: Sealed = { ...head, deadlines, early, groundless, gapsHash, prevHash };
  const hash = seal(sealed, parts);
  const { rows } = await client.query<{ n: number }>(INSERT, [
    sealed.day,
    sealed.revision,
    new Date(sealed.at),
    new Date(sealed.since),
    deadlines,
    early,
    groundless,
    sealed.asked,
    sealed.revived,
    gapsHash,
    prevHash,
    hash,
  ]);
  const { n } = rows[0]!;
  await client.query(INSERT_PARTS, [n, JSON.stringify(parts)]);
  await client.query(KEEP_GAPS, [n]);
  return { ...sealed, n, hash };
}

const summary = ({ n, day, revision }: KeptStatement, parts: readonly PartRow[]): StatementSummary => ({
  statement: n,
  day,
  revision,
  due: sum(parts, 'due'),
  unaccounted: sum(parts, 'unaccounted'),
});

const sum = (parts: readonly PartRow[], name: 'due' | 'unaccounted'): number =>
  parts.reduce((total, part) => total + part[name], 0);

/** The last revision of the statement of a day (ISO date), or of the latest day. Null when there is none. */
export async function statementOf(client: Pool | PoolClient, day: string | null): Promise<KeptStatement | null> {
  const found = day === null ? await client.query(LATEST) : await client.query(LATEST_OF_DAY, [day]);
  return found.rows[0] ?? null;
}

const CHAIN = `SELECT ${COLUMNS} FROM alert_statement ORDER BY n`;

/** Number of the first statement whose content or place in the chain is not what its hash says; null when all are. */
export async function brokenStatement(client: Pool | PoolClient): Promise<number | null> {
  let before = GENESIS;
  for (const { n, hash, ...sealed } of (await client.query<KeptStatement>(CHAIN)).rows) {
    const parts = (await client.query<PartRow>(PARTS_OF, [n])).rows;
    const gaps = (await client.query<{ hash: string }>(HASH_OF_GAPS, [n])).rows[0]!.hash;
    if (sealed.prevHash !== before || sealed.gapsHash !== gaps || seal(sealed, parts) !== hash) return n;
    before = hash;
  }
  return null;
}
