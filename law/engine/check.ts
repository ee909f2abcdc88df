import { toDay } from '../day';
import type { AttrDef, Day, EventDef, Facts, LawId, MatterKind } from '../model';
import { checkCases } from './cases';
import { type History, historyOf } from './history';
import { nearestIds } from './nearest';
import { minuteAttr } from './pauses';
import {
  afterEnd,
  barOf,
  barredBy,
  earliestOf,
  FIRST_EVENT_DAY,
  latestOf,
  mostOf,
  recorded,
  requiredBy,
} from './progress';
import { article, type ProposedEvent, type Refusal, refuse } from './refusal';
import { checkRole } from './roles';
import { cite, say } from './said';
import { eventsUpTo, type StandingInput, standing } from './standing';
import { bookOf, type Statutes } from './statutes';
import { lawOf, NEW_LAW, regimeOf } from './transition';
import { checkWindows } from './windows';

/** Nothing wrong with the value, or what it should be. */
function wrongWith(attr: AttrDef, value: string | number | boolean): { vi: string; en: string } | null {
  switch (attr.type) {
    case 'text':
      return typeof value === 'string' ? null : { vi: 'phải là chữ', en: 'must be text' };
    case 'boolean':
      return typeof value === 'boolean'
        ? null
        : { vi: 'phải là có hoặc không (true/false)', en: 'must be true or false' };
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : { vi: 'phải là số', en: 'must be a number' };
    case 'money':
      return typeof value === 'string' && /^\d{1,18}$/.test(value)
        ? null
        : {
            vi: 'phải là số đồng viết liền, ví dụ "1500000"',
            en: 'must be đồng in plain digits, for example "1500000"',
          };
    case 'code': {
      const values = attr.values ?? [];
      const list = values.join(', ');
      return typeof value === 'string' && values.includes(value)
        ? null
        : { vi: `phải là một trong: ${list}`, en: `must be one of: ${list}` };
    }
    case 'time':
      return typeof value === 'string' && minuteAttr({ value }, 'value') !== undefined
        ? null
        : { vi: 'phải là giờ dạng HH:MM', en: 'must be a time of the form HH:MM' };
    case 'date':
      try {
        if (typeof value === 'string') {
          toDay(value);
          return null;
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
      return { vi: 'phải là ngày có thật dạng YYYY-MM-DD', en: 'must be a real date of the form YYYY-MM-DD' };
  }
}

function checkAttrs(def: EventDef, attrs: Facts): Refusal | null {
  for (const attr of def.attrs ?? []) {
    const value = attrs[attr.name];
    const name = `${attr.name} (${attr.nameVi})`;
    if (value === undefined || value === '') {
      if (!attr.required) continue;
      return refuse(
        'ATTR_MISSING',
        `“${def.nameVi}” cần trường ${name}. Hãy bổ sung rồi ghi lại.`,
        `“${def.nameEn}” needs the field ${name}. Add it and record again.`,
      );
    }
    const wrong = wrongWith(attr, value);
    if (wrong) {
      return refuse(
        'ATTR_BAD',
        `“${def.nameVi}”: trường ${name} ${wrong.vi}.`,
        `“${def.nameEn}”: the field ${name} ${wrong.en}.`,
      );
    }
  }
  return null;
}

function checkDay(def: EventDef, proposed: ProposedEvent, today: Day): Refusal | null {
  const { occurredOn, atMinute } = proposed;
  if (occurredOn < FIRST_EVENT_DAY) {
    const day = say(occurredOn);
    return refuse(
      'BEFORE_1990',
      `“${def.nameVi}”: ${day.vi} trước năm 1990, có lẽ gõ nhầm. Hãy kiểm tra ngày xảy ra.`,
      `“${def.nameEn}”: ${day.en} is before 1990, probably a slip. Check the date it occurred.`,
    );
  }
  if (occurredOn > today) {
    return refuse(
      'IN_THE_FUTURE',
      `“${def.nameVi}”: ${say(occurredOn).vi} chưa đến (hôm nay ${say(today).vi}). Chỉ ghi việc đã xảy ra.`,
      `“${def.nameEn}”: ${say(occurredOn).en} has not come yet (today is ${say(today).en}). Record only what has happened.`,
    );
  }
  if (atMinute !== undefined && !(Number.isInteger(atMinute) && atMinute >= 0 && atMinute <= 1440)) {
    return refuse('TIME_BAD', 'Giờ phải từ 00:00 đến 24:00.', 'The time must be 00:00 to 24:00.');
  }
  return null;
}

/** The rule that keeps an event out of the life of this matter, whatever has happened in it. */
function checkBars(def: EventDef, facts: Facts, law: LawId): Refusal | null {
  const bar = barOf(def, facts, law);
  if (!bar) return null;
  return refuse(
    'BARRED_BY_LAW',
    `Không ghi được “${def.nameVi}”: ${bar.vi} (${cite(bar.source)}).`,
    `“${def.nameEn}” cannot be recorded: ${bar.en} (${cite(bar.source)}).`,
  );
}

function checkOrder(
  def: EventDef,
  occurredOn: Day,
  history: History,
  defs: ReadonlyMap<string, EventDef>,
  law: LawId,
): Refusal | null {
  const rule = article(def);
  const most = mostOf(def);
  if (recorded(history, def.type) >= most) {
    const earlier = say(history.events[latestOf(history, [def.type])]!.occurredOn);
    const often =
      most === 1
        ? { vi: 'chỉ ghi một lần', en: 'is recorded once only' }
        : { vi: `chỉ ghi nhiều nhất ${most} lần`, en: `is recorded ${most} times at most` };
    return refuse(
      'ALREADY_RECORDED',
      `“${def.nameVi}” đã ghi ngày ${earlier.vi} và ${often.vi}${rule}. Nếu sai, hãy đính chính sự kiện đó.`,
      `“${def.nameEn}” was recorded for ${earlier.en} and ${often.en}${rule}. If it is wrong, correct that event.`,
    );
  }
  for (const group of requiredBy(def, law)) {
    const first = history.events[earliestOf(history, group)];
    const named = (language: 'nameVi' | 'nameEn', or: string) =>
      group.map(type => `“${defs.get(type)?.[language] ?? type}”`).join(` ${or} `);
    if (!first) {
      return refuse(
        'NEEDS_EARLIER_EVENT',
        `Chưa ghi được “${def.nameVi}”: trước đó phải có ${named('nameVi', 'hoặc')}${rule}. Hãy ghi sự kiện đó trước.`,
        `“${def.nameEn}” cannot be recorded yet: ${named('nameEn', 'or')} must come first${rule}. Record that event first.`,
      );
    }
    if (first.occurredOn > occurredOn) {
      const name = defs.get(first.type);
      return refuse(
        'BEFORE_REQUIRED_EVENT',
        `“${def.nameVi}” ngày ${say(occurredOn).vi} không thể trước “${name?.nameVi ?? first.type}” ngày ${say(first.occurredOn).vi}${rule}. Hãy kiểm tra hai ngày này.`,
        `“${def.nameEn}” on ${say(occurredOn).en} cannot precede “${name?.nameEn ?? first.type}” on ${say(first.occurredOn).en}${rule}. Check both dates.`,
      );
    }
  }
  const barring = history.events[barredBy(history, def, law)];
  if (barring) {
    const name = defs.get(barring.type);
    return refuse(
      'REFUSED_AFTER',
      `Không ghi được “${def.nameVi}” sau “${name?.nameVi ?? barring.type}” ngày ${say(barring.occurredOn).vi}${rule}. Nếu sự kiện đó sai, hãy đính chính hoặc thu hồi nó.`,
      `“${def.nameEn}” cannot follow “${name?.nameEn ?? barring.type}” of ${say(barring.occurredOn).en}${rule}. If that event is wrong, correct or retract it.`,
    );
  }
  return null;
}

function unknownEvent(statutes: Statutes, kind: MatterKind, type: string): Refusal {
  const elsewhere = Object.values(statutes.events).some(defs => defs.some(def => def.type === type));
  const nearest = nearestIds(type, bookOf(statutes, kind).events.keys()).join(', ');
  return elsewhere
    ? refuse(
        'NOT_FOR_THIS_KIND',
        `Sự kiện “${type}” không dùng cho loại hồ sơ này (${kind}). Gần nhất: ${nearest}.`,
        `The event “${type}” does not belong to this kind of matter (${kind}). Nearest: ${nearest}.`,
      )
    : refuse(
        'UNKNOWN_EVENT',
        `Không có sự kiện “${type}”. Gần nhất: ${nearest}.`,
        `There is no event “${type}”. Nearest: ${nearest}.`,
      );
}

/** The law whose order an event keeps: that of its day, and of the matter. */
function lawFor({ facts, today }: StandingInput, { events, closedAt }: History, occurredOn: Day): LawId {
  return occurredOn < NEW_LAW ? '2008' : lawOf(regimeOf(events[closedAt]?.occurredOn ?? null, facts, today));
}

/** Why an event may not be recorded on a matter, in words for people; null when it may. */
export function checkEvent(input: StandingInput, proposed: ProposedEvent): Refusal | null {
  const { statutes } = input.law;
  const book = bookOf(statutes, input.kind);
  const def = book.events.get(proposed.type);
  if (!def) return unknownEvent(statutes, input.kind, proposed.type);
  const history = historyOf(eventsUpTo(input.events, input.today), book.events);
  const closing = history.events[history.closedAt];
  if (closing && !def.afterEnd) {
    const { deadlines } = standing(input);
    const owed = afterEnd(deadlines, ({ law, dutyId }) => book.packs[law].byId.get(dutyId)?.dischargedBy ?? []);
    if (!owed.has(def.type)) {
      const name = book.events.get(closing.type);
      const rule = name ? article(name) : '';
      return refuse(
        'MATTER_CLOSED',
        `Hồ sơ đã kết thúc ngày ${say(closing.occurredOn).vi} (“${name?.nameVi ?? closing.type}”${rule}): không ghi thêm “${def.nameVi}”. Nếu kết thúc nhầm, hãy thu hồi sự kiện đó trước.`,
        `The matter ended on ${say(closing.occurredOn).en} (“${name?.nameEn ?? closing.type}”${rule}): “${def.nameEn}” cannot be added. If that was a mistake, retract that event first.`,
      );
    }
  }
  const law = lawFor(input, history, proposed.occurredOn);
  return (
    checkRole(def, proposed) ??
    checkDay(def, proposed, input.today) ??
    checkBars(def, input.facts, law) ??
    checkOrder(def, proposed.occurredOn, history, book.events, law) ??
    checkAttrs(def, proposed.attrs) ??
    checkCases(def, proposed, history, input.law) ??
    checkWindows(def, proposed, input)
  );
}
