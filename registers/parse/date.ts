import { toDay, toIso } from '../../law/day';
import type { PlainCell } from '../cell';
import { error, failed, type Parsed, parsed } from '../issue';
import { plain, tidy } from '../text';

export interface DateValue {
  /** `YYYY-MM-DD`, +07:00. */
  readonly iso: string;
  /** Minutes after midnight (+07:00) where the cell carried a time. */
  readonly minute?: number;
}

export interface DateLimits {
  /** Today, `YYYY-MM-DD`: later dates are refused unless `planned`. */
  readonly today: string;
  /** The column holds days to come (auctions, planned coercions). */
  readonly planned?: boolean;
}

/** Registers under the present law begin long after this; older dates are typing errors (1900 is what an empty Excel date shows). */
const OLDEST = '1975-05-01';
/** Excel counts days from 1899-12-30. */
const EXCEL_EPOCH = -25569;
const HOUR = 3_600_000;
const VIETNAM = 7 * HOUR;

/**
 * Reads a date in any of the forms registers use: a spreadsheet date or serial number, `04/10/2025`, `14-10-2025`, `4.10.2025`,
 * `ngày 4 tháng 10 năm 2025`, ISO, ISO with a time zone (converted to +07:00 before its day is taken).
 * Refuses days that don't exist (31/02), years before 1975 and, unless `planned`, days after today.
 */
export function parseDate(cell: PlainCell, limits: DateLimits): Parsed<DateValue> {
  const shown = typeof cell === 'object' && cell ? cell.iso : String(cell ?? '');
  const read = readForm(cell);
  if (read === 'unreadable') {
    return failed(
      error(
        'date-unreadable',
        `Không đọc được ngày «${shown}». Viết theo dạng ngày/tháng/năm, ví dụ 04/10/2025.`,
        `Cannot read the date «${shown}». Write day/month/year, for example 04/10/2025.`,
      ),
    );
  }
  if (read === 'no-such-day') {
    return failed(
      error(
        'date-no-such-day',
        `Ngày «${shown}» không có trong lịch. Kiểm tra lại ngày và tháng trong sổ gốc.`,
        `The day «${shown}» does not exist. Check day and month against the paper register.`,
      ),
    );
  }
  if (read.iso < OLDEST) {
    return failed(
      error(
        'date-too-old',
        `Ngày «${shown}» quá xa (trước 01/5/1975), thường do ô ngày bị để trống hoặc gõ nhầm năm. Sửa lại năm.`,
        `The date «${shown}» lies before 1 May 1975, usually an empty date cell or a mistyped year. Correct the year.`,
      ),
    );
  }
  if (read.iso > limits.today && !limits.planned) {
    return failed(
      error(
        'date-in-future',
        `Ngày «${shown}» ở tương lai, mà cột này ghi việc đã xảy ra. Kiểm tra lại năm.`,
        `The date «${shown}» lies in the future, but this column records what has happened. Check the year.`,
      ),
    );
  }
  return parsed(read);
}

function readForm(cell: PlainCell): DateValue | 'unreadable' | 'no-such-day' {
  if (cell === null || typeof cell === 'boolean') return 'unreadable';
  if (typeof cell === 'object') return { iso: cell.iso };
  if (typeof cell === 'number') return fromSerial(cell);
  const text = tidy(cell).replace(/^(ngày|Ngày|NGÀY)\s+/, '');
  const zoned = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (zoned) return fromZoned(zoned);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return civil(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dmy = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?:\s+(\d{1,2})[:hg](\d{2}))?$/.exec(text);
  if (dmy) return withTime(civil(Number(dmy[3]), Number(dmy[2]), Number(dmy[1])), dmy[4], dmy[5]);
  const words = /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(plain(text).replace(/[,\s]+/g, ' '));
  if (words) return civil(Number(words[3]), Number(words[2]), Number(words[1]));
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
  return 'unreadable';
}

function civil(year: number, month: number, day: number): DateValue | 'no-such-day' {
  const two = (n: number) => String(n).padStart(2, '0');
  try {
    return { iso: toIso(toDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)) };
  } catch (cause) {
    if (cause instanceof RangeError) return 'no-such-day';
    throw cause;
  }
}

function fromSerial(serial: number): DateValue | 'unreadable' {
  if (!Number.isFinite(serial) || serial < 0 || serial > 80_000) return 'unreadable';
  const whole = Math.floor(serial);
  const minute = Math.round((serial - whole) * 1440);
  return { iso: toIso(whole + EXCEL_EPOCH), ...(minute > 0 && minute < 1440 ? { minute } : {}) };
}

function withTime(date: DateValue | 'no-such-day', hour?: string, minute?: string): DateValue | 'no-such-day' {
  if (date === 'no-such-day' || hour === undefined) return date;
  const at = Number(hour) * 60 + Number(minute);
  return at < 1440 ? { ...date, minute: at } : 'no-such-day';
}

function fromZoned(match: RegExpExecArray): DateValue | 'no-such-day' {
  const [, date = '', hour = '', minute = '', , zone] = match;
  const day = civil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
  if (day === 'no-such-day' || Number(hour) > 23 || Number(minute) > 59) return 'no-such-day';
  const local = toDay(day.iso) * 24 * HOUR + Number(hour) * HOUR + Number(minute) * 60_000;
  const offset = zone === undefined ? VIETNAM : offsetOf(zone);
  const here = local - offset + VIETNAM;
  const at = Math.floor(here / (24 * HOUR));
  return { iso: toIso(at), minute: Math.floor((here - at * 24 * HOUR) / 60_000) };
}

function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.replace(/[^\d]/g, '');
  const size = Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2, 4)) * 60_000;
  return zone.startsWith('-') ? -size : size;
}

/** Statistical year of a day: 1 October – 30 September, named by the year it ends in. */
export function reportingYearOf(iso: string): number {
  const year = Number(iso.slice(0, 4));
  return Number(iso.slice(5, 7)) >= 10 ? year + 1 : year;
}
