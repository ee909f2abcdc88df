/** Small statutes made up for tests of the engine. */

import { builtInLaw, type Calendar, type LawInForce, toDay } from '../../law';
import type { Duty, EventDef, Facts, LawId, LoggedEvent } from '../../law/model';

export const duty = (id: string, more: Partial<Duty> = {}): Duty => ({
  id,
  law: '2025',
  kinds: ['enforcement_case'],
  nameVi: `Thời hạn ${id}`,
  nameEn: `Limit ${id}`,
  basis: 'law',
  active: true,
  trigger: { on: ['start'] },
  period: { unit: 'days', n: 10 },
  dischargedBy: ['done'],
  role: 'enforcer',
  atExpiry: { kind: 'breach', vi: 'quá hạn', en: 'late' },
  pausedBy: ['halted', 'stayed'],
  source: { law: 'Luật 106/2025/QH15', article: '1' },
  confidence: 'Q',
  ...more,
});

const def = (type: string, more: Partial<EventDef> = {}): EventDef => ({
  type,
  kinds: ['enforcement_case'],
  nameVi: `Sự kiện ${type}`,
  nameEn: `Event ${type}`,
  roles: ['enforcer'],
  ...more,
});

export const EVENTS: readonly EventDef[] = [
  def('start', { stage: 'started', classifies: 'with_conditions' }),
  def('other'),
  def('done', { stage: 'done' }),
  def('extended'),
  def('halt', { pauses: { kind: 'halted' }, classifies: 'postponed_or_suspended' }),
  def('halt-until', {
    pauses: { kind: 'halted', until: 'until' },
    attrs: [{ name: 'until', type: 'date', required: true, nameVi: 'Đến ngày' }],
  }),
  def('resume', {
    resumes: ['halted'],
    requires: [['halt', 'halt-until']],
    refusedAfter: ['resume'],
    source: { law: 'Luật 106/2025/QH15', article: '46(3)' },
  }),
  def('stay', { pauses: { kind: 'stayed' } }),
  def('unstay', { resumes: ['stayed'] }),
  def('planned', { attrs: [{ name: 'plannedOn', type: 'date', required: true, nameVi: 'Ngày' }] }),
  def('withdrawn'),
  def('end', { closes: true, stage: 'ended', once: true, requires: [['start']], classifies: 'done' }),
];

/** A law in force of these duties; on the official calendar unless another is given. */
export function madeUpLaw({
  duties = [],
  old = [],
  events = EVENTS,
  calendar = builtInLaw().calendar,
}: {
  duties?: readonly Duty[];
  old?: readonly Duty[];
  events?: readonly EventDef[];
  calendar?: Calendar;
}): LawInForce {
  return {
    ...builtInLaw(),
    statutes: {
      duties: { '2025': duties, '2008': old.map(row => ({ ...row, law: '2008' as LawId })) },
      events: { enforcement_case: events },
    },
    calendar,
  };
}

let made = 0;

/** An event on an ISO day (`2026-07-01` or `2026-07-01T14:30`), recorded in the order of the calls. */
export function event(type: string, when: string, attrs: Facts = {}, more: Partial<LoggedEvent> = {}): LoggedEvent {
  made += 1;
  const [day = '', time] = when.split('T');
  const minute = time === undefined ? {} : { atMinute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) };
  return {
    id: `e${made}`,
    seq: made,
    type,
    occurredOn: toDay(day),
    ...minute,
    attrs,
    recordedAt: made * 1000,
    ...more,
  };
}
