export { classOf, type WatchedDeadline } from './classes';
export { composeDigest, type DigestInput, type DigestTotals } from './digest';
export type { Change, MailItem } from './entry';
export type { Chain, LadderRules, Seen } from './ladder';
export type { Mail } from './mail-text';
export { digestDayOf, digestSlot, morningOf, wakeFor } from './morning';
export { EMPTY_OFFICE, Office, type OfficeRows, type Unread } from './office';
export { officeMoment } from './office-hours';
export {
  type AlertPolicy,
  type Channel,
  DEFAULT_POLICY,
  type DutyClass,
  LEVELS,
  type PolicySettings,
  type RecipientRole,
  type Threshold,
  type Urgency,
} from './policy';
export type { SettledItem, Settlement } from './settled';
export { composeSummary, type SummaryInput } from './summary';
export { nextWake, reachedThresholds, type ThresholdHit } from './thresholds';
export { composeUrgent, type UrgentInput } from './urgent';
export { type PolicyVersion, policiesOf, policyAt, standingVersions } from './versions';
export { composeWeekly, type LateLimit, type LateOfficer, type UnitWeek, type WeeklyInput } from './weekly';
