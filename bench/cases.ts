import { derivedId } from '../activities/mail/ids';
import type { NewMatter } from '../activities/matters';
import { toDay } from '../law';
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

/** Open cases of one enforcer, their decisions issued some days before `today`, so that several limits run. */
export function openCases(count: number, today: Day, series: string): NewMatter[] {
  return Array.from({ length: count }, (_, n) => {
    const began = today - 2 - (n % 5);
    return {
      id: derivedId('bench', series, `${n}`),
      number: `${series}${n}/QĐ-THADS`,
      reportingYear: 2027,
      unitId: OFFICE.branch1,
      unitCode: 'TST-KV1',
      officerId: OFFICE.enforcer1,
      officerCode: 'TST-005',
      parentId: null,
      importId: null,
      detail: { kind: 'enforcement_case', origin: 'on_request', amount: '100000000', credit: false },
      parties: [],
      events: [
        { type: 'judgment-received', occurredOn: began },
        { type: 'request-received', occurredOn: began },
        { type: 'decision-issued', occurredOn: began + 1, attrs: { number: `${n}`, origin: 'on_request' } },
        { type: 'enforcer-assigned', occurredOn: began + 1 },
      ],
      recordedBy: 'import',
    };
  });
}

export const BEGAN = toDay('2026-07-06');
