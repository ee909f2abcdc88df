/** Statute packs of an agency: loaded as drafts, in force by the signature of a second person, replaced by a later version. */

import type { ClientBase, Pool, PoolClient } from 'pg';
import { builtInPack, keyOf, openPoints, packHash, type StatutePack, toIso, vietnamDay } from '../../law';
import type { LawId } from '../../law/model';
import { inTransaction } from '../matters/transaction';
import { audit } from './audit';
import { type KeptPack, type PackChanges, packChanges, packDocument, readPack } from './pack-file';
import { contentOf, decisionsInForce, packsInForce } from './parts';
import { LawRefused } from './refused';
import { demandCountersigner, demandSigner, signerOn } from './signers';

/** A pack as it is kept. Instants are ISO. */
export interface StoredPack extends KeptPack {
  readonly basis: string;
  readonly author: string;
  readonly loadedAt: string;
  readonly countersigner: string | null;
  readonly inForceSince: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

const instantOf = (column: string, name: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`;
const COLUMNS = `
law, version, hash, origin::text, state::text, in_force_from::text AS "inForceFrom", in_force_to::text AS "inForceTo", basis, author,
${instantOf('loaded_at', 'loadedAt')}, countersigner, ${instantOf('in_force_since', 'inForceSince')},
${instantOf('withdrawn_at', 'withdrawnAt')}, withdrawn_by AS "withdrawnBy", withdrawal_reason AS "withdrawalReason"`;

/** Every pack kept, the law in force first, newest first. */
export const storedPacks = async (client: ClientBase | Pool): Promise<readonly StoredPack[]> =>
  (
    await client.query<StoredPack>(
      `SELECT ${COLUMNS} FROM statute_pack ORDER BY law DESC, in_force_from DESC, loaded_at DESC, version DESC`,
    )
  ).rows;

/**
 * The content of one version; without a version, of the pack of that law in force today.
 * @throws LawRefused `no_such_pack`
 */
export async function packContent(
  client: ClientBase | Pool,
  law: LawId,
  version: string | null,
  now: number,
): Promise<StatutePack> {
  if (version === null) {
    const day = toIso(vietnamDay(now));
    const own = (await packsInForce(client)).filter(pack => pack.law === law);
    return own.findLast(pack => pack.inForceFrom <= day) ?? own.at(-1)!;
  }
  const { rows } = await client.query<{ hash: string; content: StatutePack | null }>(
    'SELECT hash, content FROM statute_pack WHERE law = $1 AND version = $2',
    [law, version],
  );
  const own = builtInPack(law);
  if (rows[0]) return contentOf({ law, version, ...rows[0] }, own);
  if (version === own.version) return own;
  throw noSuchPack(law, version);
}

const noSuchPack = (law: string, version: string) =>
  new LawRefused(
    'no_such_pack',
    `Không có bản ${version} của Luật ${law}. Xem: thoihan law packs.`,
    `There is no version ${version} of the law of ${law}. See: thoihan law packs.`,
  );

/** One change of packs at a time, until the transaction ends. */
export const lockPacks = (client: ClientBase) =>
  client.query(`SELECT pg_advisory_xact_lock(hashtext('statute packs'))`);

export interface LoadedPack {
  readonly law: LawId;
  readonly version: string;
  readonly hash: string;
  readonly state: KeptPack['state'];
  /** What differs from the pack it would take the place of. */
  readonly changes: PackChanges;
  /** Changed rows about which a decision is in force that the pack leaves standing: it goes on to decide. */
  readonly decided: readonly string[];
  /** The version it would take the place of; null when it follows what is there. */
  readonly replaces: string | null;
}

const INSERT = `
INSERT INTO statute_pack (law, version, hash, in_force_from, in_force_to, basis, content, origin, state, loaded_at, author)
VALUES ($1, $2, $3, $4::date, $5::date, $6, $7::jsonb, 'agency', 'draft', to_timestamp($8 / 1000.0), $9)`;

/**
 * Keep a pack as a draft. The same content again changes nothing.
 * @param document parsed JSON, in the form of `packDocument`
 * @param file name of the file, for what is said of it
 * @throws LawRefused with everything that is wrong; nothing was written
 */
export function loadPack(
  pool: Pool,
  { document, file, by, now }: { document: unknown; file: string; by: string; now: number },
): Promise<LoadedPack> {
  return inTransaction(pool, async client => {
    await lockPacks(client);
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)));
    const kept = await storedPacks(client);
    const inForce = await packsInForce(client);
    const { pack, problems } = readPack(document, file, { kept, inForce });
    if (pack === null) {
      throw new LawRefused(
        'bad_pack',
        `${file}: ${problems.length} chỗ cần sửa; chưa ghi gì.`,
        `${file}: ${problems.length} things to mend; nothing was written.`,
        problems.map(({ field, vi, en }) => ({ field: `${file}: ${field}`, vi, en })),
      );
    }
    const { law, version, inForceFrom, inForceTo, basis } = pack;
    const hash = packHash(pack);
    const before = replacedBy(inForce, pack);
    const changes = packChanges(before ?? latestOf(inForce, law), pack);
    const answer = { law, version, hash, changes, decided: await stillDecided(client, pack, changes) };
    const replaces = before?.version ?? null;
    const same = kept.find(one => one.law === law && one.version === version);
    if (same) return { ...answer, replaces, state: same.state };
    const content = JSON.stringify(pack);
    await client.query(INSERT, [law, version, hash, inForceFrom, inForceTo, basis, content, now, signer.code]);
    await audit(client, now, signer.id, 'loadStatutePack', `pack:${law}/${version}`, { hash, replaces });
    return { ...answer, replaces, state: 'draft' };
  });
}

async function stillDecided(client: ClientBase, pack: StatutePack, { changed }: PackChanges): Promise<string[]> {
  const statutes = { duties: { '2025': [], '2008': [], [pack.law]: pack.duties }, events: {} };
  const open = new Set(openPoints(statutes).flatMap(point => point.choices.map(({ id }) => `${keyOf(point)} ${id}`)));
  const decisions = await decisionsInForce(client);
  return decisions
    .filter(one => changed.includes(one.subject) && open.has(`${keyOf(one)} ${one.choice}`))
    .map(one => one.subject);
}

const replacedBy = (inForce: readonly StatutePack[], { law, inForceFrom }: StatutePack) =>
  inForce.find(one => one.law === law && one.inForceFrom === inForceFrom);
const latestOf = (inForce: readonly StatutePack[], law: LawId) => inForce.filter(one => one.law === law).at(-1);

const LOCKED = `SELECT ${COLUMNS}, content FROM statute_pack WHERE law = $1 AND version = $2 FOR UPDATE`;
const REPLACE = `
UPDATE statute_pack SET state = 'withdrawn', withdrawn_at = to_timestamp($3 / 1000.0), withdrawn_by = $4, withdrawal_reason = $5
WHERE law = $1 AND in_force_from = $2::date AND state = 'signed' RETURNING version`;
const SIGN = `
UPDATE statute_pack SET state = 'signed', countersigner = $3, in_force_since = to_timestamp($4 / 1000.0)
WHERE law = $1 AND version = $2`;

export interface SignedPack {
  readonly law: LawId;
  readonly version: string;
  readonly hash: string;
  readonly author: string;
  readonly countersigner: string;
  /** Versions that are out of force from now on. */
  readonly replaced: readonly string[];
}

/**
 * The second signature, in the caller's transaction: from then on the pack decides.
 * @throws LawRefused when it is no draft of an agency, or not for this person to sign, or no longer fits
 */
export async function signPackIn(
  client: PoolClient,
  input: { law: LawId; version: string; by: string; now: number },
): Promise<SignedPack> {
  const { law, version, now } = input;
  await lockPacks(client);
  const row = (await client.query<StoredPack & { content: StatutePack }>(LOCKED, [law, version])).rows[0];
  if (!row) throw noSuchPack(law, version);
  if (row.origin === 'built_in') {
    throw new LawRefused(
      'built_in_pack',
      `Bản ${version} đi kèm chương trình. Muốn dùng: xuất ra tệp, đặt số bản của đơn vị, nạp rồi ký.`,
      `Version ${version} came with the program. To use it: export it, give it a version of your own, load and sign that.`,
    );
  }
  // The same signature again, because its answer was lost.
  const by = await signerOn(client, input.by, toIso(vietnamDay(now)));
  if (row.state === 'signed' && by !== null && row.countersigner === by.code) {
    return { law, version, hash: row.hash, author: row.author, countersigner: by.code, replaced: [] };
  }
  if (row.state !== 'draft') {
    throw new LawRefused(
      'not_a_draft',
      `Bản ${version} ${row.state === 'signed' ? 'đã ký và đang áp dụng' : 'đã rút hoặc bị thay'}; chỉ ký bản nháp.`,
      `Version ${version} is ${row.state === 'signed' ? 'signed and in force' : 'withdrawn or replaced'}; only drafts are signed.`,
    );
  }
  const signer = await demandCountersigner(client, input.by, row.author, toIso(vietnamDay(now)));
  await demandStillSound(client, row);
  const replaced = await client.query<{ version: string }>(REPLACE, [
    law,
    row.inForceFrom,
    now,
    signer.code,
    `thay bằng ${version}`,
  ]);
  await client.query(SIGN, [law, version, signer.code, now]);
  const answer = {
    ...{ law, version, hash: row.hash, author: row.author, countersigner: signer.code },
    replaced: replaced.rows.map(one => one.version),
  };
  const { hash, author, replaced: out } = answer;
  await audit(client, now, signer.id, 'signStatutePack', `pack:${law}/${version}`, { hash, author, replaced: out });
  return answer;
}

/** The same in a transaction of its own. */
export const signPack = (pool: Pool, input: Parameters<typeof signPackIn>[1]): Promise<SignedPack> =>
  inTransaction(pool, client => signPackIn(client, input));

/** Others may have been signed, and the program's events may have changed, since it was loaded. */
async function demandStillSound(client: PoolClient, row: StoredPack & { content: StatutePack }): Promise<void> {
  const kept = (await storedPacks(client)).filter(one => one.law !== row.law || one.version !== row.version);
  const inForce = await packsInForce(client);
  const pack = contentOf(row, builtInPack(row.law));
  const { problems } = readPack(packDocument(pack), row.version, { kept, inForce });
  if (problems.length === 0) return;
  throw new LawRefused(
    'bad_pack',
    `Bản ${row.version} không còn khớp với chương trình hoặc với các bản đã ký; hãy sửa và nạp số bản mới.`,
    `Version ${row.version} no longer fits the program or what was signed since; mend it and load a new version.`,
    problems.map(({ field, vi, en }) => ({ field: `${row.version}: ${field}`, vi, en })),
  );
}

const WITHDRAW = `
UPDATE statute_pack SET state = 'withdrawn', withdrawn_at = to_timestamp($3 / 1000.0), withdrawn_by = $4, withdrawal_reason = $5
WHERE law = $1 AND version = $2 AND state = 'draft' AND origin = 'agency'`;

/** Give up a draft. @throws LawRefused when it is none */
export function withdrawPack(
  pool: Pool,
  { law, version, by, reason, now }: { law: LawId; version: string; by: string; reason: string; now: number },
): Promise<void> {
  return inTransaction(pool, async client => {
    await lockPacks(client);
    const signer = await demandSigner(client, by, toIso(vietnamDay(now)));
    const { rowCount } = await client.query(WITHDRAW, [law, version, now, signer.code, reason]);
    if (rowCount === 0) {
      throw new LawRefused(
        'not_a_draft',
        `Không có bản nháp ${version} của Luật ${law}. Bản đã ký chỉ thay được bằng một bản mới được ký.`,
        `There is no draft ${version} of the law of ${law}. A signed pack is only replaced by a new one that is signed.`,
      );
    }
    await audit(client, now, signer.id, 'withdrawStatutePack', `pack:${law}/${version}`, { reason });
  });
}
