/**
 * Decisions on points that the texts leave open, applied to the law as data. The packs stay as they were written: what was decided is
 * laid over them, and every slip that rests on it says so.
 */

import { articleOf, SWAP_SOURCE, sayPeriod } from './engine/said';
import type { Statutes } from './engine/statutes';
import type { Decided, Duty, EventDef, EventRule, LawId, MatterKind } from './model';

/**
 * What a decision is about: which length, how many extensions, whether an unverified row counts, which law's length, when a pause ends,
 * whom swapped days bind, whether the sentence of a doubtful row was compared with the Gazette; or how to read a provision on which no
 * date hangs by itself.
 */
export type Point = Decided['point'] | 'rule';

/** One decision in force: signed by two persons. */
export interface ReadingDecision {
  readonly law: LawId;
  /** Id of the duty; for `resume`, the type of the event that ends the pause; for `swap-days`, which is one for both laws, `swap-days`. */
  readonly subject: string;
  readonly point: Decided['point'];
  readonly choice: string;
  /** The document it stands on, as the slip names it: `Công văn 12/TCTHADS-NV1`. */
  readonly basis: string;
  /** ISO date of the second signature. */
  readonly on: string;
}

/** One way a point can be decided. */
export interface Choice {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
}

/** A point the law leaves open, with the ways to decide it; the first is the one the program takes meanwhile. */
export interface OpenPoint {
  readonly law: LawId;
  readonly subject: string;
  readonly point: Point;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly article: string;
  readonly confidence: string;
  readonly choices: readonly Choice[];
  /** What is done until it is decided. */
  readonly meanwhile: { readonly vi: string; readonly en: string };
}

/** Confidence codes of rows that no read sentence carries. */
const UNVERIFIED: readonly string[] = ['M', 'I', 'D'];

/** Confidence codes of rows whose sentence was read in one doubtful or unclear copy, or not word for word. */
const DOUBTFUL: readonly string[] = ['Q*', 'OCR', 'P'];

const BOTH = { vi: 'Nhắc theo hạn sớm, quá hạn theo hạn muộn', en: 'Warned on the earlier, late only after the later' };
const UNCOMPARED = {
  vi: 'Áp dụng theo bản đã đọc, chưa đối chiếu Công báo',
  en: 'In use as read, not compared with the Gazette',
};
const UNUSED = { vi: 'Chưa áp dụng', en: 'Not in use' };

const length = (id: string, duty: Pick<Duty, 'period'>, why = ''): Choice => {
  const { vi, en } = sayPeriod(duty.period);
  return { id, vi: why ? `${vi}: ${why}` : vi, en };
};

/** The heirs of the law of 2008 whose length differs: a clock running on 1 July 2026 has two. */
function lengthsDiffer(duty: Duty, old: ReadonlyMap<string, Duty>): Duty | undefined {
  const lengths = ({ period, variants }: Duty) => JSON.stringify([period, variants ?? []]);
  return [duty.id, ...(duty.succeeds ?? [])]
    .flatMap(id => old.get(id) ?? [])
    .find(before => before.active && duty.active && lengths(before) !== lengths(duty));
}

