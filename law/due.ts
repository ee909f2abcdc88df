import { instantOf, toCivil, toDay, toIso, toIsoMinute, toMinute } from './day';
import { DueInputError, UnknownDutyError } from './due-errors';
import { judge } from './engine/facts';
import { nearestIds } from './engine/nearest';
import { type Counted, countPeriod, endsAtMoment } from './engine/period';
import { CIVIL_CODE, cite, say, sayInstant, sayPeriod } from './engine/said';
import { decidedStep } from './engine/settle';
import { facesFor, swapStep } from './engine/swaps';
import { NEW_LAW } from './engine/transition';
import { duties, dutyOn, eventRules, type LawInForce } from './in-force';
import type { Day, Duty, Facts, LawId, Period, SlipStep } from './model';

export interface DueInput {
  readonly dutyId: string;
  /** ISO date of the event that starts the limit; for “at least N before”, of the act looked back from. */
  readonly on: string;
  /** `HH:MM`, +07:00, needed by limits in hours and by nothing else; `24:00` is the end of the day. */
  readonly at?: string;
  /** Without it the law in force on the day. */
  readonly law?: LawId;
  /** What decides between lengths: class, level, origin, … */
  readonly facts?: Facts;
}

export interface DueVariant {
  readonly id: string;
  readonly due: string;
}

/** A type alias, so that it fits where plain JSON objects are asked for. */
export type Due = {
  readonly dutyId: string;
  readonly law: LawId;
  /** ISO date on whose 24:00 the limit ends; for hours `YYYY-MM-DDTHH:MM`. The earliest, when facts or readings leave it open. */
  readonly due: string;
  /** The latest defensible reading of a disputed limit. */
  readonly dueLatest: string;
  readonly kind: Period['unit'];
  readonly provisional: boolean;
  /** Other lengths the limit may have; the facts given do not decide. */
  readonly variants: DueVariant[];
  /** Version of the calendar it was counted on. */
  readonly calendar: string;
  readonly slip: SlipStep[];
};

function readDay(on: string): Day {
  let day: Day;
  try {
    day = toDay(on);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [vi = '', en = ''] = error.message.split(' / ');
    throw new DueInputError('on', `on: ${vi}`, `on: ${en}`);
  }
  const { year } = toCivil(day);
  if (year < 1990 || year > 2100) {
    throw new DueInputError(
      'on',
      `on: năm ${year} nằm ngoài 1990–2100, hãy kiểm tra ngày`,
      `on: the year ${year} is outside 1990–2100, check the date`,
    );
  }
  return day;
}

/** The duty under the law asked for, or under the law in force on the day. */
function dutyFor(inForce: LawInForce, { dutyId, law }: DueInput, day: Day): Duty {
  const find = (under: LawId) => dutyOn(inForce, dutyId, under, day);
  const wanted: LawId = law ?? (day >= NEW_LAW ? '2025' : '2008');
  const duty = find(wanted);
  if (duty) return duty;
  const other: LawId = wanted === '2025' ? '2008' : '2025';
  if (!find(other)) {
    const rule = eventRules(inForce).find(({ id }) => id === dutyId);
    if (rule) {
      throw new DueInputError(
        'dutyId',
        `“${dutyId}” là quy tắc xác định ngày, không có thời hạn: ${rule.saysVi} (${cite(rule.source)})`,
        `“${dutyId}” is a rule about a date and has no length: ${rule.saysEn} (${cite(rule.source)})`,
      );
    }
    const ids = duties(inForce).map(({ id }) => id);
    throw new UnknownDutyError(dutyId, nearestIds(dutyId, ids));
  }
  const only =
    other === '2025'
      ? { vi: 'chỉ có từ 01/07/2026 (Luật 106/2025/QH15)', en: 'exists only since 1 July 2026 (Law 106/2025/QH15)' }
      : {
          vi: 'không còn từ 01/07/2026 (chỉ có ở Luật 26/2008/QH12)',
          en: 'is gone since 1 July 2026 (Law 26/2008/QH12 only)',
        };
  throw new DueInputError(
    'law',
    `“${dutyId}” ${only.vi}; muốn tính theo luật đó hãy ghi law: ${other}`,
    `“${dutyId}” ${only.en}; to count under it all the same give law: ${other}`,
  );
}

function readMinute({ dutyId, at }: DueInput, needed: boolean): number {
  if (at === undefined) {
    if (!needed) return 1440;
    throw new DueInputError(
      'at',
      `“${dutyId}” tính bằng giờ: cần at (HH:MM)`,
      `“${dutyId}” counts hours: at (HH:MM) is needed`,
    );
  }
  try {
    const minute = toMinute(at);
    // A limit in days excludes the day itself, so the time of the event is checked but moves nothing (24:00 is still that day).
    return needed ? minute : 1440;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [vi = '', en = ''] = error.message.split(' / ');
    throw new DueInputError('at', `at: ${vi}`, `at: ${en}`);
  }
}

interface Candidate extends Counted {
  readonly id: string;
  readonly period: Period;
  readonly slip: SlipStep[];
}

/** The lengths the facts leave possible: the one they decide on, or the duty's own and every variant not ruled out. */
function possible(duty: Duty, facts: Facts): { id: string; period: Period }[] {
  const open: { id: string; period: Period }[] = [];
  for (const { id, when, period } of duty.variants ?? []) {
    const verdict = judge(when, facts);
    if (verdict === 'holds') return [...open, { id, period }];
    if (verdict === 'unknown') open.push({ id, period });
  }
  return [...open, { id: 'default', period: duty.period }];
}

