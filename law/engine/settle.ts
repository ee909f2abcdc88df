import type { Calendar } from '../calendar/types';
import { instantOf, vietnamDay, vietnamMinute } from '../day';
import type {
  Day,
  Deadline,
  DeadlineStatus,
  Duty,
  EventDef,
  Extension,
  Fact,
  Facts,
  Hold,
  LawId,
  LoggedEvent,
  PauseInterval,
  Period,
  SlipStep,
} from '../model';
import { type Clock, dischargeOf, triggerStep } from './clocks';
import { holds, periodOf } from './facts';
import { firstAfter, type History } from './history';
import { pauseIntervals, type Standstill, standstill } from './pauses';
import { type Counted, type Counting, countPeriod, endsAtMoment } from './period';
import { CIVIL_CODE, cite, say, sayInstant, sayPeriod } from './said';
import { facesFor, swapStep } from './swaps';

/** What a clock is judged by. */
export interface Scene {
  readonly history: History;
  readonly defs: ReadonlyMap<string, EventDef>;
  readonly intervals: readonly PauseInterval[];
  /** Position of the last event that pauses or resumes anything; -1 if there is none. */
  readonly lastTurn: number;
  readonly calendar: Calendar;
  readonly today: Day;
  /** Epoch milliseconds; without it limits in hours are judged by the day. */
  readonly now?: number | undefined;
  /** Dates kept by decision, by the deadline's key. */
  readonly holds: ReadonlyMap<string, Hold>;
  /** Whether derivations are written; without them they are empty, and dates cost less than half. */
  readonly slips: boolean;
}

/** One defensible way to count a limit, and why it is one: its length, how many extensions it allows, how pauses end. */
export interface Reading {
  readonly period: Period;
  /** Counted from this day instead of the day on which the clock started. */
  readonly start?: Day;
  /** Extensions counted at most. */
  readonly extensions: number;
  /** Pauses with two readings end by the later one. */
  readonly pausesEndLater?: boolean;
  readonly why?: { readonly vi: string; readonly en: string };
}

export interface Settled {
  readonly clock: Clock;
  readonly deadline: Deadline;
  /** The pause that holds it has no end yet, and began before it ran out. */
  readonly held: boolean;
  /** Position of the event that discharged it; -1 if none has. */
  readonly dischargedAt: number;
  /** The law that asked for it is gone: it did not run out. */
  readonly gone?: true;
}

/** The lengths a duty's limit can have under these facts, the one in use first. */
export function readingsOf(duty: Duty, clock: Pick<Clock, 'facts'>): Reading[] {
  const period = periodOf(duty, clock.facts);
  const extensions = duty.extension?.times ?? 1;
  const lengths = period === duty.period ? (duty.readings ?? []) : [];
  const extended = duty.extension?.disputed;
  return [
    { period, extensions },
    ...lengths.map(({ period: other, why }) => ({ period: other, extensions, why: { vi: why, en: why } })),
    ...(extended ? [{ period, extensions: extended.times, why: { vi: extended.why, en: extended.why } }] : []),
  ];
}

/** The first reading once more, with pauses that end by their later reading, where they have one. */
function laterPauses(duty: Duty, first: Reading, intervals: readonly PauseInterval[]): Reading[] {
  const why = intervals.find(({ kind, later }) => later && duty.pausedBy.includes(kind))?.later?.why;
  return why === undefined ? [] : [{ ...first, pausesEndLater: true, why: { vi: why, en: why } }];
}

/** The pauses that may hold the clock, as they were known when the event at `closedAt` closed it (-1: as they are known now). */
function intervalsFor(duty: Duty, closedAt: number, scene: Scene): readonly PauseInterval[] {
  if (duty.pausedBy.length === 0 || scene.lastTurn < 0) return [];
  if (closedAt < 0) return scene.intervals;
  if (scene.lastTurn <= closedAt) return scene.intervals;
  return pauseIntervals(scene.history.events.slice(0, closedAt + 1), scene.defs);
}

function sayReading({ period, start }: Reading): { vi: string; en: string } {
  const length = sayPeriod(period);
  if (start === undefined) return length;
  return { vi: `${length.vi} từ ${say(start).vi}`, en: `${length.en} from ${say(start).en}` };
}

interface Limit extends Counted {
  readonly reading: Reading;
  /** The calendar it was counted on, where swapped days make two of them. */
  readonly calendar: Calendar;
}

/** The instant at which it is over: that of the limit, or 24:00 of its day. */
const endOf = ({ due, dueAt }: Counted): number => dueAt ?? instantOf(due, 1440);
const sayEnd = (counted: Counted) => (counted.dueAt === undefined ? say(counted.due) : sayInstant(counted.dueAt));

