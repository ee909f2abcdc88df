/** From thresholds that fell to alerts and, for what cannot wait, mails. */

import type { PoolClient } from 'pg';
import { composeUrgent, digestDayOf, type MailItem, officeMoment, policyAt, type ThresholdHit } from '../../alerts';
import { dutyOf, matterLabel, vietnamDay } from '../../law';
import type { Day, Deadline } from '../../law/model';
import { messageIdFor } from '../mail/ids';
import { type AlertedDeadline, addresseeOf, alertRow, inOneMail, newHits } from './alert-rows';
import type { KeptMatter } from './load';
import { type AlertRow, instant, type OutboxRow } from './rows';
import { ladderOf, type Rules, type RulesReader, type Stamps } from './rules';
import { urgentMoment } from './urgent-moment';

/** What notifying needs besides the rules. */
export interface Desk {
  readonly rules: RulesReader;
  readonly from: string;
  readonly publicUrl: string;
  readonly warn: (fields: object, text: string) => void;
}

export interface Notices {
  readonly alerts: readonly AlertRow[];
  readonly outbox: readonly OutboxRow[];
}

type NotedMatter = Pick<KeptMatter, 'id' | 'kind' | 'number' | 'unitId' | 'officerId' | 'officerCode' | keyof Stamps>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Alerts and urgent mails of the thresholds that fell by `now` and of which nobody was told yet. Reads; writes nothing. */
export async function noticesFor(
  client: PoolClient,
  matter: NotedMatter,
  deadlines: readonly AlertedDeadline[],
  rules: Rules,
  desk: Desk,
  now: number,
): Promise<Notices> {
  const hits = newHits(deadlines, ladderOf(rules, matter), now);
  if (hits.length === 0) return { alerts: [], outbox: [] };
  const chainOf = new Map(deadlines.map(one => [one.id, one.chain]));

  const alerts: AlertRow[] = [];
  for (const one of hits) {
    const day = readOn(one.hit, chainOf.get(one.deadlineId)!.deadline, rules, now);
    const addressee = addresseeOf(one.hit.recipient, matter, rules.office, day);
    if (addressee === null) {
      desk.warn(
        { matterId: matter.id, threshold: one.hit.code },
        'nobody to tell: the matter has no officer and its unit no head',
      );
      continue;
    }
    alerts.push(alertRow(one, matter.id, addressee, now));
  }
  const once = inOneMail(alerts);
  const outbox: OutboxRow[] = [];
  for (const alert of once.filter(one => one.outbox_id === one.id)) {
    const { deadline } = chainOf.get(alert.deadline_id)!;
    outbox.push(await urgentMail(client, matter, deadline, alert, rules, desk, now));
  }
  return { alerts: once, outbox };
}

/** The day on which what is told at `now` is read: an urgent mail when it may go out, the rest in the next digest. */
function readOn({ channel }: ThresholdHit, deadline: Deadline, { law, policies }: Rules, now: number): Day {
  if (channel === 'digest') return digestDayOf(now, law.calendar);
  if (deadline.dueAt !== undefined) return vietnamDay(now);
  return vietnamDay(officeMoment(now, law.calendar, policyAt(policies, now).settings));
}

/** The mail of one alert, as it reads when it may go out; its Message-ID comes from the alert's id. */
async function urgentMail(
  client: PoolClient,
  matter: NotedMatter,
  deadline: Deadline,
  alert: AlertRow,
  rules: Rules,
  desk: Desk,
  now: number,
): Promise<OutboxRow> {
  const { law } = rules;
  const { reader, at } = await urgentMoment(
    client,
    { deadline, recipientId: alert.recipient_id, matter },
    rules,
    desk,
    now,
  );
  const meant = alert.instead_of === null ? undefined : rules.office.codeOf(alert.instead_of);
  const duty = dutyOf(law, deadline.dutyId, deadline.law);
  const item: MailItem = {
    alertId: alert.id,
    deadlineId: alert.deadline_id,
    matterId: matter.id,
    matterNumber: matterLabel(matter.kind, matter.number),
    dutyNameVi: duty.nameVi,
    dutyNameEn: duty.nameEn,
    source: duty.source,
    due: deadline.due,
    dueLatest: deadline.dueLatest,
    ...(deadline.dueAt === undefined ? {} : { dueMinute: minuteOf(deadline.due, deadline.dueAt) }),
    window: deadline.lapse || deadline.role === 'external',
    plan: matter.kind === 'plan',
    provisional: deadline.provisional,
    ...(matter.officerCode === null || matter.officerId === reader.id ? {} : { officerCode: matter.officerCode }),
    ...(meant === undefined ? {} : { insteadOf: meant }),
  };
  const mail = composeUrgent({ now: at, item, calendar: law.calendar, publicUrl: desk.publicUrl });
  return {
    id: alert.id,
    message_id: messageIdFor(alert.id, desk.from),
    kind: 'urgent',
    recipient_id: reader.id,
    to_address: reader.email,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    next_try_at: instant(at),
    created_at: instant(now),
  };
}

/** Minutes from 00:00 (+07:00) of the due day to the instant. */
const minuteOf = (due: number, dueAt: number): number => Math.round((dueAt - due * DAY_MS) / MINUTE_MS) + 7 * 60;
