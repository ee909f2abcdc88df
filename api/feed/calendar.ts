import ical, {
  ICalAlarmType,
  type ICalCalendar,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { toCivil, toTime, vnDate } from '../../law/day';
import type { Day } from '../../law/model';

/** One limit of an officer as the calendar shows it. It names no party. */
export interface FeedItem {
  /** The same for every version of the limit. */
  readonly uid: string;
  readonly version: number;
  /** Epoch ms at which this version was made. */
  readonly madeAt: number;
  readonly matter: string;
  readonly matterUrl: string;
  readonly dutyVi: string;
  readonly dutyEn: string;
  readonly article: string;
  readonly due: Day;
  /** Later reading of a disputed limit; equals `due` when undisputed. */
  readonly dueLatest: Day;
  /** Minutes after midnight (+07:00), for limits in hours. */
  readonly dueMinute: number | null;
  readonly status: 'open' | 'overdue' | 'paused' | 'done' | 'void';
  readonly provisional: boolean;
}

const ZONE = 'Asia/Ho_Chi_Minh';
/** Vietnam has kept +07:00 since 13 June 1975, without summer time. */
const VTIMEZONE = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:STANDARD
DTSTART:19750613T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0700
TZNAME:+07
END:STANDARD
END:VTIMEZONE`;

const HOUR = 3600;
/** A limit in hours is shown as the last half hour before it. */
const SHOWN_MINUTES = 30;
/** Seconds before (negative: after) the start: 08:00 of the day before and of the day itself; 4 hours and 1 hour before the minute. */
const DAY_ALARMS = [16 * HOUR, -8 * HOUR];
const HOUR_ALARMS = [4 * HOUR - SHOWN_MINUTES * 60, HOUR - SHOWN_MINUTES * 60];

/** The calendar of an officer, as text. The same items give the same text, byte for byte. */
export function feedText(officerCode: string, items: readonly FeedItem[]): string {
  const calendar = ical({
    name: `Thời hạn ${officerCode}`,
    prodId: { company: 'Thoi Han', product: 'Deadlines', language: 'VI' },
    // No zone of the whole: days are days, and what has a minute names its zone itself.
    timezone: { name: null, generator: name => (name === ZONE ? VTIMEZONE : null) },
    ttl: HOUR,
  });
  for (const item of items) addEvent(calendar, item);
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, item: FeedItem): void {
  const cancelled = item.status === 'done' || item.status === 'void';
  const event = calendar.createEvent({
    id: item.uid,
    // A limit that is done or void has changed once more than its version says.
    sequence: 2 * (item.version - 1) + (cancelled ? 1 : 0),
    stamp: new Date(item.madeAt),
    summary: summaryOf(item),
    description: descriptionOf(item),
    url: item.matterUrl,
    status: cancelled
      ? ICalEventStatus.CANCELLED
      : item.provisional || item.status === 'paused'
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    // A limit takes no time of the day: it must not show the officer as busy.
    transparency: ICalEventTransparency.TRANSPARENT,
    ...timesOf(item),
  });
  if (cancelled) return;
  for (const trigger of item.dueMinute === null ? DAY_ALARMS : HOUR_ALARMS) {
    event.createAlarm({ type: ICalAlarmType.display, trigger, description: summaryOf(item) });
  }
}

function timesOf({ due, dueMinute }: FeedItem) {
  const { year, month, dayOfMonth: day } = toCivil(due);
  if (dueMinute === null) return { allDay: true, start: new Date(Date.UTC(year, month - 1, day)) };
  // The library writes an event with a zone by the host's clock. Read by that clock, these are the Vietnamese wall times.
  const wall = (minute: number) => new Date(year, month - 1, day, 0, minute);
  return { timezone: ZONE, start: wall(dueMinute - SHOWN_MINUTES), end: wall(dueMinute) };
}

const MARKS: Readonly<Record<FeedItem['status'], string>> = {
  open: '',
  overdue: 'QUÁ HẠN: ',
  paused: 'Tạm dừng: ',
  done: 'Đã xong: ',
  void: 'Không còn hạn: ',
};

function summaryOf(item: FeedItem): string {
  const at = item.dueMinute === null ? '' : `${toTime(item.dueMinute)} `;
  const other = item.dueLatest === item.due ? '' : ` (muộn nhất ${vnDate(item.dueLatest)})`;
  const provisional = item.provisional ? ' (tạm tính)' : '';
  return `${MARKS[item.status]}${at}${item.matter}: ${item.dutyVi}${other}${provisional}`.normalize('NFC');
}

function descriptionOf(item: FeedItem): string {
  const at = item.dueMinute === null ? '' : `${toTime(item.dueMinute)} `;
  return [
    item.dutyEn,
    item.article,
    `Hạn ${at}${vnDate(item.due)}`,
    ...(item.dueLatest === item.due
      ? []
      : [
          `Hai cách tính: ${vnDate(item.due)} hoặc muộn nhất ${vnDate(item.dueLatest)}.`,
          `Two readings: ${vnDate(item.due)}, or ${vnDate(item.dueLatest)} at the latest.`,
        ]),
    ...(item.provisional
      ? [
          'Tạm tính: lịch nghỉ chưa công bố, ngày còn có thể đổi.',
          'Provisional: the holiday calendar is not published yet.',
        ]
      : []),
    ...(item.status === 'paused' ? ['Đang tạm dừng: ngày sẽ dời.', 'Paused: the date will move.'] : []),
    item.matterUrl,
  ]
    .filter(Boolean)
    .join('\n')
    .normalize('NFC');
}
