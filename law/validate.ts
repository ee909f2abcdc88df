import { toDay, toIso } from './day';
import { MARK_NAMES } from './lifecycle/marks';
import type { Duty, EventDef, EventRule, MatterKind, Trigger } from './model';

/** One thing wrong with the catalogue; `id` names the rule, the law and the row, not a file. */
export interface CatalogueProblem {
  readonly id: string;
  readonly text: string;
}

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

/**
 * Everything in the catalogue that does not fit together; empty when all is well. Pure: the same data give the same list.
 *
 * @param statutes duties by law
 * @param lifecycles kinds of events by kind of matter
 */
export function problemsOf(
  statutes: Readonly<Record<string, readonly Duty[]>>,
  lifecycles: Readonly<Record<MatterKind, readonly EventDef[]>>,
  stages: Readonly<Record<MatterKind, Readonly<Record<string, unknown>>>>,
  rules: Readonly<Record<string, readonly EventRule[]>>,
): readonly CatalogueProblem[] {
  const dutyIds = new Set(Object.values(statutes).flatMap(duties => duties.map(({ id }) => id)));
  return [
    ...Object.entries(rules).flatMap(([law, list]) => ruleProblems(law, list, statutes[law] ?? [], lifecycles)),
    ...Object.entries(statutes).flatMap(([law, duties]) => statuteProblems(law, duties, lifecycles)),
    ...heirProblems(statutes['2025'] ?? [], statutes['2008'] ?? []),
    ...Object.entries(lifecycles).flatMap(([kind, defs]) =>
      lifecycleProblems(kind as MatterKind, defs, lifecycles, stages, dutyIds),
    ),
  ];
}

function statuteProblems(
  law: string,
  duties: readonly Duty[],
  lifecycles: Readonly<Record<MatterKind, readonly EventDef[]>>,
): CatalogueProblem[] {
  const found: CatalogueProblem[] = [];
  const problem = (rule: string, duty: Duty, text: string) => found.push({ id: `${rule}:${law}:${duty.id}`, text });
  const byId = new Map<string, Duty>();
  for (const duty of duties) {
    if (byId.has(duty.id)) problem('duplicate-duty', duty, 'the id is used twice in this law');
    byId.set(duty.id, duty);
  }
  for (const duty of duties) {
    if (duty.law !== law) problem('wrong-law', duty, `it says law ${duty.law}`);
    const events = duty.kinds.flatMap(kind => lifecycles[kind]);
    const known = new Map(events.map(def => [def.type, def]));
    const named = flatten(duty.trigger).flatMap(t => [
      ...(t.on ?? []),
      ...(t.and ?? []).flat(),
      ...(t.unlessAfter ?? []),
    ]);
    const others = [...duty.dischargedBy, ...(duty.voidedBy ?? []), ...(duty.extension ? [duty.extension.event] : [])];
    for (const type of new Set([...named, ...others])) {
      if (!known.has(type)) problem('unknown-event', duty, `no event ${type} in the life of ${duty.kinds.join(', ')}`);
    }
    const pauses = new Set(events.flatMap(def => (def.pauses ? [def.pauses.kind] : [])));
    for (const kind of duty.pausedBy) {
      if (!pauses.has(kind)) problem('unknown-pause', duty, `no event pauses with ${kind}`);
    }
    for (const t of flatten(duty.trigger)) {
      if (!t.on?.length && !t.expiryOf) problem('no-trigger', duty, 'neither an event nor an expiry starts it');
      if (t.expiryOf && !byId.has(t.expiryOf)) problem('unknown-expiry', duty, `no duty ${t.expiryOf} in this law`);
      for (const type of t.dayFrom ? (t.on ?? []) : []) {
        const attr = known.get(type)?.attrs?.find(a => a.name === t.dayFrom);
        if (attr?.type !== 'date') problem('unknown-day', duty, `${type} has no date ${t.dayFrom}`);
      }
    }
    if (expiryCycle(duty, byId)) problem('expiry-cycle', duty, 'its expiries lead back to itself');
    if (duty.dischargedBy.length === 0) problem('no-discharge', duty, 'nothing discharges it');
    if (!duty.source.law || !duty.source.article) problem('no-source', duty, 'no article');
    if (READ.includes(duty.confidence) && duty.basis === 'law' && !duty.source.quote && !duty.source.unquoted) {
      problem('no-quote', duty, `confidence ${duty.confidence} needs the sentence read`);
    }
    if (duty.source.quote && duty.source.unquoted) problem('quote-and-none', duty, 'a quote is kept, or it is not');
    if (duty.since !== undefined && !isIso(duty.since)) problem('bad-since', duty, `no day ${duty.since}`);
    const { times = 1, disputed } = duty.extension ?? {};
    if (disputed && disputed.times <= times) problem('no-dispute', duty, 'the other reading allows no more extensions');
    if (!disputed && times === 0) problem('no-extension', duty, 'an extension that no reading allows');
    if (duty.alsoEnded && !(duty.law === '2025' && duty.succeeds?.length))
      problem('ended-alone', duty, 'only a duty of 2025 that succeeds an old one binds about ended cases');
    if (['D', 'I'].includes(duty.confidence) && !duty.derived) problem('no-derivation', duty, 'a derived row says why');
    if (duty.confidence === 'M' && duty.active)
      problem('active-from-memory', duty, 'a row from memory must not be active');
    if ('n' in duty.period && duty.period.n <= 0) problem('empty-period', duty, 'the period is not positive');
  }
  return found;
}

