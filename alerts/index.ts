export { classOf, type WatchedDeadline } from './classes';
export { composeDigest, type DigestInput, type DigestTotals } from './digest';
export type { MailItem } from './entry';
export type { Mail } from './mail-text';
export { morningOf, wakeFor } from './morning';
export {
  type AlertPolicy,
  type Channel,
  DEFAULT_POLICY,
  type DutyClass,
  type PolicySettings,
  type RecipientRole,
  type Threshold,
  type Urgency,
} from './policy';
export { nextWake, reachedThresholds, type ThresholdHit } from './thresholds';
export { composeUrgent, type UrgentInput } from './urgent';
