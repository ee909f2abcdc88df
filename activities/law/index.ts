export {
  type HoldDecision,
  holdDeadline,
  holdsOf,
  type KeepDate,
  keepDates,
  releaseHold,
  type StoredHold,
} from './holds';
export { type PackNotice, packNotices } from './notices';
export {
  type KeptPack,
  type PackChanges,
  type PackProblem,
  packChanges,
  packDocument,
  readPack,
} from './pack-file';
export {
  type LoadedPack,
  loadPack,
  lockPacks,
  packContent,
  type SignedPack,
  type StoredPack,
  signPack,
  signPackIn,
  storedPacks,
  withdrawPack,
} from './packs';
export { decisionsInForce, packsInForce } from './parts';
export { type LawReader, lawAsOf, lawReader, lawStamp } from './reader';
export {
  countersign,
  countersignIn,
  type Decide,
  decide,
  type PointState,
  readings,
  type StoredDecision,
  storedDecision,
  UNDECIDED,
} from './readings';
export { LawRefused } from './refused';
export { seedPacks } from './seed';
export { demandCountersigner, demandSigner, type Signer, signerOn } from './signers';
