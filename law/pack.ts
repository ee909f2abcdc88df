import { canonical, sha256 } from './canonical';
import { PACKS, RULES, STATUTES } from './catalogue';
import type { Duty, EventRule, LawId } from './model';

/** One version of one law as data: what is signed, loaded and kept as a whole. */
export interface StatutePack {
  readonly law: LawId;
  /** Grows with every change of the content; a version once signed is never written again. */
  readonly version: string;
  /** ISO days between which it decides, both inclusive; `inForceTo` null: until further notice. */
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
  /** The documents it was written from. */
  readonly basis: string;
  readonly duties: readonly Duty[];
  /** Provisions without a length of their own. */
  readonly rules: readonly EventRule[];
}

const hashes = new WeakMap<StatutePack, string>();

/** SHA-256 over the canonical content of a pack: what a signature stands for. */
export function packHash(pack: StatutePack): string {
  let hash = hashes.get(pack);
  if (hash === undefined) {
    hash = sha256(canonical(pack));
    hashes.set(pack, hash);
  }
  return hash;
}

const BUILT_IN = Object.fromEntries(
  PACKS.map(pack => [pack.law, { ...pack, duties: STATUTES[pack.law], rules: RULES[pack.law] }]),
) as Record<LawId, StatutePack>;

/** The version of a law that comes with the program. */
export const builtInPack = (law: LawId): StatutePack => BUILT_IN[law];
