import { builtInLaw, toDay, toIso } from '../../law';
import type { Day, MatterKind } from '../../law/model';
import type { Cell } from '../../registers/cell';
import { OPENING } from '../../registers/matters';
import { reportingYearOf } from '../../registers/parse/date';
import { caseTexts } from './case-texts';
import { campaignSheets } from './demo-campaign';
import { ENDED_CASES, type Life, OPEN_CASES, OTHER_LIVES } from './demo-lives';
import { type Invented, invent } from './demo-matter';
import { demoOffice } from './demo-office';
import { person } from './names';
import type { SampleOffice } from './people';
import { Random } from './random';
import { casesSheet, courseSheet, lettersSheet } from './template';
import type { SheetPlan } from './workbook';

const OPEN = 1_880;
const ENDED = 320;
/** Share of matters whose keeper forgets what fell due in the last days; about a tenth of them have such a thing. */
const FORGETFUL = 0.2;

export interface Demonstration {
  readonly office: SampleOffice;
  /** A workbook in the program's own template. */
  readonly sheets: readonly SheetPlan[];
}

interface Case extends Invented {
  readonly unitCode: string;
  readonly officer: string;
  readonly exOfficio: boolean;
  readonly amount: number;
  readonly credit: boolean;
}

/**
 * The demonstration province as of a day: about 2.000 open matters in every stage, some hundreds ended this year, a running
 * campaign. Lived backwards from `today`, so that limits fall shortly before, on and after it; the same day gives the same province.
 */
export function demoProvince(today: Day): Demonstration {
  const random = new Random(20_260_701);
  const office = demoOffice();
  const cases = inventCases(random, office, today);
  const numbers = new Map<number, number>();
  const rows: Cell[][] = [];
  const course: Cell[][] = [];
  const named: { readonly number: string; readonly on: Day; readonly unitCode: string }[] = [];
  for (const one of cases) {
    const year = reportingYearOf(toIso(one.opened));
    const n = (numbers.get(year) ?? 0) + (random.chance(0.3) ? 2 : 1);
    numbers.set(year, n);
    const number = `${n}/QĐ-THADS`;
    named.push({ number, on: one.opened, unitCode: one.unitCode });
    rows.push(caseRow(random, one, number, rows.length + 1));
    addCourse(course, 'Việc thi hành án', number, year, one.unitCode, one.events.slice(2));
  }
  const letters = inventLetters(random, office, named, course, today);
  return {
    office,
    sheets: [casesSheet(rows), lettersSheet(letters), courseSheet(course), ...campaignSheets(office, today)],
  };
}

function inventCases(random: Random, office: SampleOffice, today: Day): Case[] {
  const enforcers = office.officers.filter(officer => officer.roles.includes('enforcer'));
  const yearStart = toDay(`${reportingYearOf(toIso(today)) - 1}-10-01`);
  const one = (lives: readonly Life[], since?: readonly [number, number]): Case => {
    const officer = random.pick(enforcers);
    const credit = random.chance(0.05);
    const amount = Math.max(200, Math.round(Math.exp(9.3 + random.normal() * 1.8) * (credit ? 20 : 1)));
    const exOfficio = !credit && amount < 30_000 && random.chance(0.75);
    const life = random.weighted(lives.map(each => [each, each.share] as const));
    const start = {
      kind: 'enforcement_case' as const,
      facts: { origin: exOfficio ? 'ex_officio' : 'on_request', credit },
      opening: [exOfficio ? 'judgment-received' : 'request-received', 'decision-issued'],
      amount,
      forgetful: random.chance(FORGETFUL),
    };
    const lived = invent(random, since ? { ...life, since } : life, start, builtInLaw(), today);
    return { ...lived, unitCode: officer.unitCode, officer: officer.email, exOfficio, amount, credit };
  };
  const span: readonly [number, number] = [1, Math.max(2, today - yearStart)];
  const cases = [
    ...Array.from({ length: OPEN }, () => one(OPEN_CASES)),
    ...Array.from({ length: ENDED }, () => one(ENDED_CASES, span)),
  ];
  return cases.sort((a, b) => a.opened - b.opened);
}

