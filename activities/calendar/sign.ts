import type { ClientBase, Pool } from 'pg';
import { inForce, toIso, validateCalendarYears, vietnamDay } from '../../law';
import { audit } from '../law/audit';
import { LawRefused } from '../law/refused';
import { demandCountersigner } from '../law/signers';
import { inTransaction } from '../matters/transaction';
import { draftsWith, isDraft, type StoredEdition, storedEditions } from './rows';

export interface SignCalendar {
  readonly year: number;
  readonly version: number;
  /** Code or id of the second person. */
  readonly by: string;
  /** Epoch ms. */
  readonly now: number;
}

export interface SignedCalendar {
  /** The edition named, and those that the same notice decided of other years: signed together. */
  readonly signed: readonly StoredEdition[];
  /** False when they had been signed before: nothing changed. */
  readonly changed: boolean;
  /** Days that are worked or off otherwise than in the editions they replace, ISO. */
  readonly days: readonly string[];
}

const SIGN = `
UPDATE calendar_year SET countersigner = $3, signed_at = to_timestamp($4 / 1000.0) WHERE year = $1 AND version = $2`;

/** The second signature, in a transaction of its own; see `signCalendarIn`. */
export const signCalendar = (pool: Pool, wanted: SignCalendar): Promise<SignedCalendar> =>
  inTransaction(pool, client => signCalendarIn(client, wanted));

/**
 * The second signature, in the caller's transaction: from then on the edition is in force. Drafts loaded with it are signed with it.
 * Signing again what is signed changes nothing. The open matters must run the engine again afterwards.
 * @throws LawRefused when there is no such draft, the person may not, or the years would not fit together
 */
export async function signCalendarIn(
  client: ClientBase,
  { year, version, by, now }: SignCalendar,
): Promise<SignedCalendar> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('calendar editions'))`);
  const stored = await storedEditions(client);
  const edition = stored.find(one => one.year === year && one.version === version);
  if (!edition) {
    const drafts = stored.filter(isDraft).map(one => `${one.year}/${one.version}`);
    throw new LawRefused(
      'unknown_edition',
      `Không có lịch năm ${year} bản ${version}. Bản chờ ký: ${drafts.join(', ') || 'không có'}.`,
      `There is no calendar of ${year} version ${version}. Waiting for a signature: ${drafts.join(', ') || 'none'}.`,
    );
  }
  if (edition.origin === 'built_in') {
    throw new LawRefused(
      'built_in',
      `Lịch năm ${year} bản ${version} đi kèm chương trình, không cần ký. Muốn dùng thay bản của cơ quan thì nạp lại thành bản mới.`,
      `The calendar of ${year} version ${version} came with the program and needs no signature. To use it instead of the agency's, load it as a new version.`,
    );
  }
  if (!isDraft(edition)) return { signed: [edition], changed: false, days: [] };
  const signer = await demandCountersigner(client, by, edition.author, toIso(vietnamDay(now)));
  const together = draftsWith(stored, edition);
  const before = inForce(stored.filter(one => !isDraft(one)));
  const after = inForce([...stored.filter(one => !isDraft(one)), ...together]);
  const problems = validateCalendarYears(after);
  if (problems.length > 0) {
    throw new LawRefused(
      'calendar_conflict',
      `Chưa ký: lịch các năm không khớp nhau. ${problems.map(({ vi }) => vi).join('; ')}.`,
      `Not signed: the years do not fit together. ${problems.map(({ en }) => en).join('; ')}.`,
      problems.map(({ year: of, path, vi, en }) => ({ field: [of, path].filter(Boolean).join(' '), vi, en })),
    );
  }
  for (const one of together) {
    await client.query(SIGN, [one.year, one.version, signer.code, now]);
    const { decision, decidedOn, author } = one;
    await audit(client, now, signer.id, 'signCalendar', `calendar:${one.year}/${one.version}`, {
      decision,
      decidedOn,
      author,
    });
  }
  const signed = together.map(one => ({ ...one, countersigner: signer.code }));
  return { signed, changed: true, days: daysThatDiffer(before, after) };
}

/** Days off or worked in one list of years and not in the other, oldest first. */
export function daysThatDiffer(before: readonly StoredEdition[], after: readonly StoredEdition[]): string[] {
  const marks = (years: readonly StoredEdition[]) =>
    new Set(
      years.flatMap(({ off, workingWeekend }) => [
        ...off.map(({ date }) => date),
        ...workingWeekend.map(({ date }) => date),
      ]),
    );
  const [was, is] = [marks(before), marks(after)];
  return [...new Set([...was, ...is])].filter(date => was.has(date) !== is.has(date)).sort();
}
