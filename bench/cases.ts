import { derivedId } from '../activities/mail/ids';
import type { NewMatter } from '../activities/matters';
import { chainsOf } from '../activities/matters/chains';
import { DEFAULT_POLICY, reachedThresholds } from '../alerts';
import { builtInLaw, instantOf, standing, toDay, toIso } from '../law';
import type { Day, LoggedEvent } from '../law/model';
import { OFFICE } from '../test/support/office';

/** The first twelve steps of a case, as days after it began: up to a no-means decision and its yearly checks. */
const STEPS: readonly [type: string, after: number, attrs?: LoggedEvent['attrs']][] = [
  ['judgment-received', 0],
  ['request-received', 0],
  ['decision-issued', 4, { number: '1/QĐ-THADS', origin: 'on_request' }],
  ['enforcer-assigned', 4],
  ['file-opened', 5],
  ['sent-to-procuracy', 6],
  ['valid-notice', 7, { channel: 'direct' }],
  ['verification-done', 24, { result: 'no_means' }],
  ['no-condition-ground-found', 24],
  ['no-condition-decided', 28],
  ['no-condition-published', 31],
  ['verification-done', 150, { result: 'no_means' }],
];

const NOON = 12 * 60;
/** Typical cases older than this began before the law of 2025 was in force, for a while after 1 July 2026. */
const OLDEST = 140;

/** Twelve steps of a case in the first days of which much is going on at once: twenty-five limits run. */
const BUSY: typeof STEPS = [
  ['judgment-received', 0],
  ['decision-issued', 1, { number: '1/QĐ-THADS' }],
  ['enforcer-assigned', 1],
  ['valid-notice', 2],
  ['decision-amended', 3],
  ['rights-transferred', 3],
  ['partly-terminated', 3],
  ['coercion-planned', 4, { plannedOn: '2026-08-20', withForces: true, asset: 'immovable' }],
  ['freeze-minutes-drawn', 4],
  ['no-condition-decided', 4],
  ['decision-partly-withdrawn', 5],
  ['partly-entrusted', 5],
];

/** Log of a typical case, `began` being its first day. */
export const typicalLog = (began: Day): LoggedEvent[] => logOf(STEPS, began);

/** Log of a case in full swing, `began` being its first day. */
export const busyLog = (began: Day): LoggedEvent[] => logOf(BUSY, began);

function logOf(steps: typeof STEPS, began: Day): LoggedEvent[] {
  return steps.map(([type, after, attrs], index) => ({
    id: `00000000-0000-4000-9000-${String(index + 1).padStart(12, '0')}`,
    seq: index + 1,
    type,
    occurredOn: began + after,
    attrs: attrs ?? {},
    recordedAt: 0,
  }));
}

/** A log of `length` events: the typical case, then periodic checks for ever. */
export function longLog(began: Day, length: number): LoggedEvent[] {
  const log = typicalLog(began);
  const last = log[log.length - 1]!;
  for (let n = log.length; n < length; n += 1) {
    log.push({
      ...last,
      id: `${last.id.slice(0, -6)}${String(n + 1).padStart(6, '0')}`,
      seq: n + 1,
      occurredOn: last.occurredOn + (n - 11),
    });
  }
  return log;
}

/** Ages (days) of typical cases for which something is to be told on the morning of `day`, and was not the day before. */
function agesToTell(day: Day): number[] {
  const law = builtInLaw();
  const [before, after] = [instantOf(day - 1, NOON), instantOf(day, NOON)];
  const ladder = { policies: [DEFAULT_POLICY], calendar: law.calendar, unread: null };
  const ages = Array.from({ length: OLDEST }, (_, n) => n + 1).filter(age => {
    const input = { kind: 'enforcement_case', facts: { origin: 'on_request' }, holds: [] } as const;
    const { deadlines } = standing({ ...input, events: logUntil(day - age, day - 1), today: day, now: after, law });
    return reachedThresholds(chainsOf({}, deadlines, before), ladder, after).some(hit => hit.dueAt > before);
  });
  if (ages.length === 0) throw new Error(`no typical case has anything to tell on ${toIso(day)}: not a working day?`);
  return ages;
}

const logUntil = (began: Day, last: Day) => typicalLog(began).filter(event => event.occurredOn <= last);

/**
 * Open cases of one enforcer of which something is to be told on the morning of `day`: typical cases of every age at which that
 * is so, in turn, as they stood the evening before. So a wake-up tells as much as a wake-up of a typical life does.
 */
export function casesToTell(count: number, day: Day, series: string): NewMatter[] {
  const ages = agesToTell(day);
  return Array.from({ length: count }, (_, n) => {
    const log = logUntil(day - ages[n % ages.length]!, day - 1);
    const events = log.map(({ type, occurredOn, attrs }) => ({ type, occurredOn, attrs }));
    return { ...openCase(series, n, events), importId: derivedId('bench', 'import') };
  });
}

/** The `n`-th case of a series, an open one of one enforcer. */
export const openCase = (series: string, n: number, events: NewMatter['events']): NewMatter => ({
  ...{ id: derivedId('bench', series, `${n}`), number: `${series}${n}/QĐ-THADS`, reportingYear: 2027 },
  ...{ unitId: OFFICE.branch1, unitCode: 'TST-KV1', officerId: OFFICE.enforcer1, officerCode: 'TST-005' },
  ...{ parentId: null, importId: null, parties: [], recordedBy: 'import' },
  detail: { kind: 'enforcement_case', origin: 'on_request', amount: '100000000', credit: false },
  events,
});

export const BEGAN = toDay('2026-07-06');
