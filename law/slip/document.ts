/**
 * The slip of one limit (phiếu tính thời hạn): a record of how a date was counted, of which law and which calendar, closed by a hash, so
 * that the paper in a file and the data it was printed from can be held against each other.
 */

import { canonical, sha256 } from '../canonical';
import type { Due } from '../due';
import { dutyOf, type LawInForce } from '../in-force';
import type { Confidence, DeadlineStatus, LawId, SlipStep, Source } from '../model';

export const SLIP_FORMAT = 'thoihan-slip/1';

export interface SlipContent {
  readonly format: typeof SLIP_FORMAT;
  /** The matter, by the number and unit under which its file is kept; null for a date counted apart from any. It names no party. */
  readonly matter: { readonly kind: string; readonly number: string; readonly unit: string } | null;
  readonly duty: {
    readonly id: string;
    readonly law: LawId;
    readonly nameVi: string;
    readonly nameEn: string;
    readonly source: Source;
    readonly confidence: Confidence;
    readonly basis: 'law' | 'service' | 'plan';
  };
  /** Which deadline of the matter, and which version of it; null for a date counted apart. */
  readonly deadline: { readonly key: string; readonly version: number } | null;
  /** ISO day counted from. */
  readonly from: string;
  /** ISO day on whose 24:00 it ends, or the minute. */
  readonly due: string;
  /** The same by the latest defensible reading. */
  readonly dueLatest: string;
  readonly provisional: boolean;
  readonly status: DeadlineStatus | null;
  /** Somebody’s window: when it is over nobody is late. */
  readonly lapse: boolean;
  readonly closedOn: string | null;
  /** The derivation, step by step. */
  readonly steps: readonly SlipStep[];
  /** Version of the statute pack it was counted by; hash of its content where it is the one in force. */
  readonly pack: { readonly version: string; readonly hash: string | null };
  readonly calendar: string;
  /** ISO day for which it was made. */
  readonly asOf: string;
}

export interface SlipDocument extends SlipContent {
  /** SHA-256 over the canonical JSON of everything else. */
  readonly hash: string;
}

/** SHA-256 over the canonical JSON of a slip without its own hash. */
export function slipHash(content: SlipContent): string {
  const { hash: _, ...rest } = content as Partial<SlipDocument> & SlipContent;
  return sha256(canonical(rest));
}

/** Closes a slip with its hash. */
export const sealed = (content: SlipContent): SlipDocument => ({ ...content, hash: slipHash(content) });

/** How a duty is named on a slip. */
export function dutyOnSlip(law: LawInForce, dutyId: string, lawId: LawId): SlipContent['duty'] {
  const { id, nameVi, nameEn, source, confidence, basis } = dutyOf(law, dutyId, lawId);
  return { id, law: lawId, nameVi, nameEn, source, confidence, basis };
}

/**
 * The slip of a date counted apart from any matter.
 * @param asOf ISO day for which it is made
 */
export function slipOfDue(law: LawInForce, due: Due, on: string, asOf: string): SlipDocument {
  return sealed({
    ...{ format: SLIP_FORMAT, matter: null, duty: dutyOnSlip(law, due.dutyId, due.law), deadline: null, from: on },
    ...{ due: due.due, dueLatest: due.dueLatest, provisional: due.provisional, status: null, closedOn: null },
    lapse: dutyOf(law, due.dutyId, due.law).atExpiry.kind === 'lapse',
    ...{ steps: due.slip, pack: law.packs[due.law], calendar: due.calendar, asOf },
  });
}
