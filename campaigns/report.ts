import { type Counts, derive } from './counts';
import { grouped, hundredthsText, INDICATORS, type Indicator, percentText, ratioOf } from './indicators';
import type { Pace } from './pace';
import { reaches } from './targets';

export interface TargetFigures {
  readonly indicator: Indicator;
  /** Hundredths of a percent; value null when there is nothing to divide by, or no baseline yet. */
  readonly target: number;
  readonly value: number | null;
  /** Only of rates. */
  readonly pace: Pace | null;
}

/** Work items (đầu việc) of the plan. */
export interface WorkFigures {
  readonly tasks: number;
  readonly items: number;
  readonly done: number;
  readonly overdue: number;
}

/** What a campaign's report shows. Dates are written as people read them. */
export interface CampaignFigures {
  readonly name: string;
  readonly window: string;
  readonly measured: string;
  readonly asOf: string;
  readonly counts: Counts;
  readonly targets: readonly TargetFigures[];
  readonly units: readonly {
    readonly name: string;
    readonly counts: Counts;
    readonly casesTarget: number | null;
    readonly moneyTarget: number | null;
  }[];
  readonly work: WorkFigures;
}

/** The figures of one scope as a plain table, in the order and the words of the published reports. */
export function figuresText(title: string, counts: Counts, decimals: 1 | 2 = 1): string {
  const { cases, money, credit, coercions, complaints } = counts;
  const c = derive(cases);
  const m = derive(money);
  const row = (label: string, n: number, sum: bigint): string[] => [label, grouped(n), grouped(sum)];
  const rows = [
    ['', 'Việc', 'Tiền (đồng)'],
    row('Thụ lý / taken in', c.takenIn, m.takenIn),
    row('  Cũ chuyển sang / carried over', cases.carriedOver, money.carriedOver),
    row('  Thụ lý mới / new', cases.new, money.new),
    row(
      'Ủy thác, thu hồi / entrusted, withdrawn',
      cases.entrusted + cases.withdrawn,
      money.entrusted + money.withdrawn,
    ),
    row('Phải thi hành / to enforce', c.toEnforce, m.toEnforce),
    row('  Có điều kiện / with conditions', cases.withConditions, money.withConditions),
    row('  Chưa có điều kiện / without conditions', cases.withoutConditions, money.withoutConditions),
    row('  Hoãn, tạm đình chỉ / postponed, suspended', cases.postponedOrSuspended, money.postponedOrSuspended),
    row('Thi hành xong / done', c.done, m.done),
    row('  Xong / completed', cases.completed, money.completed),
    row('  Đình chỉ, giảm / terminated, reduced', cases.terminated, money.terminated),
    [
      'Tỷ lệ xong trên có điều kiện / rate',
      percentText(ratioOf('cases_rate', counts, null), decimals),
      percentText(ratioOf('money_rate', counts, null), decimals),
    ],
    row('Có điều kiện, chưa xong / remaining', c.remaining, m.remaining),
    row('Chuyển kỳ sau / carried forward', c.carriedForward, m.carriedForward),
    row('Sổ theo dõi riêng, ngoài bảng / separate register', cases.separateRegister, money.separateRegister),
  ];
  const creditLeft = credit.moneyWithConditions - credit.moneyDone;
  const lines = [
    `Án tín dụng, ngân hàng: ${grouped(credit.done)}/${grouped(credit.withConditions)} việc xong; ` +
      `còn ${grouped(creditLeft)}/${grouped(credit.moneyWithConditions)} đồng ` +
      `(${percentText({ of: creditLeft, to: credit.moneyWithConditions }, 2)})`,
    `Cưỡng chế: ${grouped(coercions.total)} việc, trong đó ${grouped(coercions.interagency)} việc huy động lực lượng liên ngành`,
    `Khiếu nại, tố cáo: ${grouped(complaints.settled)}/${grouped(complaints.received)} việc đã giải quyết ` +
      `(${percentText(ratioOf('complaints_rate', counts, null), decimals)})`,
  ];
  return [title, '', ...table(rows), '', ...lines, ''].join('\n');
}

/** A campaign's report: the whole, its targets and pace, its units, its work items. */
export function campaignText(figures: CampaignFigures): string {
  const head = [
    figures.name,
    `Thời gian / window: ${figures.window}`,
    `Số liệu / measured: ${figures.measured}, đến hết ngày ${figures.asOf}`,
  ].join('\n');
  const targets = [
    ['Chỉ tiêu / target', 'Giao', 'Đạt', 'So với tiến độ', 'Còn thiếu', 'Mỗi ngày làm việc'],
    ...figures.targets.map(targetRow),
  ];
  const units = [
    ['Đơn vị / unit', 'Thụ lý', 'Có ĐK', 'Xong', 'Tỷ lệ việc', 'Giao', 'Tỷ lệ tiền', 'Giao'],
    ...figures.units.map(unit => [
      unit.name,
      grouped(derive(unit.counts.cases).takenIn),
      grouped(unit.counts.cases.withConditions),
      grouped(derive(unit.counts.cases).done),
      percentText(ratioOf('cases_rate', unit.counts, null), 2),
      unit.casesTarget === null ? '–' : hundredthsText(unit.casesTarget),
      percentText(ratioOf('money_rate', unit.counts, null), 2),
      unit.moneyTarget === null ? '–' : hundredthsText(unit.moneyTarget),
    ]),
  ];
  const { work } = figures;
  return [
    figuresText(head, figures.counts, 2),
    ...table(targets),
    '',
    ...table(units),
    '',
    `Nhiệm vụ: ${work.tasks}, đầu việc: ${work.items}, đã xong ${work.done}, quá hạn ${work.overdue}`,
    '',
  ].join('\n');
}

function targetRow({ indicator, target, value, pace }: TargetFigures): string[] {
  const reached = value !== null && reaches(value, target);
  const money = indicator === 'money_rate';
  const amount = (n: bigint) => `${grouped(n)} ${money ? 'đồng' : 'việc'}`;
  return [
    INDICATORS[indicator].vi,
    hundredthsText(target),
    value === null ? '–' : `${hundredthsText(value)}${reached ? ' ✓' : ''}`,
    pace?.ahead == null ? '–' : `${pace.ahead > 0 ? '+' : ''}${hundredthsText(pace.ahead)}`,
    pace === null || reached ? '–' : amount(pace.missing),
    pace === null || reached || pace.perWorkingDay === null ? '–' : amount(pace.perWorkingDay),
  ];
}

/** First column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map(row => [...(row[column] ?? '')].length));
  return rows.map(row =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(width(column) - [...cell].length);
        return column === 0 ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
