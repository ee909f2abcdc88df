import { reportingYearOf } from '../../registers/parse/date';
import { type BookCase, BookM03 } from './book-m03';
import { type CaseTexts, caseTexts } from './case-texts';
import { day, iso, someDay } from './days';
import { LAO_CAI_BRANCHES, laoCaiOffice } from './old-province';
import { apportion, Random, split } from './random';
import type { SheetPlan } from './workbook';

/**
 * Cục THADS tỉnh Lào Cai, the five years the provincial council was told about at the end of its term 2016 – 2021. Published:
 * 23.419 việc / 1.302.149.296.000 đồng taken in; 219 / 81.585.156.000 entrusted or withdrawn; 22.669 / 1.026.755.382.000 with
 * conditions, of which 22.041 / 385.296.980.000 done; 531 / 193.808.758.000 without conditions; 73 coercions with other forces and
 * 168 others; credit cases: 154.412.451.000 đồng left, 47,26 %. Sums below in nghìn đồng.
 */
export const LAO_CAI = {
  takenIn: { cases: 23_419, money: 1_302_149_296 },
  leftAgency: { cases: 219, money: 81_585_156 },
  withConditions: { cases: 22_669, money: 1_026_755_382 },
  withoutConditions: { cases: 531, money: 193_808_758 },
  done: { cases: 22_041, money: 385_296_980 },
  coercions: { withForces: 73, others: 168 },
  credit: { withConditions: 326_730_000, left: 154_412_451 },
} as const;

/** Not published, chosen: how many of the 219 were entrusted, of the done terminated, how many are credit cases, what was paid in part. */
const CHOSEN = {
  entrusted: 187,
  terminated: 880,
  creditDone: 212,
  creditLeft: 74,
  partPaid: 12_480_310,
  creditPartPaid: 6_317_549,
} as const;

const FIRST = day('2016-04-01');
const LAST = day('2021-03-31');

type Fate = 'done' | 'terminated' | 'left' | 'none' | 'entrusted' | 'withdrawn';
interface Draft {
  readonly fate: Fate;
  readonly amount: number;
  readonly credit: boolean;
  readonly paid: number;
  coerced?: 'withForces' | 'alone';
}

/** The whole register: one sheet for each agency. */
export function laoCaiRegister(): SheetPlan[] {
  const random = new Random(20_162_021);
  const drafts = random.shuffle(draftsOf(random));
  const office = laoCaiOffice();
  const shares = apportion(drafts.length, [8, ...LAO_CAI_BRANCHES.map(branch => branch.share * 0.92)]);
  let at = 0;
  return office.units.map((unit, index) => {
    const mine = drafts.slice(at, at + shares[index]!);
    at += shares[index]!;
    const enforcers = office.officers.filter(officer => officer.unitCode === unit.code).map(officer => officer.name);
    const texts = caseTexts(index === 0 ? 'tỉnh Lào Cai' : LAO_CAI_BRANCHES[index - 1]!.place, 'Lào Cai');
    return sheetOf(
      random,
      unit.name,
      index === 0 ? 'QĐ-CTHADS' : 'QĐ-CCTHADS',
      mine,
      enforcers,
      texts,
      index === 0 ? 'CỤC' : LAO_CAI_BRANCHES[index - 1]!.place.toUpperCase(),
    );
  });
}

function draftsOf(random: Random): Draft[] {
  const { credit, done, leftAgency, withConditions, withoutConditions } = LAO_CAI;
  const left = withConditions.cases - done.cases;
  const doneMoney = done.money - CHOSEN.partPaid;
  const leftMoney = withConditions.money - doneMoney;
  const creditDone = credit.withConditions - credit.left - CHOSEN.creditPartPaid;
  const creditLeft = credit.withConditions - creditDone;
  const plain = (fate: Fate, amounts: readonly number[], isCredit = false): Draft[] =>
    amounts.map(amount => ({ fate, amount, credit: isCredit, paid: 0 }));
  const paidInPart = (amounts: readonly number[], paid: number, isCredit: boolean): Draft[] => {
    const scale = paid / amounts.reduce((a, b) => a + b, 0);
    const parts = amounts.map(amount => Math.floor(amount * scale));
    const largest = amounts.indexOf(Math.max(...amounts));
    parts[largest] = parts[largest]! + paid - parts.reduce((a, b) => a + b, 0);
    return amounts.map((amount, at) => ({ fate: 'left', amount, credit: isCredit, paid: parts[at]! }));
  };
  const ordinary = split(random, doneMoney - creditDone, done.cases - CHOSEN.creditDone, 200, 1.9);
  const finished = ordinary.map(
    (amount, at): Draft => ({ fate: at < CHOSEN.terminated ? 'terminated' : 'done', amount, credit: false, paid: 0 }),
  );
  const open = [
    ...paidInPart(
      split(random, leftMoney - creditLeft, left - CHOSEN.creditLeft, 5_000, 1.5),
      CHOSEN.partPaid - CHOSEN.creditPartPaid,
      false,
    ),
    ...paidInPart(split(random, creditLeft, CHOSEN.creditLeft, 50_000, 1.1), CHOSEN.creditPartPaid, true),
  ];
  const gone = split(random, leftAgency.money, leftAgency.cases, 200, 1.5);
  const coercible = random.shuffle([...finished.filter(one => one.fate === 'done'), ...open]);
  const { withForces, others } = LAO_CAI.coercions;
  coercible.slice(0, withForces + others).forEach((one, at) => {
    one.coerced = at < withForces ? 'withForces' : 'alone';
  });
  return [
    ...finished,
    ...plain('done', split(random, creditDone, CHOSEN.creditDone, 20_000, 1.0), true),
    ...open,
    ...plain('none', split(random, withoutConditions.money, withoutConditions.cases, 200, 1.7)),
    ...plain('entrusted', gone.slice(0, CHOSEN.entrusted)),
    ...plain('withdrawn', gone.slice(CHOSEN.entrusted)),
  ];
}

