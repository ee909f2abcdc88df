import type { MailItem } from '../../alerts';
import { type LawInForce, matterLabel, toDay } from '../../law';
import type { WaitingAlert } from './digest-rows';
import { dutyWords } from './duty-words';

/** An alert as a mail shows it to an officer: whose matter it is stands there when it is somebody else's. */
export function itemOf(law: LawInForce, alert: WaitingAlert, officerId: string): MailItem {
  return {
    alertId: alert.alertId,
    deadlineId: alert.deadlineId,
    matterId: alert.matterId,
    matterNumber: matterLabel(alert.matterKind, alert.matterNumber),
    ...dutyWords(law, alert.dutyId, alert.law),
    due: toDay(alert.due),
    dueLatest: toDay(alert.dueLatest),
    ...(alert.dueMinute === null ? {} : { dueMinute: alert.dueMinute }),
    window: alert.window,
    plan: alert.matterKind === 'plan',
    provisional: alert.provisional,
    ...(alert.officerCode === null || alert.officerId === officerId ? {} : { officerCode: alert.officerCode }),
    ...(alert.insteadOf === null ? {} : { insteadOf: alert.insteadOf }),
  };
}
