import type { Cell } from '../../registers/cell';
import { planSheets, TASKS } from './campaign-plan';
import { caseTexts } from './case-texts';
import { day, iso, officeDay, someDay, written } from './days';
import { benTreOffice } from './old-province';
import { Random, split } from './random';
import type { SheetPlan } from './workbook';

/**
 * Bến Tre's campaign of 2017: 3 May to 30 June, drawn out to 30 September, measured from 1 October 2016; four targets (70 % of cases, 33 % of
 * money, 8 % and 7,5 % less carried forward), 11 tasks, 37 work items: published. The register behind it is ours: sized so that all
 * four targets are met. Sums in nghìn đồng.
 */
export const BEN_TRE = {
  carriedOver: { cases: 1_400, money: 180_000_000 },
  new: { cases: 1_600, money: 60_000_000 },
  done: { cases: 1_719, money: 74_000_000 },
  withConditions: { cases: 2_323, money: 205_000_000 },
} as const;

const START = day('2016-10-01');
const END = day('2017-09-30');
const HEADINGS = [
  'TT',
  'Đơn vị',
  'Số QĐ THA',
  'Ngày QĐ THA',
  'Loại việc',
  'Chấp hành viên',
  'Người phải thi hành án',
  'Địa chỉ người phải thi hành án',
  'Người được thi hành án',
  'Nội dung thi hành',
  'Số tiền phải thi hành',
  'Số bản án',
  'Ngày bản án',
  'Tòa án',
  'Chưa có điều kiện',
  'Đã thi hành',
  'Đình chỉ',
  'Thi hành xong',
  'Ghi chú',
];

interface Draft {
  readonly carried: boolean;
  readonly amount: number;
  readonly fate: 'done' | 'left' | 'none';
}

/** The register: one sheet of cases carried over (TON), one of new ones (MOI), columns in an order of their own, no merged heading. */
export function benTreRegister(): SheetPlan[] {
  const random = new Random(2017);
  const drafts = draftsOf(random);
  return [
    sheetOf(
      random,
      'TON',
      drafts.filter(one => one.carried),
    ),
    sheetOf(
      random,
      'MOI',
      drafts.filter(one => !one.carried),
    ),
  ];
}

/** The plan of the campaign, as a workbook. */
export function benTrePlan(): SheetPlan[] {
  const branches = benTreOffice().units;
  const items = TASKS.flatMap(({ items: titles }, task) =>
    titles.map((title, item) => ({
      task: task + 1,
      item: item + 1,
      title,
      unit: item === 0 ? branches[0]!.name : branches[((task + item) % (branches.length - 1)) + 1]!.name,
      due: written(officeDay(day('2017-05-15') + ((task * 9 + item * 13) % 130), END)),
    })),
  );
  return planSheets(
    [
      ['Mã đợt', 'ben-tre-2017'],
      ['Tên đợt', 'Cao điểm thi hành án dân sự năm 2017, tỉnh Bến Tre'],
      ['Căn cứ', 'Nghị quyết số 10-NQ/BCSĐ ngày 12/02/2017 của Ban cán sự đảng Bộ Tư pháp'],
      ['Phạm vi', 'Cục Thi hành án dân sự tỉnh Bến Tre'],
      ['Bắt đầu', '03/05/2017'],
      ['Kết thúc', '30/06/2017'],
      ['Kéo dài đến', '30/09/2017'],
      ['Đo từ ngày', '01/10/2016'],
      ['Đo đến ngày', '30/09/2017'],
      ['Tỷ lệ thi hành xong về việc', '70%'],
      ['Tỷ lệ thi hành xong về tiền', '33%'],
      ['Giảm số việc chuyển kỳ sau', '8%'],
      ['Giảm số tiền chuyển kỳ sau', '7,5%'],
    ],
    items,
  );
}