/** A link to the law of 2008 names a duty there, which has no other heir and no namesake. */
function heirProblems(current: readonly Duty[], old: readonly Duty[]): CatalogueProblem[] {
  const found: CatalogueProblem[] = [];
  const oldById = new Map(old.map(duty => [duty.id, duty]));
  const heirs = new Map(current.map(({ id }) => [id, id]));
  for (const { id, kinds, succeeds } of current) {
    for (const ancestor of succeeds ?? []) {
      const problem = (rule: string, text: string) => found.push({ id: `${rule}:2025:${id}`, text });
      const before = oldById.get(ancestor);
      if (!before) problem('unknown-ancestor', `no duty ${ancestor} in the law of 2008`);
      else if (!before.kinds.some(kind => kinds.includes(kind)))
        problem('foreign-ancestor', `${ancestor} belongs to ${before.kinds.join(', ')}`);
      const heir = heirs.get(ancestor);
      if (heir !== undefined) problem('two-heirs', `${heir} continues ${ancestor} already`);
      heirs.set(ancestor, id);
    }
  }
  for (const { id, succeeds } of old) {
    if (succeeds) found.push({ id: `heir-in-old-law:2008:${id}`, text: 'a duty of the law of 2008 continues nothing' });
  }
  return found;
}

function ruleProblems(
  law: string,
  rules: readonly EventRule[],
  duties: readonly Duty[],
  lifecycles: Readonly<Record<MatterKind, readonly EventDef[]>>,
): CatalogueProblem[] {
  const found: CatalogueProblem[] = [];
  const problem = (rule: string, row: EventRule, text: string) => found.push({ id: `${rule}:${law}:${row.id}`, text });
  const ids = new Set(duties.map(({ id }) => id));
  const events = new Set(Object.values(lifecycles).flatMap(list => list.map(def => def.type)));
  const seen = new Set<string>();
  for (const row of rules) {
    if (seen.has(row.id) || ids.has(row.id)) problem('duplicate-rule', row, 'the id is used twice in this law');
    seen.add(row.id);
    if (row.law !== law) problem('wrong-law', row, `it says law ${row.law}`);
    for (const id of row.carriedBy) {
      if (!ids.has(id) && !events.has(id))
        problem('unknown-carrier', row, `neither a duty of this law nor an event: ${id}`);
    }
    if (row.carriedBy.length === 0 && !row.derived)
      problem('not-carried', row, 'nothing carries it and no reason is given');
    const readings = row.readings?.map(reading => reading.id);
    if (readings && (readings.length < 2 || new Set(readings).size < readings.length))
      problem('bad-readings', row, 'an open point has two readings or more, each with an id of its own');
    if (!row.source.law || !row.source.article) problem('no-source', row, 'no article');
    if (['D', 'I'].includes(row.confidence) && !row.derived) problem('no-derivation', row, 'a derived row says why');
    if (row.confidence === 'M' && row.active)
      problem('active-from-memory', row, 'a row from memory must not be active');
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

function lifecycleProblems(
  kind: MatterKind,
  defs: readonly EventDef[],
  lifecycles: Readonly<Record<MatterKind, readonly EventDef[]>>,
  stages: Readonly<Record<MatterKind, Readonly<Record<string, unknown>>>>,
  dutyIds: ReadonlySet<string>,
): CatalogueProblem[] {
  const found: CatalogueProblem[] = [];
  const problem = (rule: string, def: EventDef, text: string) =>
    found.push({ id: `${rule}:${kind}:${def.type}`, text });
  const known = new Set<string>();
  for (const def of defs) {
    if (known.has(def.type)) problem('duplicate-event', def, 'the type is used twice in this life');
    known.add(def.type);
  }
  const everywhere = new Set(Object.values(lifecycles).flatMap(list => list.map(def => def.type)));
  const pauses = new Set(defs.flatMap(def => (def.pauses ? [def.pauses.kind] : [])));
  const marks = new Set(defs.flatMap(def => def.marks?.raises ?? []));
  for (const def of defs) {
    for (const mark of def.marks?.lowers ?? []) {
      if (!marks.has(mark)) problem('unknown-mark', def, `nothing raises ${mark}`);
    }
    if (def.marks?.raises && !(def.marks.raises in MARK_NAMES))
      problem('unnamed-mark', def, `no name for the mark ${def.marks.raises}`);
    for (const id of def.marks?.lapsesWith ?? []) {
      if (!dutyIds.has(id)) problem('unknown-carrier', def, `no duty ${id}`);
    }
    if (def.resumesNextDay && !def.resumes?.length)
      problem('resumes-nothing', def, 'a reading of a pause it does not end');
    for (const type of [...(def.requires ?? []).flat(), ...(def.refusedAfter ?? [])]) {
      if (!known.has(type)) problem('unknown-required', def, `no event ${type} in this life`);
    }
    for (const pause of def.resumes ?? []) {
      if (!pauses.has(pause)) problem('unknown-resumed', def, `nothing pauses with ${pause}`);
    }
    if (def.stage && !(def.stage in stages[kind])) problem('unknown-stage', def, `no name for the stage ${def.stage}`);
    if (def.tells && !everywhere.has(def.tells.event))
      problem('unknown-told', def, `no event ${def.tells.event} anywhere`);
    const until = def.pauses?.until;
    if (until && !def.attrs?.some(a => a.name === until)) problem('unknown-until', def, `no attribute ${until}`);
    if (def.money && !def.attrs?.some(a => a.name === 'amount' && a.type === 'money')) {
      problem('no-amount', def, 'it books money but carries no amount');
    }
  }
  return found;
}
