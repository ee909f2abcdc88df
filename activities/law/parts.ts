/** What the law in force is put together from, as it is kept: packs and decisions. */

import type { ClientBase, Pool } from 'pg';
import { builtInPack, packHash, type ReadingDecision, type RuleChoice, type StatutePack, settingsOf } from '../../law';
import type { LawId, LawSettings } from '../../law/model';

const LAWS: readonly LawId[] = ['2025', '2008'];

export interface PackRow {
  readonly law: LawId;
  readonly version: string;
  readonly hash: string;
  readonly content: StatutePack | null;
}

// Without an instant: what is in force now; with one: what was in force then.
const PACKS = `
SELECT law, version, hash, content FROM statute_pack
WHERE CASE WHEN $1::timestamptz IS NULL THEN state = 'signed'
  ELSE in_force_since <= $1 AND (withdrawn_at IS NULL OR withdrawn_at > $1) END
ORDER BY law, in_force_from`;

/**
 * The packs in force, at least one of each law; where nothing is kept, what comes with the program.
 * @param at null for now
 */
export async function packsInForce(client: ClientBase | Pool, at: Date | null = null): Promise<readonly StatutePack[]> {
  const { rows } = await client.query<PackRow>(PACKS, [at]);
  return LAWS.flatMap(law => {
    const kept = rows.filter(row => row.law === law);
    const own = builtInPack(law);
    return kept.length === 0 ? [own] : kept.map(row => contentOf(row, own));
  });
}

/** @throws Error when the content is not the one that was signed: nobody's dates may follow from it. */
export function contentOf({ law, version, hash, content }: PackRow, own: StatutePack): StatutePack {
  // What the program itself has in memory need not be read again; rows of older programs have no content.
  if (hash === packHash(own) || content === null) return own;
  if (packHash(content) === hash) return content;
  throw new Error(
    `Bản ${version} của Luật ${law} không khớp nội dung đã ký (SHA-256); hãy khôi phục từ bản sao lưu. / ` +
      `Pack ${version} of the law of ${law} is not what was signed (SHA-256); restore it from a backup.`,
  );
}

const SIGNED = `
SELECT law, subject, point, choice, basis, day AS "on" FROM (
  SELECT DISTINCT ON (law, subject, point) law, subject, point, choice, basis,
    to_char(countersigned_at AT TIME ZONE INTERVAL '+07:00', 'YYYY-MM-DD') AS day
  FROM reading
  WHERE countersigned_at IS NOT NULL AND ($1::timestamptz IS NULL OR countersigned_at <= $1)
  ORDER BY law, subject, point, countersigned_at DESC, id
) latest
WHERE choice <> 'undecided'`;
const DECISIONS = `${SIGNED} AND point <> 'rule' ORDER BY law, subject, point`;
const RULE_CHOICES = `${SIGNED} AND point = 'rule' AND law = '2025' ORDER BY subject`;

/** Decisions in force on points that dates hang on. */
export const decisionsInForce = async (
  client: ClientBase | Pool,
  at: Date | null = null,
): Promise<readonly ReadingDecision[]> => (await client.query<ReadingDecision>(DECISIONS, [at])).rows;

/** What signed choices on provisions set: from where Tết is counted, since when notices go by VNeID. */
export const settingsInForce = async (client: ClientBase | Pool, at: Date | null = null): Promise<LawSettings> =>
  settingsOf((await client.query<RuleChoice>(RULE_CHOICES, [at])).rows);