/** Counts one reading, with the extensions granted before it ran out. */
function countReading(
  reading: Reading,
  clock: Clock,
  duty: Duty,
  minute: number,
  closedAt: number,
  counting: Counting,
  scene: Scene,
): Limit {
  const { history } = scene;
  const start = reading.start ?? clock.start;
  const { extension } = duty;
  const { calendar } = counting;
  let limit: Limit = { ...countPeriod(reading.period, start, minute, counting), reading, calendar };
  if (!extension || !holds(extension.when, clock.facts)) return limit;
  let at = clock.voidedAfter;
  let whole = reading.period;
  for (let times = 0; times < reading.extensions; times++) {
    at = firstAfter(history, [extension.event], at);
    const event = history.events[at];
    if (!event || (closedAt >= 0 && at > closedAt) || event.occurredOn > limit.due) break;
    const length = lengthened(extension, times, clock.facts, event.attrs.days, whole);
    if (extension.whole) whole = length;
    limit = extend(limit, extension, length, event, start, minute, counting);
  }
  return limit;
}

/** What an extension adds; where the text gives the whole length, that length, never shorter than the one before (`whole`). */
function lengthened(
  extension: Extension,
  times: number,
  facts: Facts,
  granted: Fact | undefined,
  whole: Period,
): Period {
  const own = extension.variants?.find(({ when }) => holds(when, facts))?.period ?? extension.period;
  const allowed = times > 0 ? (extension.second ?? own) : own;
  const days = allowed.unit === 'days' && typeof granted === 'number' && granted > 0 ? granted : null;
  if (allowed.unit === 'atOnce' || allowed.unit === 'onDay') return allowed;
  if (!extension.whole) return days === null ? allowed : { ...allowed, n: Math.min(days, allowed.n) };
  if (whole.unit !== allowed.unit) return allowed;
  return { ...allowed, n: Math.max(whole.n, Math.min(days === null ? allowed.n : whole.n + days, allowed.n)) };
}

/** One extension: counted from the end of the limit so far, or, where the text gives the whole length, from where it began. */
function extend(
  limit: Limit,
  { whole, source }: Extension,
  period: Period,
  event: LoggedEvent,
  start: Day,
  minute: number,
  counting: Counting,
): Limit {
  const from = whole ? start : limit.due;
  const length = sayPeriod(period);
  counting.slip?.push({
    step: 'extend',
    date: say(event.occurredOn).iso,
    vi: whole
      ? `Kéo dài (${say(event.occurredOn).vi}): không quá ${length.vi} kể từ ${say(from).vi}`
      : `Gia hạn ${length.vi} (${say(event.occurredOn).vi}), tính từ ngày hết thời hạn ${say(from).vi}`,
    en: whole
      ? `Lengthened (${say(event.occurredOn).en}): ${length.en} at most, from ${say(from).en}`
      : `Extended by ${length.en} (${say(event.occurredOn).en}), counted from the end of the period, ${say(from).en}`,
    basis: cite(source),
  });
  const at = whole ? minute : limit.dueAt === undefined ? 1440 : vietnamMinute(limit.dueAt);
  const extended = countPeriod(period, from, at, counting);
  return {
    ...extended,
    provisional: extended.provisional || (limit.provisional && !whole),
    reading: limit.reading,
    calendar: limit.calendar,
  };
}

/** Every reading counted: the first with its derivation, then the others, told by where they lead. */
function countAll(
  clock: Clock,
  duty: Duty,
  readings: readonly Reading[],
  closedAt: number,
  scene: Scene,
  slip: SlipStep[] | undefined,
  pauses: Standstill,
  latePauses: Standstill,
): Limit[] {
  const faces = facesFor(duty, scene.calendar);
  const limits = readings.flatMap((reading, i) => {
    const { stretches } = reading.pausesEndLater ? latePauses : pauses;
    const known = clock.minute ?? (endsAtMoment(reading.period) ? null : 0);
    const minutes = known === null ? [0, 1440] : [known];
    return minutes.flatMap((minute, j) => {
      const [bound, unbound] = faces.map((calendar, k) => {
        const counting = { calendar, pauses: stretches, slip: i + j + k === 0 ? slip : undefined };
        return countReading(reading, clock, duty, minute, closedAt, counting, scene);
      });
      return unbound && endOf(unbound) !== endOf(bound!) ? [bound!, unbound] : [bound!];
    });
  });
  if (!slip) return limits;
  if (clock.minute === undefined && readings.some(({ period }) => endsAtMoment(period))) {
    slip.push({
      step: 'reading',
      vi: 'Chưa ghi giờ của sự kiện: hạn sớm nhất tính từ 00:00, muộn nhất từ 24:00 của ngày đó',
      en: 'The time of the event is not recorded: the earliest limit counts from 00:00, the latest from 24:00 of that day',
      basis: CIVIL_CODE.hours,
    });
  }
  limits.forEach((limit, i) => {
    if (i === 0 || limit.calendar === limits[0]!.calendar) return;
    const { period, start = clock.start } = limit.reading;
    slip.push(swapStep(scene.calendar, period, start, limits[i - 1]!, limit));
  });
  for (const limit of limits) {
    if (limit.calendar !== limits[0]!.calendar) continue;
    if (!limit.reading.why || (limit.reading.period === readings[0]!.period && endOf(limit) === endOf(limits[0]!)))
      continue;
    const length = sayReading(limit.reading);
    const end = sayEnd(limit);
    slip.push({
      step: 'reading',
      date: end.iso,
      vi: `Cách hiểu khác: ${length.vi}, đến ${end.vi}. ${limit.reading.why.vi}`,
      en: `Another reading: ${length.en}, until ${end.en}. ${limit.reading.why.en}`,
    });
  }
  return limits;
}