function pointsOfDuty(duty: Duty, old: ReadonlyMap<string, Duty>): OpenPoint[] {
  const { law, id: subject, nameVi, nameEn, source, confidence, extension } = duty;
  const row = { law, subject, nameVi, nameEn, confidence, article: articleOf(source) };
  const points: OpenPoint[] = [];
  if (duty.readings?.length) {
    const others = duty.readings.map(reading => length(reading.id, reading, reading.why));
    points.push({ ...row, point: 'reading', choices: [length('default', duty), ...others], meanwhile: BOTH });
  }
  if (extension?.disputed) {
    const { times = 1, disputed } = extension;
    const allowed = (n: number, id: string, why: string): Choice => ({
      id,
      vi: `kéo dài ${n} lần${why ? `: ${why}` : ''}`,
      en: `lengthened ${n} times`,
    });
    const choices = [allowed(times, 'fewer', ''), allowed(disputed.times, 'more', disputed.why)];
    points.push({ ...row, point: 'extension', choices, meanwhile: BOTH });
  }
  if (!duty.active && UNVERIFIED.includes(confidence)) {
    const choices = [
      { id: 'inactive', vi: 'không áp dụng', en: 'not in use' },
      { id: 'activate', vi: `áp dụng: ${sayPeriod(duty.period).vi}`, en: `in use: ${sayPeriod(duty.period).en}` },
    ];
    points.push({ ...row, point: 'activate', choices, meanwhile: UNUSED });
  }
  const before = law === '2025' && !duty.fromNewLaw ? lengthsDiffer(duty, old) : undefined;
  if (before) {
    const choices = [length('new', duty, 'Luật 106/2025/QH15'), length('old', before, 'Luật 26/2008/QH12')];
    points.push({ ...row, point: 'transition', choices, meanwhile: BOTH });
  } else if (duty.fromNewLaw && duty.active) {
    const choices = [
      { id: 'old', vi: 'tính từ sự kiện trước 01/07/2026', en: 'counted from the event before 1 July 2026' },
      { id: 'new', vi: 'tính từ 01/07/2026', en: 'counted from 1 July 2026' },
    ];
    points.push({ ...row, point: 'transition', choices, meanwhile: BOTH });
  }
  if (duty.active && DOUBTFUL.includes(confidence)) {
    const choices = [
      { id: 'unchecked', vi: 'chưa đối chiếu với Công báo', en: 'not compared with the Gazette' },
      {
        id: 'checked',
        vi: 'đã đối chiếu với Công báo, đúng như ghi',
        en: 'compared with the Gazette, as written here',
      },
    ];
    points.push({ ...row, point: 'source', choices, meanwhile: UNCOMPARED });
  }
  return points;
}

function pointsOfEvents(events: Statutes['events']): OpenPoint[] {
  const seen = new Set<string>();
  return Object.values(events)
    .flat()
    .flatMap(({ type, nameVi, nameEn, resumesNextDay }) => {
      if (!resumesNextDay || seen.has(type)) return [];
      seen.add(type);
      const { source, why } = resumesNextDay;
      return {
        ...{ law: '2025' as const, subject: type, point: 'resume' as const, nameVi, nameEn, confidence: 'I' },
        article: articleOf(source),
        choices: [
          { id: 'same-day', vi: 'tính tiếp từ chính ngày đó', en: 'runs on from that very day' },
          { id: 'next-day', vi: `tính tiếp từ ngày hôm sau: ${why}`, en: 'runs on from the day after' },
        ],
        meanwhile: BOTH,
      };
    });
}

/** Whom swapped days bind: one point for all that private parties owe, under both laws. */
const SWAP_DAYS: OpenPoint = {
  law: '2025',
  subject: 'swap-days',
  point: 'swap-days',
  nameVi: 'Ngày hoán đổi đối với đương sự, ngân hàng và bên khác ngoài cơ quan nhà nước',
  nameEn: 'Swapped days for parties, banks and others outside the State’s offices',
  article: SWAP_SOURCE,
  confidence: 'D',
  choices: [
    { id: 'everybody', vi: 'áp dụng cho mọi người như ngày nghỉ lễ', en: 'they bind everybody, as holidays do' },
    { id: 'officials', vi: 'chỉ áp dụng cho cán bộ, công chức, viên chức', en: 'they bind officials only' },
  ],
  meanwhile: BOTH,
};

const pointsOfRule = ({ law, id, nameVi, nameEn, source, confidence, readings = [] }: EventRule): OpenPoint[] =>
  readings.length === 0
    ? []
    : [
        {
          ...{ law, subject: id, point: 'rule' as const, nameVi, nameEn, confidence, choices: readings },
          article: `Điều ${source.article} ${source.law}`,
          meanwhile: { vi: readings[0]!.vi, en: readings[0]!.en },
        },
      ];

