import type { MatterKind } from '../law/model';
import type { EventName } from './context';
import { error, type Problem } from './issue';
import type { RegisterEvent } from './matter';

/**
 * What is wrong with the order of a matter's events (given by day): one before the event it needs, twice what may be once,
 * or something after the matter ended that its end did not ask for. Null when a life could go so.
 */
export function outOfOrder(
  kind: MatterKind,
  events: readonly RegisterEvent[],
  names: readonly EventName[],
): Problem | null {
  const happened = new Set<string>();
  let ended: { name: string; on: string; afterwards: readonly string[] } | null = null;
  for (const event of events) {
    const def = definition(kind, event.type, names);
    if (!def) return unknown(event);
    if (ended && !def.afterEnd && !ended.afterwards.includes(event.type)) {
      return error(
        'event-after-end',
        `«${def.nameVi}» ngày ${event.occurredOn} sau khi việc đã kết thúc («${ended.name}» ngày ${ended.on}). Kiểm tra lại ngày.`,
        `«${def.type}» of ${event.occurredOn} comes after the matter ended («${ended.name}» on ${ended.on}). Check the days.`,
      );
    }
    const lacking = def.requires.find(group => !group.some(type => happened.has(type)));
    if (lacking) {
      const needs = lacking.map(type => definition(kind, type, names)?.nameVi ?? type).join(' hoặc ');
      return error(
        'event-too-early',
        `«${def.nameVi}» ngày ${event.occurredOn} cần «${needs}» trước đó. Kiểm tra lại ngày, hoặc bổ sung bước còn thiếu.`,
        `«${def.type}» of ${event.occurredOn} needs ${lacking.join(' or ')} before it. Check the days, or add the missing step.`,
      );
    }
    const bar =
      def.refusedAfter.find(type => happened.has(type)) ?? (def.once && happened.has(def.type) ? def.type : undefined);
    if (bar) {
      return error(
        'event-refused',
        `«${def.nameVi}» ngày ${event.occurredOn} không được ghi sau «${definition(kind, bar, names)?.nameVi ?? bar}».`,
        `«${def.type}» of ${event.occurredOn} may not follow «${bar}».`,
      );
    }
    happened.add(event.type);
    if (def.closes) ended = { name: def.nameVi, on: event.occurredOn, afterwards: def.afterwards };
  }
  return null;
}

const indexes = new WeakMap<readonly EventName[], ReadonlyMap<string, EventName>>();

function definition(kind: MatterKind, type: string, names: readonly EventName[]): EventName | undefined {
  let index = indexes.get(names);
  if (!index) {
    index = new Map(names.flatMap(name => name.kinds.map(each => [`${each} ${name.type}`, name] as const)));
    indexes.set(names, index);
  }
  return index.get(`${kind} ${type}`);
}

const unknown = (event: RegisterEvent): Problem =>
  error(
    'event-unknown',
    `Không có diễn biến «${event.type}» cho loại việc này.`,
    `No event «${event.type}» exists for this kind of matter.`,
  );
