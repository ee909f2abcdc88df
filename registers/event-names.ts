import type { Duty, EventDef, Trigger } from '../law/model';
import type { EventName } from './context';

/** What registers need of the lifecycles, and of the duties that begin when a matter ends. */
export const eventNames = (defs: readonly EventDef[], duties: readonly Duty[]): EventName[] =>
  defs.map(({ type, nameVi, kinds, attrs, requires, refusedAfter, once, closes, afterEnd }) => ({
    type,
    nameVi,
    kinds,
    attrs: attrs ?? [],
    requires: requires ?? [],
    refusedAfter: refusedAfter ?? [],
    once: once ?? false,
    closes: closes ?? false,
    afterEnd: afterEnd ?? false,
    afterwards: closes ? dischargesAfter(type, kinds, duties) : [],
  }));

const dischargesAfter = (type: string, kinds: EventDef['kinds'], duties: readonly Duty[]): string[] => [
  ...new Set(
    duties
      .filter(duty => duty.kinds.some(kind => kinds.includes(kind)) && starts(duty.trigger, type))
      .flatMap(duty => duty.dischargedBy),
  ),
];

const starts = (trigger: Trigger, type: string): boolean =>
  [trigger, ...(trigger.or ?? [])].some(one => one.on?.includes(type) || one.and?.includes(type));
