/**
 * The shorthands in which the statutes are written: units, laws, consequences, pauses. They fill in fields; they decide nothing.
 */

import type { Duty, EventRule, LawId, MatterKind, Period, Source } from '../model';

export const hours = (n: number): Period => ({ unit: 'hours', n });
/** *ngày*: calendar days. */
export const days = (n: number): Period => ({ unit: 'days', n });
/** *ngày làm việc*. */
export const workingDays = (n: number): Period => ({ unit: 'workingDays', n });
export const months = (n: number): Period => ({ unit: 'months', n });
export const years = (n: number): Period => ({ unit: 'years', n });
/** *ngay*. */
export const atOnce: Period = { unit: 'atOnce' };
/** The day named, whatever day of the week it is. */
export const onDay: Period = { unit: 'onDay' };
/** *ít nhất … trước*: at least N before the anchor. */
export const before = (n: number, of: 'hours' | 'days' | 'workingDays'): Period => ({ unit: 'before', of, n });

export const cite =
  (law: string) =>
  (article: string, quote?: string): Source =>
    quote === undefined ? { law, article } : { law, article, quote };

/** Luật Thi hành án dân sự 2025, in force since 1 July 2026. */
export const luat2025 = cite('Luật 106/2025/QH15');
/** The decree guiding it. */
export const nd152 = cite('NĐ 152/2026/NĐ-CP');
/** Decree on private offices and bailiffs (Thừa hành viên). */
export const nd151 = cite('NĐ 151/2026/NĐ-CP');
/** Luật Thi hành án dân sự 2008, as amended in 2014 and 2022. */
export const luat2008 = cite('Luật 26/2008/QH12');
/** The decree guiding it, as amended in 2020 and 2024. */
export const nd62 = cite('NĐ 62/2015/NĐ-CP');
/** Ministry of Justice circular on complaints; whether it outlived 1 July 2026 is not verified. */
export const tt13 = cite('TT 13/2021/TT-BTP');
export const tt04 = cite('TT 04/2023/TT-BTP');
export const tt216 = cite('TT 216/2016/TT-BTC');
export const toCao = cite('Luật Tố cáo 25/2018/QH14');
export const tiepCongDan = cite('Luật Tiếp công dân 42/2013/QH13');
/** The general Law on Complaints, for administrative decisions that are not about enforcement. */
export const khieuNai = cite('Luật Khiếu nại 02/2011/QH13');
/** Amends the laws on reception, complaints and denunciations from 1 July 2026. */
export const luat136 = cite('Luật 136/2025/QH15');
/** Decree guiding the Law on Denunciations, and as amended in 2026. */
export const nd31 = cite('NĐ 31/2019/NĐ-CP');
export const nd156 = cite('NĐ 31/2019/NĐ-CP (sửa đổi bởi NĐ 156/2026/NĐ-CP)');
export const nd154 = cite('NĐ 154/2026/NĐ-CP');
export const nd155 = cite('NĐ 124/2020/NĐ-CP (sửa đổi bởi NĐ 155/2026/NĐ-CP)');
export const vks2014 = cite('Luật Tổ chức VKSND 63/2014/QH13');
export const blttds = cite('BLTTDS 92/2015/QH13');
/** Law on administrative procedure: carrying out administrative judgments, in force before and after 1 July 2026. */
export const tthc = cite('Luật Tố tụng hành chính 93/2015/QH13');
/** The decree on it. */
export const nd71 = cite('NĐ 71/2016/NĐ-CP');
/** Statistics of civil judgment enforcement. */
export const tt05 = cite('TT 05/2024/TT-BTP');
/** Statistics kept together with the Procuracy and the courts. */
export const ttlt12 = cite('TTLT 12/2021/TTLT-BTP-VKSNDTC-TANDTC');
/** What the agency sets itself: plans of campaigns and their work items. */
export const plan = cite('Kế hoạch của cơ quan THADS');

/** The sentence was read; its words are not kept. */
export const unquoted = (source: Source): Source => ({ ...source, unquoted: true });

const provision = ({ law, article }: Source): string => `${law}, Điều ${article}`;

/** The row rests on these provisions as well, or they confirm it. */
export const also = (source: Source, ...others: readonly Source[]): Source => ({
  ...source,
  also: others.map(provision),
});
/** The same rule as in the other law, whose sentence the catalogue keeps for both. */
export const asIn = (source: Source, other: Source): Source =>
  other.quote === undefined ? source : { ...source, quote: other.quote, quotedFrom: provision(other) };

/** The agency (or the body that owes the act) is late. */
export const breach = (vi: string, en: string): Duty['atExpiry'] => ({ kind: 'breach', vi, en });
/** Somebody's window closes; nobody is late. */
export const lapse = (vi: string, en: string): Duty['atExpiry'] => ({ kind: 'lapse', vi, en });
/** Late, and the text names no consequence of its own. */
export const late = breach(
  'Quá hạn; văn bản không quy định hệ quả riêng',
  'Overdue; the text names no consequence of its own',
);

/** What a row may leave out: it is then a statutory limit, in use. */
export type Row = Omit<Duty, 'law' | 'kinds' | 'basis' | 'active'> & Partial<Pick<Duty, 'basis' | 'active'>>;

const rows =
  (law: LawId) =>
  (kinds: MatterKind | readonly MatterKind[], list: readonly Row[]): readonly Duty[] =>
    list.map(row => ({ basis: 'law', active: true, ...row, law, kinds: [kinds].flat() }));

/** Rows of Law 106/2025/QH15 and its decrees. */
export const duties2025 = rows('2025');
/** Rows of Law 26/2008/QH12 and its decrees. */
export const duties2008 = rows('2008');

/**
 * TT 13/2021 guided the law of 2008. Whether it outlived 1 July 2026 is not verified: beside the law of 2025 its rows are targets of
 * service, not limits of law.
 */
export const asService = <R extends { readonly derived?: string }>(
  list: readonly R[],
): readonly (R & { basis: 'service' })[] =>
  list.map(row => ({
    ...row,
    basis: 'service',
    derived: row.derived === undefined ? CIRCULAR_13_UNCERTAIN : `${CIRCULAR_13_UNCERTAIN} ${row.derived}`,
  }));

const CIRCULAR_13_UNCERTAIN =
  'TT 13/2021 hướng dẫn Luật 2008; hiệu lực sau 01/7/2026 chưa kiểm chứng: áp dụng như chỉ tiêu phục vụ, không phải thời hạn luật định.';

/** Rows of a text newer than its law, with the day it came into force (ISO). */
export const inForceSince = (since: string, list: readonly Row[]): readonly Row[] =>
  list.map(row => ({ ...row, since }));

/** What a rule may leave out: it is then law, in use. */
export type RuleRow = Omit<EventRule, 'law' | 'kinds' | 'active' | 'basis'> &
  Partial<Pick<EventRule, 'active' | 'basis'>>;

const ruleRows =
  (law: LawId) =>
  (kinds: MatterKind | readonly MatterKind[], list: readonly RuleRow[]): readonly EventRule[] =>
    list.map(row => ({ basis: 'law', active: true, ...row, law, kinds: [kinds].flat() }));

/** Provisions of Law 106/2025/QH15 and its decrees that have no length. */
export const rules2025 = ruleRows('2025');
/** Provisions of Law 26/2008/QH12 and its decrees that have no length. */
export const rules2008 = ruleRows('2008');