/** Every point that the texts leave open, the law of 2025 first; with `rules` also those on which no date hangs. Pure. */
export function openPoints(
  { duties, events }: Statutes,
  rules: Readonly<Record<LawId, readonly EventRule[]>> = { '2025': [], '2008': [] },
): readonly OpenPoint[] {
  const old = new Map(duties['2008'].map(duty => [duty.id, duty]));
  return [
    ...duties['2025'].flatMap(duty => pointsOfDuty(duty, old)),
    ...duties['2008'].flatMap(duty => pointsOfDuty(duty, old)),
    ...pointsOfEvents(events),
    ...([...duties['2025'], ...duties['2008']].some(({ owedBy }) => owedBy) ? [SWAP_DAYS] : []),
    ...[...rules['2025'], ...rules['2008']].flatMap(pointsOfRule),
  ];
}

const said = ({ basis, on }: ReadingDecision, choice: Choice): { vi: string; en: string } => {
  const day = `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
  return {
    vi: `Áp dụng cách hiểu “${choice.id}” (${choice.vi}) theo ${basis}, hai người ký ngày ${day}`,
    en: `Reading in use “${choice.id}” (${choice.en}) by ${basis}, signed by two persons on ${on}`,
  };
};

function decidedDuty(duty: Duty, { point, choice }: ReadingDecision, decided: Decided): Duty {
  const noted = { ...duty, decided: [...(duty.decided ?? []), decided] };
  switch (point) {
    case 'reading': {
      const { readings = [], ...rest } = noted;
      if (choice === 'default') return rest;
      const chosen = readings.find(reading => reading.id === choice);
      return chosen ? { ...rest, period: chosen.period } : duty;
    }
    case 'extension': {
      if (!duty.extension?.disputed) return duty;
      const { disputed, ...extension } = duty.extension;
      return { ...noted, extension: choice === 'more' ? { ...extension, times: disputed.times } : extension };
    }
    case 'activate':
      return choice === 'activate' ? { ...noted, active: true } : noted;
    case 'transition':
      return { ...noted, transition: choice === 'old' ? 'old' : 'new' };
    case 'swap-days':
      return { ...noted, swapDays: choice === 'officials' ? 'officials' : 'everybody' };
    case 'source':
      return noted;
    case 'resume':
      return duty;
  }
}

function decidedEvent(def: EventDef, { choice }: ReadingDecision, decided: Decided): EventDef {
  const { resumesNextDay, ...rest } = def;
  return choice === 'next-day' && resumesNextDay ? { ...rest, resumesNextDay: { ...resumesNextDay, decided } } : rest;
}

/**
 * The statutes with decisions laid over them. A decision about a point or a choice that the statutes no longer have (a later edition
 * of the pack settled it) changes nothing. Pure: the statutes given stay as they are.
 */
export function withDecisions(statutes: Statutes, decisions: readonly ReadingDecision[]): Statutes {
  if (decisions.length === 0) return statutes;
  const points = new Map(openPoints(statutes).map(point => [keyOf(point), point]));
  const settled = decisions.flatMap(decision => {
    const choice = points.get(keyOf(decision))?.choices.find(({ id }) => id === decision.choice);
    return choice ? [{ decision, decided: { point: decision.point, ...said(decision, choice) } }] : [];
  });
  const about = (law: LawId, subject: string) =>
    settled.filter(({ decision }) => decision.law === law && decision.subject === subject);
  const swaps = settled.filter(({ decision }) => decision.point === 'swap-days');
  const dutiesOf = (law: LawId) =>
    statutes.duties[law].map(duty =>
      [...about(law, duty.id), ...(duty.owedBy ? swaps : [])].reduce(
        (row, { decision, decided }) => decidedDuty(row, decision, decided),
        duty,
      ),
    );
  const resumed = new Map(
    settled.flatMap(one => (one.decision.point === 'resume' ? [[one.decision.subject, one] as const] : [])),
  );
  const events = Object.entries(statutes.events).map(([kind, defs]) => [
    kind,
    defs.map(def => {
      const one = resumed.get(def.type);
      return one ? decidedEvent(def, one.decision, one.decided) : def;
    }),
  ]);
  return {
    duties: { '2025': dutiesOf('2025'), '2008': dutiesOf('2008') },
    events: Object.fromEntries(events) as Partial<Record<MatterKind, readonly EventDef[]>>,
  };
}

/** Names a point: no two have the same. */
export const keyOf = ({ law, subject, point }: Pick<OpenPoint, 'law' | 'subject' | 'point'>): string =>
  `${law} ${subject} ${point}`;
