import type { Calendar } from '../calendar/types';
import { toCivil, toMinute, toTime } from '../day';
import type { Day, EventDef, Facts, LawSettings, Window } from '../model';
import { holds } from './facts';
import { dayAttr } from './pauses';
import { type ProposedEvent, type Refusal, refuse } from './refusal';
import { ruleOn } from './rules';
import { cite, say } from './said';
import type { StandingInput } from './standing';

/** A day, and minutes after midnight where the time is known. */
interface Moment {
  readonly day: Day;
  readonly minute?: number;
}

interface Scene {
  readonly calendar: Calendar;
  readonly settings: LawSettings;
  readonly facts: Facts;
}

/** Days farther than this are not looked through for the next allowed moment. */
const HORIZON = 120;

/** Refuses an act whose moment lies in a time in which it may not be held, and says when it may be earliest. */
export function checkWindows(def: EventDef, proposed: ProposedEvent, input: StandingInput): Refusal | null {
  if (!def.notWithin) return null;
  const moment = momentOf(def, proposed);
  if (moment === null) return null;
  if (moment === 'bad-time') {
    const { timeFrom } = def.notWithin;
    return refuse(
      'TIME_BAD',
      `“${def.nameVi}”: trường ${timeFrom} phải là giờ dạng HH:MM (00:00 đến 24:00).`,
      `“${def.nameEn}”: the field ${timeFrom} must be a time HH:MM (00:00 to 24:00).`,
    );
  }
  const { law, facts } = input;
  const windows = def.notWithin.windows.filter(({ rule }) => ruleOn(law, rule, moment.day));
  const scene = { calendar: law.calendar, settings: law.settings, facts: { ...facts, ...proposed.attrs } };
  const hit = windows.find(window => endOf(window, moment, scene));
  if (!hit) return null;
  const rule = ruleOn(law, hit.rule, moment.day)!;
  const next = nextAllowed(windows, moment, scene);
  const span = hit.kind === 'around-tet' ? tetSpan(hit.days, moment.day, scene) : null;
  const from = span && say(span.from);
  const to = span && say(span.to);
  return refuse(
    'WITHIN_BLACKOUT',
    `“${def.nameVi}” vào ${sayMoment(moment, 'vi')} không được: ${rule.nameVi}${from && to ? ` (từ ${from.vi} đến hết ${to.vi})` : ''} (${cite(rule.source)}).${next ? ` Sớm nhất: ${sayMoment(next, 'vi')}.` : ''}`,
    `“${def.nameEn}” at ${sayMoment(moment, 'en')} is not allowed: ${rule.nameEn}${from && to ? ` (from ${from.en} through ${to.en})` : ''} (${cite(rule.source)}).${next ? ` Earliest: ${sayMoment(next, 'en')}.` : ''}`,
  );
}

function momentOf(def: EventDef, { occurredOn, atMinute, attrs }: ProposedEvent): Moment | 'bad-time' | null {
  const { dayFrom, timeFrom } = def.notWithin!;
  if (dayFrom === undefined) return { day: occurredOn, ...(atMinute !== undefined && { minute: atMinute }) };
  const day = dayAttr(attrs, dayFrom);
  if (day === null) return null;
  const time = timeFrom === undefined ? undefined : attrs[timeFrom];
  if (time === undefined || time === '') return { day };
  try {
    return { day, minute: toMinute(String(time)) };
  } catch (error) {
    if (error instanceof RangeError) return 'bad-time';
    throw error;
  }
}

const sayMoment = ({ day, minute }: Moment, language: 'vi' | 'en'): string =>
  minute === undefined ? say(day)[language] : `${toTime(minute)} ${say(day)[language]}`;

/** A rest day or public holiday; a closure of one unit is neither. */
const isOff = (day: Day, { calendar }: Scene): boolean =>
  !calendar.isWorking(day) && calendar.offKind(day) !== 'closure';

/** First and last day of the window around Tết of the year; null where the lunar calendar of that year is not known. */
function tetSpan(days: number, day: Day, { calendar, settings }: Scene): { from: Day; to: Day } | null {
  const first = calendar.lunarNewYear(toCivil(day).year);
  if (first === null) return null;
  let from = first;
  let to = first;
  if (settings.tetAnchor !== 'first-day') {
    for (let near = first - 10; near <= first + 14; near++) {
      const kind = calendar.offKind(near);
      if (kind !== 'tet' && kind !== 'compensation') continue;
      from = Math.min(from, near);
      to = Math.max(to, near);
    }
  }
  return { from: from - days, to: to + days };
}

/** The first moment after the window, if the moment lies in it. Without a time a day is judged, and a day is what comes back. */
function endOf(window: Window, moment: Moment, scene: Scene): Moment | null {
  const { day, minute } = moment;
  const nextDay = (other: Day): Moment => ({ day: other, ...(minute !== undefined && { minute }) });
  switch (window.kind) {
    case 'hours': {
      const to = toMinute(window.to);
      if (minute === undefined) return null;
      if (minute >= toMinute(window.from)) return { day: day + 1, minute: to };
      return minute < to ? { day, minute: to } : null;
    }
    case 'days-off':
      return isOff(day, scene) ? nextDay(day + 1) : null;
    case 'around-tet': {
      const span = holds(window.when, scene.facts) ? tetSpan(window.days, day, scene) : null;
      return span && span.from <= day && day <= span.to ? nextDay(span.to + 1) : null;
    }
    case 'marked':
      return scene.facts[window.attr] === true && holds(window.when, scene.facts) ? nextDay(day + 1) : null;
  }
}

/** The earliest moment, from the given one on, outside all windows. A mark speaks of the planned day only. */
function nextAllowed(windows: readonly Window[], moment: Moment, scene: Scene): Moment | null {
  let next = moment;
  for (;;) {
    const lasting = next.day === moment.day ? windows : windows.filter(({ kind }) => kind !== 'marked');
    const end = lasting.map(window => endOf(window, next, scene)).find(found => found !== null);
    if (!end) return next;
    if (end.day - moment.day > HORIZON) return null;
    next = end;
  }
}
