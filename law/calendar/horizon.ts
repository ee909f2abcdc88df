/** How far the published calendar reaches. */

import { fromCivil, toCivil } from '../day';
import type { Day } from '../model';
import type { Calendar } from './types';

/** Days before the end of the last published year from which on it is said that the next one is missing. */
const WARN_DAYS = 60;

export interface Horizon {
  /** Last year of the unbroken run of published years; null when there is none. */
  readonly published: number | null;
  /** Last year that is loaded, published or provisional. */
  readonly loaded: number | null;
  /** Days from today to the end of the last published year; negative when it is over. */
  readonly daysLeft: number;
  /** What to do, when little time is left. */
  readonly warning: { readonly vi: string; readonly en: string } | null;
}

/** What to say of a year whose calendar is not published. */
export const notPublished = (year: number): { readonly vi: string; readonly en: string } => ({
  vi: `lịch năm ${year} chưa công bố: nạp bằng thoihan calendar load <tệp> --by <mã cán bộ>`,
  en: `the calendar of ${year} is not published: load it with thoihan calendar load <file> --by <officer>`,
});

/** How far the calendar reaches as seen on a day, with a warning from 60 days before its end on. */
export function horizonOf(calendar: Calendar, today: Day): Horizon {
  const loaded = calendar.years.at(-1)?.year ?? null;
  const publishedYears = calendar.years.filter(({ provisional }) => !provisional).map(({ year }) => year);
  const published = publishedYears.at(-1) ?? null;
  if (published === null) {
    const { year } = toCivil(today);
    const { vi, en } = notPublished(year);
    return { published, loaded, daysLeft: -1, warning: { vi: `Chưa có năm nào: ${vi}`, en: `No year: ${en}` } };
  }
  const daysLeft = fromCivil(published, 12, 31) - today;
  if (daysLeft >= WARN_DAYS) return { published, loaded, daysLeft, warning: null };
  const next = notPublished(published + 1);
  const left =
    daysLeft < 0
      ? { vi: `đã hết từ ${-daysLeft} ngày trước`, en: `ended ${-daysLeft} days ago` }
      : { vi: `còn ${daysLeft} ngày`, en: `${daysLeft} days left` };
  return {
    published,
    loaded,
    daysLeft,
    warning: {
      vi: `Lịch đã công bố đến hết năm ${published} (${left.vi}); ${next.vi}. Hạn rơi vào năm sau chỉ là tạm tính.`,
      en: `The calendar is published through ${published} (${left.en}); ${next.en}. Dates beyond it are provisional.`,
    },
  };
}
