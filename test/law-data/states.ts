import { builtInLaw, checkEvent, type Facts, type MatterKind, standing, toDay } from '../../law';
import { logOf, type Written } from './life';

/** One transition of a state machine: what has happened, what happens, the stage it leads to, and the marks that stand then. */
export type Transition = readonly [
  what: string,
  before: readonly Written[],
  next: Written,
  stage: string,
  marks?: readonly string[],
];

/** What a state refuses: the event, the code, and the article the refusal names. */
export type Refused = readonly [state: string, before: readonly Written[], next: Written, code: string, names: string];

const at = (kind: MatterKind, facts: Facts, lines: readonly Written[], today: string) =>
  ({ law: builtInLaw(), kind, facts, events: logOf(lines), today: toDay(today) }) as const;

const proposed = ([when, type, attrs = {}]: Written) => ({ type, occurredOn: toDay(when.slice(0, 10)), attrs });

/** Each event is accepted where the machine has it, and leads where the machine says. */
export function expectTransitions(kind: MatterKind, facts: Facts, rows: readonly Transition[]): void {
  test.each(rows.map(row => [row[0], row] as const))('%s', (_what, [, before, next, stage, marks]) => {
    const day = next[0].slice(0, 10);
    const now = at(kind, facts, before, day);
    expect(checkEvent(now, proposed(next))).toBeNull();
    expect(standing(now).allowed.map(({ type }) => type)).toContain(next[1]);
    const then = standing(at(kind, facts, [...before, next], day));
    expect(then.stage).toBe(stage);
    expect(then.marks.filter(mark => mark !== 'overdue')).toEqual(marks ?? []);
  });
}

/** Each event is refused where the machine has it not, in words that name the rule. */
export function expectRefusals(kind: MatterKind, facts: Facts, rows: readonly Refused[]): void {
  test.each(rows.map(row => [`${row[0]}: ${row[2][1]}`, row] as const))(
    '%s',
    (_what, [, before, next, code, names]) => {
      const now = at(kind, facts, before, next[0].slice(0, 10));
      const refusal = checkEvent(now, proposed(next));
      expect(refusal).toMatchObject({ code });
      expect(refusal!.vi).toContain(names);
      expect(refusal!.en).toContain(names);
      expect(standing(now).allowed.map(({ type }) => type)).not.toContain(next[1]);
    },
  );
}
