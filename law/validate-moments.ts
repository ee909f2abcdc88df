import type { EventDef, EventRule, MatterKind } from './model';
import type { CatalogueProblem } from './validate-rows';

/** What does not fit in when an event may be held and what the value of an attribute asks of it. */
export function momentProblems(
  lifecycles: Readonly<Record<MatterKind, readonly EventDef[]>>,
  rules: Readonly<Record<string, readonly EventRule[]>>,
): readonly CatalogueProblem[] {
  const provisions = new Set(Object.values(rules).flatMap(list => list.map(({ id }) => id)));
  return Object.entries(lifecycles).flatMap(([kind, defs]) => {
    const known = new Set(defs.map(({ type }) => type));
    return defs.flatMap(def => {
      const problem = (rule: string, text: string): CatalogueProblem => ({ id: `${rule}:${kind}:${def.type}`, text });
      const { windows = [], dayFrom, timeFrom } = def.notWithin ?? {};
      const cases = def.cases ?? [];
      const names = new Set((def.attrs ?? []).map(({ name }) => name));
      const asked = cases.flatMap(({ attr, needs = [], dayIs }) => [attr, ...needs, dayIs]);
      const marked = windows.flatMap(window => (window.kind === 'marked' ? [window.attr] : []));
      return [
        ...[...asked, ...marked, dayFrom, timeFrom]
          .filter(name => name !== undefined && !names.has(name))
          .map(name => problem('unknown-attr', `no attribute ${name}`)),
        ...[...windows, ...cases]
          .filter(({ rule }) => !provisions.has(rule))
          .map(({ rule }) => problem('unknown-provision', `no provision ${rule} in any law`)),
        ...cases
          .filter(({ sameDayAs }) => sameDayAs !== undefined && !known.has(sameDayAs))
          .map(({ sameDayAs }) => problem('unknown-same-day', `no event ${sameDayAs} in this life`)),
      ];
    });
  });
}