/** Sums are split within each group of cases, so that every total comes out to the đồng. */
function draftsOf(random: Random): Draft[] {
  const { carriedOver, done, withConditions } = BEN_TRE;
  const fresh = BEN_TRE.new;
  const left = { cases: withConditions.cases - done.cases, money: withConditions.money - done.money };
  const none = {
    cases: carriedOver.cases + fresh.cases - withConditions.cases,
    money: carriedOver.money + fresh.money - withConditions.money,
  };
  const freshDone = { cases: 1_150, money: 30_000_000 };
  const freshLeft = { cases: 300, money: 26_000_000 };
  const freshNone = {
    cases: fresh.cases - freshDone.cases - freshLeft.cases,
    money: fresh.money - freshDone.money - freshLeft.money,
  };
  const group = (carried: boolean, fate: Draft['fate'], size: { cases: number; money: number }): Draft[] =>
    split(random, size.money, size.cases, 200, 1.7).map(amount => ({ carried, amount, fate }));
  const less = (a: { cases: number; money: number }, b: { cases: number; money: number }) => ({
    cases: a.cases - b.cases,
    money: a.money - b.money,
  });
  return random.shuffle([
    ...group(false, 'done', freshDone),
    ...group(false, 'left', freshLeft),
    ...group(false, 'none', freshNone),
    ...group(true, 'done', less(done, freshDone)),
    ...group(true, 'left', less(left, freshLeft)),
    ...group(true, 'none', less(none, freshNone)),
  ]);
}

function sheetOf(random: Random, name: string, drafts: readonly Draft[]): SheetPlan {
  const office = benTreOffice();
  const numbers = new Map<string, number>();
  const rows = drafts
    .map(draft => ({
      draft,
      decided: draft.carried
        ? someDay(random, day('2015-10-05'), day('2016-09-20'))
        : someDay(random, START + 3, END - 60),
    }))
    .sort((a, b) => a.decided - b.decided)
    .map(({ draft, decided }, at): Cell[] => {
      const officer = random.pick(office.officers);
      const unit = office.units.find(one => one.code === officer.unitCode)!;
      const number = (numbers.get(unit.code) ?? 0) + 1;
      numbers.set(unit.code, number);
      const suffix = unit.kind === 'province' ? 'QĐ-CTHADS' : 'QĐ-CCTHADS';
      const text = caseTexts(
        unit.name.replace('Chi cục Thi hành án dân sự ', '').replace('Cục Thi hành án dân sự ', ''),
        'Bến Tre',
      ).invent(random, { decided, amount: draft.amount, credit: false });
      const end = someDay(random, Math.max(decided + 5, START + 3), END);
      const terminated = draft.fate === 'done' && random.chance(0.05);
      const act = `${number + random.int(1, 30)}/${suffix}; ${written(end)}; ${draft.amount * 1000} đồng`;
      return [
        at + 1,
        unit.name,
        `${number}/${suffix}`,
        { type: 'date', iso: iso(decided) },
        text.exOfficio ? 'Chủ động' : 'Theo yêu cầu',
        officer.name,
        text.debtor,
        text.address,
        text.creditor,
        text.content,
        draft.amount * 1000,
        text.judgment,
        { type: 'date', iso: iso(text.judged) },
        text.court,
        draft.fate === 'none'
          ? `${number + random.int(1, 30)}/${suffix}; ${written(someDay(random, decided + 12, Math.max(decided + 13, draft.carried ? START - 1 : END)))}`
          : null,
        draft.fate === 'done' && !terminated ? `${written(end)}; ${draft.amount * 1000} đồng` : null,
        terminated ? act : null,
        draft.fate === 'done' && !terminated ? { type: 'date', iso: iso(end) } : null,
      ];
    });
  const title = `SỔ THỤ LÝ THI HÀNH ÁN NĂM 2017 – ${name === 'TON' ? 'SỐ CŨ CHUYỂN SANG' : 'SỐ THỤ LÝ MỚI'}`;
  return {
    name,
    rows: [['CỤC THI HÀNH ÁN DÂN SỰ TỈNH BẾN TRE'], [title], [], HEADINGS, ...rows],
    merges: [{ top: 2, left: 1, bottom: 2, right: 8 }],
    bold: [1, 2, 4],
    frozen: { rows: 4, columns: 3 },
  };
}