function sayDue(slip: SlipStep[], first: Limit, last: Limit): void {
  const due = sayEnd(first);
  const latest = sayEnd(last);
  const end = first.dueAt === undefined ? 'hết 24:00 ' : '';
  const differs = endOf(first) !== endOf(last);
  slip.push({
    step: 'due',
    date: due.iso,
    ...(differs && { to: latest.iso }),
    vi: differs ? `Hạn: nhắc theo ${due.vi}, chỉ coi là quá hạn sau ${latest.vi}` : `Hạn: ${end}${due.vi}`,
    en: differs
      ? `Due: reminded for ${due.en}, overdue only after ${latest.en}`
      : `Due: ${first.dueAt === undefined ? 'by 24:00 on ' : ''}${due.en}`,
    basis: first.dueAt === undefined ? CIVIL_CODE.lastDay : CIVIL_CODE.hours,
  });
}

function sayProvisional(slip: SlipStep[], day: Day): void {
  const year = say(day).iso.slice(0, 4);
  slip.push({
    step: 'provisional',
    date: say(day).iso,
    vi: `Tạm tính: lịch nghỉ năm ${year} chưa công bố chính thức, hạn có thể thay đổi`,
    en: `Provisional: the calendar of ${year} is not officially published, the date may move`,
  });
}

/** Steps that name what was decided where the text leaves a choice: about the row, and about the pauses that stop its clock. */
function decidedSteps(duty: Duty, intervals: readonly PauseInterval[]): SlipStep[] {
  const about = (duty.decided ?? []).filter(({ point }) => point !== 'transition');
  const pauses = intervals.filter(({ kind }) => duty.pausedBy.includes(kind)).flatMap(({ decided }) => decided ?? []);
  return [...new Set([...about, ...pauses])].map(decidedStep);
}

export const decidedStep = ({ vi, en }: { vi: string; en: string }): SlipStep => ({ step: 'reading', vi, en });

/** The dates kept by decision instead of those counted, moved by what moved these since. */
function keptDates(
  hold: Hold,
  first: Limit,
  last: Limit,
  calendar: Calendar,
  slip: SlipStep[] | undefined,
): [Limit, Limit] {
  const shift = first.due - hold.insteadOf;
  const { unit } = first.reading.period;
  const rolls = shift !== 0 && unit !== 'hours' && unit !== 'before';
  const moved = (day: Day) => (rolls ? calendar.next(day + shift) : day + shift);
  const at = hold.dueAt === undefined ? {} : { dueAt: hold.dueAt + shift * 86_400_000 };
  const kept = (limit: Limit, due: Day): Limit => {
    const { dueAt: _, ...rest } = limit;
    return { ...rest, ...at, due };
  };
  const [early, late] = [kept(first, moved(hold.due)), kept(last, moved(hold.dueLatest))];
  const instead = sayEnd(first);
  const said = sayEnd(early);
  const since = shift === 0 ? { vi: '', en: '' } : { vi: `, dời ${shift} ngày`, en: `, moved by ${shift} days` };
  slip?.push({
    step: 'hold',
    date: said.iso,
    vi: `Giữ hạn ${say(hold.due).vi} thay cho ${instead.vi} theo ${hold.decision.vi}${since.vi}`,
    en: `Kept at ${say(hold.due).en} instead of ${instead.en} by ${hold.decision.en}${since.en}`,
  });
  return [early, late];
}

/**
 * Dates one clock and says how it stands.
 * @param duty the duty under the law that governs it, which may be newer than the one it began under.
 * @param readings the lengths its limit can have, the one in use first.
 * @param notes steps to put behind the trigger.
 * @param taken positions of events that discharged earlier clocks of the duty.
 */
