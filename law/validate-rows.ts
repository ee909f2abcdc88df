import { toDay, toIso } from './day';
import type { Duty, EventDef, EventRule, MatterKind, Period, Trigger } from './model';

/** One thing wrong with the catalogue; `id` names the rule, the law and the row, not a file. */
export interface CatalogueProblem {
  readonly id: string;
  readonly text: string;
}

/** The same of a row of a statute, for whoever wrote it: which row, and what is wrong in both languages. */
export interface RowProblem extends CatalogueProblem {
  readonly list: 'duties' | 'rules';
  /** Place of the row in its list, from 0. */
  readonly index: number;
  readonly row: string;
  /** Names the rule that is broken: `unknown-event`. */
  readonly code: string;
  readonly vi: string;
}

/** Choices of open points that no reading may be called (see `decisions.ts`). */
const RESERVED = [
  'default',
  'undecided',
  'activate',
  'inactive',
  'old',
  'new',
  'fewer',
  'more',
  'same-day',
  'next-day',
  'checked',
  'unchecked',
];

const positive = (period: Period): boolean => !('n' in period) || period.n > 0;

/** Confidence codes that promise that a sentence was read. */
const READ = ['Q', 'Q*', 'V1', 'V2', 'OCR'];

const isIso = (text: string): boolean => {
  try {
    return toIso(toDay(text)) === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const flatten = (trigger: Trigger): readonly Trigger[] => [trigger, ...(trigger.or ?? []).flatMap(flatten)];

/** Everything in the rows of the statutes that does not fit together, or not with the events that the program knows. Pure. */
export function rowProblemsOf(
  statutes: Readonly<Record<string, readonly Duty[]>>,
  lifecycles: Readonly<Record<MatterKind, readonly EventDef[]>>,
  rules: Readonly<Record<string, readonly EventRule[]>>,
): readonly RowProblem[] {
  return [
    ...Object.entries(rules).flatMap(([law, list]) => ruleProblems(law, list, statutes[law] ?? [], lifecycles)),
    ...Object.entries(statutes).flatMap(([law, duties]) => statuteProblems(law, duties, lifecycles)),
    ...heirProblems(statutes['2025'] ?? [], statutes['2008'] ?? []),
  ];
}

type Row = { readonly id: string };

/** Notes a problem of a row of one list. */
const noting =
  <T extends Row>(found: RowProblem[], law: string, list: RowProblem['list'], rows: readonly T[]) =>
  (code: string, row: T, vi: string, en: string): void => {
    const index = rows.indexOf(row);
    found.push({ id: `${code}:${law}:${row.id}`, list, index, row: row.id, code, vi, text: en });
  };

function statuteProblems(
  law: string,
  duties: readonly Duty[],
  lifecycles: Readonly<Record<MatterKind, readonly EventDef[]>>,
): RowProblem[] {
  const found: RowProblem[] = [];
  const problem = noting(found, law, 'duties', duties);
  const byId = new Map<string, Duty>();
  for (const duty of duties) {
    if (byId.has(duty.id))
      problem('duplicate-duty', duty, 'mã bị dùng hai lần trong luật này', 'the id is used twice in this law');
    byId.set(duty.id, duty);
  }
  for (const duty of duties) {
    if (duty.law !== law) problem('wrong-law', duty, `ghi luật ${duty.law}`, `it says law ${duty.law}`);
    const events = duty.kinds.flatMap(kind => lifecycles[kind]);
    const known = new Map(events.map(def => [def.type, def]));
    const named = flatten(duty.trigger).flatMap(t => [
      ...(t.on ?? []),
      ...(t.and ?? []).flat(),
      ...(t.unlessAfter ?? []),
    ]);
    const others = [...duty.dischargedBy, ...(duty.voidedBy ?? []), ...(duty.extension ? [duty.extension.event] : [])];
    for (const type of new Set([...named, ...others])) {
      if (!known.has(type))
        problem(
          'unknown-event',
          duty,
          `không có sự kiện ${type} trong vòng đời ${duty.kinds.join(', ')}`,
          `no event ${type} in the life of ${duty.kinds.join(', ')}`,
        );
    }
    const pauses = new Set(events.flatMap(def => (def.pauses ? [def.pauses.kind] : [])));
    for (const kind of duty.pausedBy) {
      if (!pauses.has(kind))
        problem('unknown-pause', duty, `không có sự kiện nào tạm ngừng kiểu ${kind}`, `no event pauses with ${kind}`);
    }
    for (const t of flatten(duty.trigger)) {
      if (!t.on?.length && !t.expiryOf)
        problem(
          'no-trigger',
          duty,
          'không có sự kiện hay thời hạn nào làm nó bắt đầu',
          'neither an event nor an expiry starts it',
        );
      if (t.expiryOf && !byId.has(t.expiryOf))
        problem(
          'unknown-expiry',
          duty,
          `luật này không có thời hạn ${t.expiryOf}`,
          `no duty ${t.expiryOf} in this law`,
        );
      for (const type of t.dayFrom ? (t.on ?? []) : []) {
        const attr = known.get(type)?.attrs?.find(a => a.name === t.dayFrom);
        if (attr?.type !== 'date')
          problem(
            'unknown-day',
            duty,
            `sự kiện ${type} không có ngày ${t.dayFrom}`,
            `${type} has no date ${t.dayFrom}`,
          );
        const time = known.get(type)?.attrs?.find(a => a.name === t.timeFrom);
        if (t.timeFrom && time?.type !== 'time')
          problem(
            'unknown-time',
            duty,
            `sự kiện ${type} không có giờ ${t.timeFrom}`,
            `${type} has no time ${t.timeFrom}`,
          );
      }
    }
    if (expiryCycle(duty, byId))
      problem('expiry-cycle', duty, 'hết hạn này dẫn vòng về chính nó', 'its expiries lead back to itself');
    if (duty.dischargedBy.length === 0)
      problem('no-discharge', duty, 'không có sự kiện nào hoàn thành nó', 'nothing discharges it');
    if (!duty.source.law || !duty.source.article)
      problem('no-source', duty, 'thiếu căn cứ (văn bản, điều)', 'no article');
    if (READ.includes(duty.confidence) && duty.basis === 'law' && !duty.source.quote && !duty.source.unquoted) {
      problem(
        'no-quote',
        duty,
        `độ tin cậy ${duty.confidence} cần câu luật đã đọc`,
        `confidence ${duty.confidence} needs the sentence read`,
      );
    }
    if (duty.source.quote && duty.source.unquoted)
      problem('quote-and-none', duty, 'hoặc có trích dẫn, hoặc không', 'a quote is kept, or it is not');
    if (duty.since !== undefined && !isIso(duty.since))
      problem('bad-since', duty, `không có ngày ${duty.since}`, `no day ${duty.since}`);
    if (duty.until !== undefined && !isIso(duty.until))
      problem('bad-until', duty, `không có ngày ${duty.until}`, `no day ${duty.until}`);
    if (duty.since !== undefined && duty.until !== undefined && duty.until < duty.since)
      problem('never-in-force', duty, 'hết hiệu lực trước khi có hiệu lực', 'it ends before it begins');
    const { times = 1, disputed } = duty.extension ?? {};
    if (disputed && disputed.times <= times)
      problem(
        'no-dispute',
        duty,
        'cách hiểu kia không cho kéo dài nhiều lần hơn',
        'the other reading allows no more extensions',
      );
    if (!disputed && times === 0)
      problem('no-extension', duty, 'không cách hiểu nào cho phép kéo dài', 'an extension that no reading allows');
    if (duty.alsoEnded && !(duty.law === '2025' && duty.succeeds?.length))
      problem(
        'ended-alone',
        duty,
        'chỉ thời hạn của Luật 2025 tiếp nối thời hạn cũ mới áp dụng cho việc đã kết thúc',
        'only a duty of 2025 that succeeds an old one binds about ended cases',
      );
    if (['D', 'I'].includes(duty.confidence) && !duty.derived)
      problem('no-derivation', duty, 'dòng suy ra phải nêu lý do', 'a derived row says why');
    if (duty.owedBy !== undefined && duty.role !== 'external')
      problem(
        'owed-by-official',
        duty,
        'việc của cán bộ, công chức không thể ghi là của bên ngoài (owedBy)',
        'what an official answers for cannot be owed by a private party (owedBy)',
      );
    if (duty.confidence === 'M' && duty.active)
      problem(
        'active-from-memory',
        duty,
        'dòng ghi theo trí nhớ (M) không được áp dụng',
        'a row from memory must not be active',
      );
    const lengths = [
      duty,
      ...(duty.variants ?? []),
      ...(duty.readings ?? []),
      ...(duty.extension ? [duty.extension] : []),
    ];
    if (!lengths.every(({ period }) => positive(period)))
      problem('empty-period', duty, 'thời hạn phải lớn hơn 0', 'the period is not positive');
    const variants = (duty.variants ?? []).map(({ id }) => id);
    if (new Set(variants).size < variants.length)
      problem('bad-variants', duty, 'các trường hợp (variants) trùng mã', 'two variants have the same id');
    const readings = (duty.readings ?? []).map(({ id }) => id);
    if (new Set(readings).size < readings.length || readings.some(id => RESERVED.includes(id)))
      problem(
        'bad-readings',
        duty,
        `mã cách hiểu bị trùng hoặc dùng từ dành riêng (${RESERVED.join(', ')})`,
        `a reading's id is used twice or is reserved (${RESERVED.join(', ')})`,
      );
  }
  return found;
}

/** A link to the law of 2008 names a duty there, which has no other heir and no namesake. */
function heirProblems(current: readonly Duty[], old: readonly Duty[]): RowProblem[] {
  const found: RowProblem[] = [];
  const problem = noting(found, '2025', 'duties', current);
  const oldById = new Map(old.map(duty => [duty.id, duty]));
  const heirs = new Map(current.map(({ id }) => [id, id]));
  for (const duty of current) {
    const { id, kinds, succeeds } = duty;
    for (const ancestor of succeeds ?? []) {
      const before = oldById.get(ancestor);
      if (!before)
        problem(
          'unknown-ancestor',
          duty,
          `Luật 2008 không có thời hạn ${ancestor}`,
          `no duty ${ancestor} in the law of 2008`,
        );
      else if (!before.kinds.some(kind => kinds.includes(kind)))
        problem(
          'foreign-ancestor',
          duty,
          `${ancestor} thuộc ${before.kinds.join(', ')}`,
          `${ancestor} belongs to ${before.kinds.join(', ')}`,
        );
      const heir = heirs.get(ancestor);
      if (heir !== undefined)
        problem('two-heirs', duty, `${heir} đã tiếp nối ${ancestor}`, `${heir} continues ${ancestor} already`);
      heirs.set(ancestor, id);
    }
  }
  const problemOld = noting(found, '2008', 'duties', old);
  for (const duty of old) {
    if (duty.succeeds)
      problemOld(
        'heir-in-old-law',
        duty,
        'thời hạn của Luật 2008 không tiếp nối thời hạn nào',
        'a duty of the law of 2008 continues nothing',
      );
  }
  return found;
}

function ruleProblems(
  law: string,
  rules: readonly EventRule[],
  duties: readonly Duty[],
  lifecycles: Readonly<Record<MatterKind, readonly EventDef[]>>,
): RowProblem[] {
  const found: RowProblem[] = [];
  const problem = noting(found, law, 'rules', rules);
  const ids = new Set(duties.map(({ id }) => id));
  const events = new Set(Object.values(lifecycles).flatMap(list => list.map(def => def.type)));
  const seen = new Set<string>();
  for (const row of rules) {
    if (seen.has(row.id) || ids.has(row.id))
      problem('duplicate-rule', row, 'mã bị dùng hai lần trong luật này', 'the id is used twice in this law');
    seen.add(row.id);
    if (row.law !== law) problem('wrong-law', row, `ghi luật ${row.law}`, `it says law ${row.law}`);
    for (const id of row.carriedBy) {
      if (!ids.has(id) && !events.has(id))
        problem(
          'unknown-carrier',
          row,
          `không phải thời hạn của luật này cũng không phải sự kiện: ${id}`,
          `neither a duty of this law nor an event: ${id}`,
        );
    }
    if (row.carriedBy.length === 0 && !row.derived)
      problem(
        'not-carried',
        row,
        'không có gì thực hiện và không nêu lý do',
        'nothing carries it and no reason is given',
      );
    const readings = row.readings?.map(reading => reading.id);
    if (readings && (readings.length < 2 || new Set(readings).size < readings.length))
      problem(
        'bad-readings',
        row,
        'điểm chưa rõ có từ hai cách hiểu trở lên, mỗi cách một mã',
        'an open point has two readings or more, each with an id of its own',
      );
    if (!row.source.law || !row.source.article) problem('no-source', row, 'thiếu căn cứ (văn bản, điều)', 'no article');
    if (['D', 'I'].includes(row.confidence) && !row.derived)
      problem('no-derivation', row, 'dòng suy ra phải nêu lý do', 'a derived row says why');
    if (row.confidence === 'M' && row.active)
      problem(
        'active-from-memory',
        row,
        'dòng ghi theo trí nhớ (M) không được áp dụng',
        'a row from memory must not be active',
      );
  }
  return found;
}

function expiryCycle(start: Duty, byId: ReadonlyMap<string, Duty>): boolean {
  const seen = new Set<string>();
  const queue = flatten(start.trigger).flatMap(t => t.expiryOf ?? []);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === start.id) return true;
    const duty = byId.get(id);
    if (seen.has(id) || !duty) continue;
    seen.add(id);
    queue.push(...flatten(duty.trigger).flatMap(t => t.expiryOf ?? []));
  }
  return false;
}