const date = (day: Day): Cell => ({ type: 'date', iso: toIso(day) });

function caseRow(random: Random, one: Case, number: string, order: number): Cell[] {
  const texts = caseTexts('khu vực Lào Cai', 'Lào Cai').invent(random, {
    decided: one.opened,
    amount: one.amount,
    credit: one.credit,
  });
  return [
    order,
    number,
    date(one.opened),
    one.unitCode,
    one.officer,
    one.exOfficio ? 'Chủ động' : 'Theo yêu cầu',
    texts.judgment,
    date(texts.judged),
    texts.court,
    texts.debtor,
    texts.address,
    one.exOfficio ? 'Ngân sách nhà nước' : texts.creditor,
    texts.content,
    one.amount * 1000,
    one.credit ? 'x' : null,
    one.exOfficio ? date(one.opened) : null,
    one.exOfficio ? null : date(one.opened),
  ];
}

const KIND_NAMES: Readonly<Record<MatterKind, string>> = {
  enforcement_case: 'Việc thi hành án',
  complaint: 'Khiếu nại',
  administrative_complaint: 'Khiếu nại hành chính',
  denunciation: 'Tố cáo',
  petition: 'Kiến nghị, phản ánh',
  procuracy_protest: 'Kháng nghị của Viện kiểm sát',
  procuracy_recommendation: 'Kiến nghị của Viện kiểm sát',
  procuracy_request: 'Yêu cầu của Viện kiểm sát',
  reception: 'Tiếp công dân',
  administrative_judgment: 'Theo dõi thi hành án hành chính',
  plan: 'Kế hoạch, báo cáo',
};

function inventLetters(
  random: Random,
  office: SampleOffice,
  cases: readonly { number: string; on: Day; unitCode: string }[],
  course: Cell[][],
  today: Day,
): Cell[][] {
  const handlers = office.officers.filter(officer => officer.roles.includes('complaint_handler'));
  const rows: Cell[][] = [];
  for (const { kind, count, lives } of OTHER_LIVES) {
    for (let n = 1; n <= count; n += 1) {
      const level = kind === 'complaint' && random.chance(0.15) ? 2 : 1;
      const group = random.pick(['a', 'a', 'b', 'c', 'c']);
      const life = random.weighted(lives.map(each => [each, each.share] as const));
      const facts = kind === 'complaint' ? { level, class: group, against: 'state' } : {};
      const lived = invent(
        random,
        life,
        { kind, facts, opening: [OPENING[kind]], amount: 0, forgetful: random.chance(FORGETFUL) },
        builtInLaw(),
        today,
      );
      const about = random.pick(cases.filter(one => one.on < lived.opened));
      rows.push([
        rows.length + 1,
        KIND_NAMES[kind],
        n,
        date(lived.opened),
        'LCA',
        random.pick(handlers).email,
        kind === 'complaint' ? level : null,
        kind === 'complaint' ? group : null,
        `${about.number} ngày ${toIso(about.on).split('-').reverse().join('/')}`,
        kind.startsWith('procuracy') ? 'Viện kiểm sát nhân dân khu vực' : person(random),
        null,
        null,
      ]);
      addCourse(
        course,
        KIND_NAMES[kind],
        String(n),
        reportingYearOf(toIso(lived.opened)),
        'LCA',
        lived.events.slice(1),
      );
    }
  }
  return rows;
}

function addCourse(
  course: Cell[][],
  kind: string,
  number: string,
  year: number,
  unitCode: string,
  events: Invented['events'],
): void {
  for (const { type, on, attrs } of events) {
    const { amount, ...rest } = attrs;
    const extra = Object.entries(rest)
      .map(([name, value]) => `${name}=${value === true ? 'x' : value === false ? '' : value}`)
      .join('; ');
    course.push([
      course.length + 1,
      kind,
      number,
      year,
      unitCode,
      type,
      date(on),
      null,
      amount === undefined ? null : Number(amount),
      extra === '' ? null : extra,
    ]);
  }
}