export function settle(
  clock: Clock,
  duty: Duty,
  readings: readonly Reading[],
  notes: readonly SlipStep[],
  scene: Scene,
  taken: ReadonlySet<number>,
): Settled {
  const { history, today } = scene;
  const subject: Clock = duty === clock.duty ? clock : { ...clock, duty };
  const discharged = dischargeOf(subject, history, taken);
  const voided = firstAfter(history, duty.voidedBy ?? [], clock.voidedAfter);
  const ended = history.closedAt > clock.voidedAfter ? history.closedAt : -1;
  const stopped = voided < 0 ? ended : ended < 0 ? voided : Math.min(voided, ended);
  const done = discharged >= 0 && (stopped < 0 || discharged <= stopped);
  const closedAt = done ? discharged : stopped;
  const closing = history.events[closedAt];

  const intervals = intervalsFor(duty, closedAt, scene);
  const slip = scene.slips ? [triggerStep(clock, scene.defs), ...notes, ...decidedSteps(duty, intervals)] : undefined;
  const pauses = standstill(intervals, duty.pausedBy);
  const later = laterPauses(duty, readings[0]!, intervals);
  const latePauses = later.length === 0 ? pauses : standstill(intervals, duty.pausedBy, true);
  const limits = countAll(clock, duty, [...readings, ...later], closedAt, scene, slip, pauses, latePauses);
  let first = limits[0]!;
  let last = first;
  for (const limit of limits) {
    if (endOf(limit) < endOf(first)) first = limit;
    if (endOf(limit) > endOf(last)) last = limit;
  }
  const hold = scene.holds.get(clock.key);
  if (hold) [first, last] = keptDates(hold, first, last, scene.calendar, slip);
  const held = pauses.openSince !== null && pauses.openSince <= last.due;
  if (slip && held && !closing) {
    const since = say(pauses.openSince!);
    slip.push({
      step: 'pause',
      date: since.iso,
      vi: `Đang tạm ngừng từ ${since.vi}: phần còn lại tính tiếp khi có quyết định tiếp tục; ngày dưới đây chưa cộng thời gian tạm ngừng`,
      en: `Paused since ${since.en}: the remainder runs on when work is resumed; the date below does not include the pause yet`,
      ...(pauses.openBasis !== undefined && { basis: pauses.openBasis }),
    });
  }
  const provisional = limits.some(limit => limit.provisional);
  if (slip && provisional) sayProvisional(slip, last.due);
  if (slip) sayDue(slip, first, last);

  const deadline: Deadline = {
    key: clock.key,
    dutyId: duty.id,
    law: duty.law,
    basis: duty.basis,
    role: duty.role,
    unitKind: first.reading.period.unit,
    startedOn: clock.start,
    due: first.due,
    ...(first.dueAt !== undefined && { dueAt: first.dueAt }),
    dueLatest: last.due,
    status: closing
      ? statusWhenClosed(closing.occurredOn, closing.atMinute, done, last, pauses)
      : statusNow(last, pauses, scene),
    ...(closing && { closedOn: closing.occurredOn, closedByEvent: closing.id }),
    provisional,
    lapse: duty.atExpiry.kind === 'lapse',
    slip: slip ?? [],
  };
  return { clock, deadline, held: held && today >= pauses.openSince!, dischargedAt: done ? discharged : -1 };
}

function statusWhenClosed(
  day: Day,
  minute: number | undefined,
  done: boolean,
  last: Limit,
  { openSince }: Standstill,
): DeadlineStatus {
  if (!done) return 'void';
  if (openSince !== null && openSince <= Math.min(day, last.due)) return 'met';
  if (day !== last.due || last.dueAt === undefined || minute === undefined) return day <= last.due ? 'met' : 'late';
  return (day * 1440 + minute - 420) * 60_000 <= last.dueAt ? 'met' : 'late';
}

function statusNow(last: Limit, pauses: Standstill, { today, now }: Scene): DeadlineStatus {
  if (pauses.openSince !== null && pauses.openSince <= Math.min(today, last.due)) return 'paused';
  if (pauses.stretches.some(({ from, to }) => from <= today && today < to && today <= last.due)) return 'paused';
  if (last.dueAt !== undefined && now !== undefined) return now > last.dueAt ? 'overdue' : 'open';
  return today > (last.dueAt === undefined ? last.due : vietnamDay(last.dueAt)) ? 'overdue' : 'open';
}

/** The same deadline, void from a day on because the law that asked for it is gone. */
export function voidedFrom(settled: Settled, day: Day, law: LawId, note: SlipStep): Settled {
  const { closedByEvent: _, ...rest } = settled.deadline;
  return {
    ...settled,
    held: false,
    dischargedAt: -1,
    gone: true,
    deadline: { ...rest, law, status: 'void', closedOn: day, slip: rest.slip.length === 0 ? [] : [...rest.slip, note] },
  };
}
