import { toIso } from '../../law';
import { toCivil, vnDate } from '../../law/day';
import type { Day } from '../../law/model';

/** A report that somebody owes for a period. */
export interface ReportPeriod {
  readonly form: 'statistics' | 'interagency' | 'ended_list';
  /** How many months of the reporting year it covers, from 1 October. */
  readonly months: number;
  /** Last day of the period, ISO. */
  readonly periodEnd: string;
  /** What people call it. */
  readonly title: string;
}

/** Months of the reporting year at whose end the inter-agency forms are made (TTLT 12/2021 Điều 6). */
const INTERAGENCY = [3, 6, 10, 12];

/**
 * The reports whose period ends on a day; none unless it is the last of a month. Statistics cover 1 to 12 months, each from 1 October
 * (TT 05/2024 Điều 5); the list of ended cases is monthly (NĐ 152 Điều 32(2)).
 */
export function reportPeriodsEndingOn(day: Day): readonly ReportPeriod[] {
  if (toCivil(day + 1).dayOfMonth !== 1) return [];
  const { month, year } = toCivil(day);
  const months = month >= 10 ? month - 9 : month + 3;
  const periodEnd = toIso(day);
  const until = `đến ${vnDate(day)}`;
  const period = (form: ReportPeriod['form'], title: string): ReportPeriod => ({ form, months, periodEnd, title });
  return [
    period('statistics', `Báo cáo thống kê ${months} tháng (${until})`),
    ...(INTERAGENCY.includes(months) ? [period('interagency', `Biểu liên ngành ${months} tháng (${until})`)] : []),
    period('ended_list', `Danh sách việc kết thúc tháng ${String(month).padStart(2, '0')}/${year}`),
  ];
}
