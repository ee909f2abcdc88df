import type { Duty, EventRule, LawId } from '../law';
import { canonical } from '../law/canonical';
import { isDuty, type Row } from './rows';

/** Two sets of rows to lay side by side: two laws, or two editions of one. */
export interface Edition {
  readonly law: LawId;
  /** How it is called: `2025 (2026.11.1)`. */
  readonly name: string;
  readonly duties: readonly Duty[];
  readonly rules: readonly EventRule[];
}

/** What a row says, in parts that are compared one by one. */
const DUTY_PARTS = [
  ...['period', 'variants', 'readings', 'extension', 'trigger', 'dischargedBy', 'voidedBy', 'pausedBy', 'role'],
  ...['atExpiry', 'owedBy', 'basis', 'active', 'kinds', 'since', 'until'],
] as const;
const RULE_PARTS = ['sort', 'saysVi', 'carriedBy', 'readings', 'basis', 'active', 'kinds'] as const;
/** The parts that say how long: a change in one of them moves dates. */
const LENGTH_PARTS: readonly string[] = ['period', 'variants', 'readings', 'extension', 'saysVi'];

export interface PartChange {
  readonly part: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * `length`: the length changed; `other`: something else did; `same`: only the place in the law, if anything; `new`, `gone`.
 * `renamed` says that the later row goes by another id (`Duty.succeeds`).
 */
export interface RowChange {
  readonly change: 'length' | 'other' | 'same' | 'new' | 'gone';
  readonly renamed: boolean;
  readonly before?: Row;
  readonly after?: Row;
  readonly parts: readonly PartChange[];
}

const partOf = (row: Row, part: string): unknown => (row as unknown as Record<string, unknown>)[part];

/** Meaning apart from how it is written down: the order of a list of events says nothing. */
function meaning(part: string, value: unknown): string {
  if (value === undefined) return '';
  const plain = Array.isArray(value) && part !== 'variants' && part !== 'readings';
  if (plain) return canonical([...value].sort());
  // Why a reading is one is told differently in each law; its length is what counts.
  if (part === 'readings') return canonical((value as { period?: unknown }[]).map(({ period }) => period ?? null));
  if (part === 'variants')
    return canonical((value as { when?: unknown; period: unknown }[]).map(({ when, period }) => [when, period]));
  if (part === 'extension') return canonical({ ...(value as object), source: undefined, disputed: undefined });
  if (part === 'atExpiry') return (value as { kind: string }).kind;
  return canonical(value);
}

function compared(before: Row, after: Row, renamed: boolean): RowChange {
  const names = isDuty(before) && isDuty(after) ? DUTY_PARTS : isDuty(before) || isDuty(after) ? [] : RULE_PARTS;
  const parts = names
    .map(part => ({ part, before: partOf(before, part), after: partOf(after, part) }))
    .filter(one => meaning(one.part, one.before) !== meaning(one.part, one.after));
  const change =
    isDuty(before) !== isDuty(after) || parts.some(({ part }) => LENGTH_PARTS.includes(part))
      ? 'length'
      : parts.length > 0
        ? 'other'
        : 'same';
  return { change, renamed, before, after, parts };
}

/** Lays two editions side by side: every row of the later with what it continues, then the rows that nothing continues. */
export function compareEditions(before: Edition, after: Edition): RowChange[] {
  const old = new Map<string, Row>([...before.duties, ...before.rules].map(row => [row.id, row]));
  const continued = new Set<string>();
  const changes = [...after.duties, ...after.rules].flatMap((row): RowChange[] => {
    const succeeded = isDuty(row) && after.law !== before.law ? (row.succeeds ?? []) : [];
    const ids = [row.id, ...succeeded].filter(id => old.has(id));
    for (const id of ids) continued.add(id);
    if (ids.length === 0) return [{ change: 'new', renamed: false, after: row, parts: [] }];
    return ids.map(id => compared(old.get(id)!, row, id !== row.id));
  });
  const gone = [...old.values()].filter(({ id }) => !continued.has(id));
  return [...changes, ...gone.map((row): RowChange => ({ change: 'gone', renamed: false, before: row, parts: [] }))];
}