/** The instant at which it is over: that of the limit, or 24:00 of its day. */
const endOf = ({ due, dueAt }: Counted): number => dueAt ?? instantOf(due, 1440);
const saidEnd = ({ due, dueAt }: Counted) => (dueAt === undefined ? say(due) : sayInstant(dueAt));
const isoOf = (counted: Counted): string =>
  counted.dueAt === undefined ? toIso(counted.due) : toIsoMinute(counted.dueAt);

/**
 * When one limit ends, counted from one day, with its derivation: what `thoihan due` answers.
 * @throws UnknownDutyError with the nearest ids; DueInputError naming the field that is wrong.
 */
export function dueOf(inForce: LawInForce, input: DueInput): Due {
  const { calendar } = inForce;
  const day = readDay(input.on);
  const duty = dutyFor(inForce, input, day);
  const lengths = possible(duty, input.facts ?? {});
  const minute = readMinute(
    input,
    lengths.some(({ period }) => endsAtMoment(period)),
  );
  const [bound, unbound] = facesFor(duty, calendar);
  const candidates: Candidate[] = lengths.map(({ id, period }) => {
    const slip: SlipStep[] = [];
    return { id, period, slip, ...countPeriod(period, day, minute, { calendar: bound!, pauses: [], slip }) };
  });
  const chosen = candidates.reduce((first, next) => (endOf(next) < endOf(first) ? next : first));
  const variants = candidates
    .filter(candidate => candidate !== chosen)
    .map(candidate => ({ id: candidate.id, due: isoOf(candidate) }));

  const length = sayPeriod(chosen.period);
  const said = say(day);
  const slip: SlipStep[] = [
    {
      step: 'trigger',
      date: said.iso,
      vi: `${duty.nameVi}: ${length.vi}, ${duty.period.unit === 'before' ? 'mốc' : 'kể từ'} ${said.vi}`,
      en: `${duty.nameEn}: ${length.en}, ${duty.period.unit === 'before' ? 'looking back from' : 'from'} ${said.en}`,
      basis: cite(duty.source),
    },
    ...(duty.decided ?? []).filter(({ point }) => point !== 'transition').map(decidedStep),
    ...chosen.slip,
  ];
  for (const candidate of candidates) {
    if (candidate === chosen) continue;
    const other = sayPeriod(candidate.period);
    slip.push({
      step: 'reading',
      date: isoOf(candidate),
      vi: `Chưa đủ dữ kiện: trường hợp “${candidate.id}” là ${other.vi}, đến ${saidEnd(candidate).vi}`,
      en: `The facts do not decide: case “${candidate.id}” is ${other.en}, until ${saidEnd(candidate).en}`,
    });
  }
  let latest: Counted = chosen;
  let first: Counted = chosen;
  let provisional = chosen.provisional;
  const weigh = (counted: Counted) => {
    if (endOf(counted) > endOf(latest)) latest = counted;
    if (endOf(counted) < endOf(first)) first = counted;
    provisional ||= counted.provisional;
  };
  /** The same limit for a party whom swapped days may not bind. */
  const weighUnbound = (period: Period, counted: Counted) => {
    const free = unbound && countPeriod(period, day, minute, { calendar: unbound, pauses: [] });
    if (!free || endOf(free) === endOf(counted)) return;
    slip.push(swapStep(calendar, period, day, counted, free));
    weigh(free);
  };
  weighUnbound(chosen.period, chosen);
  for (const reading of chosen.period === duty.period ? (duty.readings ?? []) : []) {
    const counted = countPeriod(reading.period, day, minute, { calendar: bound!, pauses: [] });
    const other = sayPeriod(reading.period);
    slip.push({
      step: 'reading',
      date: isoOf(counted),
      vi: `Cách hiểu khác: ${other.vi}, đến ${saidEnd(counted).vi}. ${reading.why}`,
      en: `Another reading: ${other.en}, until ${saidEnd(counted).en}. ${reading.why}`,
    });
    weigh(counted);
    weighUnbound(reading.period, counted);
  }
  if (provisional) {
    const year = toCivil(latest.due).year;
    slip.push({
      step: 'provisional',
      date: toIso(latest.due),
      vi: `Tạm tính: lịch nghỉ năm ${year} chưa công bố chính thức, hạn có thể thay đổi`,
      en: `Provisional: the calendar of ${year} is not officially published, the date may move`,
    });
  }
  const end = first.dueAt === undefined ? say(first.due) : sayInstant(first.dueAt);
  slip.push({
    step: 'due',
    date: end.iso,
    vi: `Hạn: ${first.dueAt === undefined ? 'hết 24:00 ' : ''}${end.vi}`,
    en: `Due: ${first.dueAt === undefined ? 'by 24:00 on ' : ''}${end.en}`,
    basis: first.dueAt === undefined ? CIVIL_CODE.lastDay : CIVIL_CODE.hours,
  });
  return {
    dutyId: duty.id,
    law: duty.law,
    due: isoOf(first),
    dueLatest: isoOf(latest),
    kind: chosen.period.unit,
    provisional,
    variants,
    calendar: calendar.version,
    slip,
  };
}
