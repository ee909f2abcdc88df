import { MARK_NAMES } from './lifecycle/marks';
import type { Duty, EventDef, EventRule, MatterKind } from './model';
import { momentProblems } from './validate-moments';
import { type CatalogueProblem, rowProblemsOf } from './validate-rows';

export type { CatalogueProblem } from './validate-rows';

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
    ...rowProblemsOf(statutes, lifecycles, rules),
    ...momentProblems(lifecycles, rules),
    ...Object.entries(lifecycles).flatMap(([kind, defs]) =>
      lifecycleProblems(kind as MatterKind, defs, lifecycles, stages, dutyIds),
    ),
  ];
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
    for (const type of [
      ...(def.requires ?? []).flat(),
      ...Object.values(def.requiresUnder ?? {}).flat(2),
      ...(def.refusedAfter ?? []),
    ]) {
      if (!known.has(type)) problem('unknown-required', def, `no event ${type} in this life`);
    }
    for (const pause of def.resumes ?? []) {
      if (!pauses.has(pause)) problem('unknown-resumed', def, `nothing pauses with ${pause}`);
    }
    for (const stage of [...(def.stage ? [def.stage] : []), ...(def.stageWhen ?? []).map(({ as }) => as)]) {
      if (!(stage in stages[kind])) problem('unknown-stage', def, `no name for the stage ${stage}`);
    }
    if (def.returns && !def.resumes?.length) problem('returns-nowhere', def, 'it ends no pause');
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