function sheetOf(
  random: Random,
  unit: string,
  suffix: string,
  drafts: readonly Draft[],
  enforcers: readonly string[],
  texts: CaseTexts,
  sheet: string,
): SheetPlan {
  const title =
    suffix === 'QĐ-CTHADS' ? [unit.toUpperCase()] : ['CỤC THI HÀNH ÁN DÂN SỰ TỈNH LÀO CAI', unit.toUpperCase()];
  const book = new BookM03(random, sheet, [...title, 'SỔ THỤ LÝ THI HÀNH ÁN (chủ động, theo yêu cầu)'], 0.02);
  const dated = drafts
    .map(draft => ({ draft, decided: someDay(random, FIRST + 5, LAST - (draft.fate === 'left' ? 20 : 45)) }))
    .sort((a, b) => a.decided - b.decided);
  let year = 0;
  let quarter = '';
  let number = 0;
  let order = 0;
  for (const { draft, decided } of dated) {
    const thisYear = reportingYearOf(iso(decided));
    const thisQuarter = quarterOf(iso(decided));
    if (quarter !== '' && thisQuarter !== quarter) book.closing(`Kết sổ quý ${quarter}: đến số ${number}`);
    if (thisYear !== year) {
      book.banner(`NĂM ${thisYear}`);
      year = thisYear;
      number = 0;
      order = 0;
    }
    quarter = thisQuarter;
    number += random.chance(0.06) ? 2 : 1;
    order += 1;
    book.add(order, caseOf(random, draft, decided, number, suffix, enforcers, texts));
  }
  book.closing(`Kết sổ quý ${quarter}: đến số ${number}`);
  return book.plan();
}

function caseOf(
  random: Random,
  draft: Draft,
  decided: number,
  number: number,
  suffix: string,
  enforcers: readonly string[],
  texts: CaseTexts,
): BookCase {
  const base = texts.invent(random, { decided, amount: draft.amount, credit: draft.credit });
  const later = (least: number) =>
    someDay(random, decided + least, Math.min(LAST, decided + least + random.int(20, 700)));
  const act = (least: number) => ({ number: number + random.int(1, 40), on: later(least) });
  const coerced = draft.coerced ? { ...act(15), withForces: draft.coerced === 'withForces' } : undefined;
  const end = coerced ? someDay(random, coerced.on + 1, LAST) : later(1);
  return {
    ...base,
    number,
    suffix,
    decided,
    amount: draft.amount,
    credit: draft.credit,
    enforcer: random.pick(enforcers),
    ...(coerced ? { coerced } : {}),
    ...(draft.fate === 'done' ? { collected: { on: end, amount: draft.amount }, completed: end } : {}),
    ...(draft.fate === 'left' && draft.paid > 0 ? { collected: { on: end, amount: draft.paid } } : {}),
    ...(draft.fate === 'terminated' ? { terminated: { number: number + random.int(1, 40), on: end } } : {}),
    ...(draft.fate === 'none' ? { noCondition: act(12) } : {}),
    ...(draft.fate === 'entrusted' ? { entrusted: act(2) } : {}),
    ...(draft.fate === 'withdrawn' ? { withdrawn: act(2) } : {}),
  };
}

const quarterOf = (date: string): string =>
  `${['I', 'II', 'III', 'IV'][Math.floor((Number(date.slice(5, 7)) - 1) / 3)]}/${date.slice(0, 4)}`;
