/**
 * Swapped days for those who may not be bound by them. No article of the Labour Code provides for a swap: it is the Prime Minister's
 * direction to State offices. Tờ trình 89/TTr-LĐTBXH says that it does not apply to enterprises and the people in general, so for a private
 * party a swapped weekday may be a working day and its make-up day a weekend: two readings, until one is decided.
 */

import { withoutSwaps } from '../calendar';
import type { Calendar } from '../calendar/types';
import type { Day, Duty, Period, SlipStep } from '../model';
import type { Counted } from './period';
import { SWAP_SOURCE, say, sayInstant } from './said';

/** The calendars a duty may be counted on, the one in use first. */
export function facesFor({ owedBy, swapDays }: Pick<Duty, 'owedBy' | 'swapDays'>, calendar: Calendar): Calendar[] {
  if (owedBy !== 'private' || swapDays === 'everybody') return [calendar];
  const face = withoutSwaps(calendar);
  if (swapDays === 'officials' || face === calendar) return [face];
  return [calendar, face];
}

/** The days of [from, to] that are worked by one calendar and off by the other. */
function swapped(calendar: Calendar, from: Day, to: Day): Day[] {
  const face = withoutSwaps(calendar);
  const days: Day[] = [];
  for (let day = from; day <= to; day++) if (calendar.isWorking(day) !== face.isWorking(day)) days.push(day);
  return days;
}

/** The step that tells of the other reading of one limit, counted from `start`. */
export function swapStep(calendar: Calendar, period: Period, start: Day, bound: Counted, unbound: Counted): SlipStep {
  const [first, last] = [Math.min(bound.due, unbound.due), Math.max(bound.due, unbound.due)];
  // Where days are not counted one by one, only those over which the end rolls make a difference.
  const [from, to] =
    period.unit === 'workingDays' ? [start + 1, last] : period.unit === 'before' ? [first, start - 1] : [first, last];
  const days = swapped(calendar, from, to);
  const said = (vi: boolean) =>
    days
      .map(day => {
        const off = !calendar.isWorking(day);
        if (vi) return `${say(day).vi} ${off ? 'là ngày làm việc' : 'là ngày nghỉ cuối tuần'}`;
        return `${say(day).en} is ${off ? 'a working day' : 'a weekend day'}`;
      })
      .join(', ');
  const end = unbound.dueAt === undefined ? say(unbound.due) : sayInstant(unbound.dueAt);
  return {
    step: 'reading',
    date: end.iso,
    vi: `Cách hiểu khác: ngày hoán đổi chỉ áp dụng cho cán bộ, công chức, không áp dụng cho bên ngoài cơ quan nhà nước: ${said(true)}; hạn đến ${end.vi}`,
    en: `Another reading: swapped days bind officials only, not a party outside the State's offices: ${said(false)}; until ${end.en}`,
    basis: SWAP_SOURCE,
  };
}
