import type { AttrDef, Fact, Facts, MatterKind } from '../law/model';
import { cellText } from './cell';
import type { EventName, ReadingContext } from './context';
import type { Fields } from './fields';
import type { FoundColumn, Headings } from './headings';
import { error, type Problem, warning } from './issue';
import type { RegisterEvent } from './matter';
import { parseComposite, saysNothing } from './parse/composite';
import { parseDate } from './parse/date';
import { parseMoney } from './parse/money';
import { isTicked } from './parse/note';
import { fold, tidy } from './text';

/**
 * The events a row of a matters register tells: each «Số – Ngày – Số tiền» group of columns, or each composite cell, is one.
 * A filled group without a day is refused: an event nobody can date can't start or stop a clock.
 */
export function eventsOf(fields: Fields, headings: Headings, context: ReadingContext): RegisterEvent[] {
  const events: RegisterEvent[] = [];
  for (const group of groupsOf(headings)) {
    const event =
      group.length === 1 && (group[0]!.column.part ?? 'whole') === 'whole'
        ? composite(fields, group[0]!, context)
        : assembled(fields, group, context);
    if (event) events.push(event);
  }
  return events;
}

/** Columns that together tell one event: the parts of a group, or one composite column. */
export function groupsOf(headings: Headings): readonly (readonly FoundColumn[])[] {
  let found = grouped.get(headings);
  if (!found) {
    found = group(headings);
    grouped.set(headings, found);
  }
  return found;
}

const grouped = new WeakMap<Headings, readonly (readonly FoundColumn[])[]>();

function group(headings: Headings): FoundColumn[][] {
  const groups = new Map<string, FoundColumn[]>();
  for (const found of headings.found) {
    const { field, event, part } = found.column;
    if (field !== 'event' || event === undefined) continue;
    const key = (part ?? 'whole') === 'whole' ? `${event}@${found.index}` : event;
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  return [...groups.values()];
}

function composite(fields: Fields, column: FoundColumn, context: ReadingContext): RegisterEvent | null {
  const cell = fields.cell(column);
  if (cell === null || saysNothing(cellText(cell))) return null;
  const read = parseComposite(cell, { today: context.today, planned: column.column.planned ?? false });
  for (const problem of read.problems) fields.report(problem, column);
  if (read.date === undefined) {
    if (!read.problems.some(problem => problem.severity === 'error')) fields.report(undated(column), column);
    return null;
  }
  return event(column, read.date, read.minute, { number: read.number, amount: read.amount, remark: read.text });
}

function assembled(fields: Fields, group: readonly FoundColumn[], context: ReadingContext): RegisterEvent | null {
  const part = (name: string) => group.find(found => found.column.part === name);
  const filled = group.filter(found => !saysNothing(cellText(fields.cell(found))));
  if (filled.length === 0) return null;
  const dateColumn = part('date');
  const dated = fields.read(dateColumn, cell =>
    parseDate(cell, { today: context.today, planned: dateColumn?.column.planned ?? false }),
  );
  const money = fields.read(part('amount'), cell => parseMoney(cell));
  const number = fields.cell(part('number'));
  if (!dated) {
    if (!dateColumn || fields.cell(dateColumn) === null) fields.report(undated(filled[0]!), filled[0]!);
    return null;
  }
  return event(group[0]!, dated.iso, dated.minute, {
    number: number === null ? undefined : cellText(number),
    amount: money?.amount ?? undefined,
    remark: money?.obligation,
  });
}

function event(
  column: FoundColumn,
  occurredOn: string,
  atMinute: number | undefined,
  parts: { number?: string | undefined; amount?: bigint | undefined; remark?: string | undefined },
): RegisterEvent {
  const attrs: Record<string, Fact> = { ...column.column.attrs };
  if (parts.number !== undefined) attrs.number = tidy(parts.number);
  if (parts.amount !== undefined) attrs.amount = parts.amount.toString();
  if (parts.remark !== undefined) attrs.remark = tidy(parts.remark);
  return { type: column.column.event!, occurredOn, ...(atMinute === undefined ? {} : { atMinute }), attrs };
}

const undated = (column: FoundColumn): Problem =>
  error(
    'event-without-date',
    `Có ghi «${column.heading}» nhưng không có ngày. Ghi ngày của quyết định hoặc của việc đã làm.`,
    `«${column.heading}» is filled in without a day. Write the day of the decision or act.`,
  );

/** The event a cell names: its code, its Vietnamese name, or a register's short word for it («hoãn», «tiếp tục»). */
export function eventNamed(text: string, kind: MatterKind, names: readonly EventName[]): EventName | undefined {
  const key = fold(text);
  const known = names.filter(name => name.kinds.includes(kind));
  return (
    known.find(name => name.type === text.trim()) ??
    known.find(name => fold(name.nameVi) === key) ??
    known.find(name => name.type === SHORT_WORDS[key])
  );
}

const SHORT_WORDS: Readonly<Record<string, string>> = {
  hoan: 'postponed',
  'hoan thi hanh an': 'postponed',
  'tam dinh chi': 'suspended',
  'tam dinh chi thi hanh an': 'suspended',
  'tiep tuc': 'resumed',
  'tiep tuc thi hanh an': 'resumed',
  'dinh chi': 'terminated',
  'dinh chi thi hanh an': 'terminated',
  'chua co dieu kien': 'no-condition-decided',
};

/** Reads `tên = giá trị; …` into the attributes the event knows; a text without `=` is the ground. */
export function attributesOf(
  text: string,
  defs: readonly AttrDef[],
  today: string,
): { attrs: Facts; problems: Problem[] } {
  const attrs: Record<string, Fact> = {};
  const problems: Problem[] = [];
  if (tidy(text) === '') return { attrs, problems };
  if (!text.includes('=')) return { attrs: { ground: tidy(text) }, problems };
  for (const pair of text.split(/;|\n/)) {
    const at = pair.indexOf('=');
    if (at < 0) continue;
    const name = tidy(pair.slice(0, at));
    const value = tidy(pair.slice(at + 1));
    const def = defs.find(one => one.name === name || fold(one.nameVi) === fold(name));
    if (!def) {
      problems.push(
        warning(
          'attribute-unknown',
          `Diễn biến này không có thông tin «${name}»; bỏ qua. Các thông tin có: ${defs.map(one => one.name).join(', ') || 'không có'}.`,
          `This event has no attribute «${name}»; passed over. It has: ${defs.map(one => one.name).join(', ') || 'none'}.`,
        ),
      );
      continue;
    }
    const read = attribute(value, def, today);
    if ('problem' in read) problems.push(read.problem);
    else attrs[def.name] = read.fact;
  }
  return { attrs, problems };
}

function attribute(value: string, def: AttrDef, today: string): { fact: Fact } | { problem: Problem } {
  const wrong = {
    problem: error(
      'attribute-wrong',
      `«${def.nameVi}» không nhận giá trị «${value}».`,
      `«${def.name}» does not take the value «${value}».`,
    ),
  };
  if (def.type === 'date') {
    const date = parseDate(value, { today, planned: true });
    return date.value ? { fact: date.value.iso } : { problem: date.problems[0]! };
  }
  if (def.type === 'money') {
    const money = parseMoney(value);
    return money.value?.amount != null ? { fact: money.value.amount.toString() } : wrong;
  }
  if (def.type === 'boolean') return { fact: isTicked(value) };
  if (def.type === 'number') return /^-?\d+$/.test(value) ? { fact: Number(value) } : wrong;
  return def.values && !def.values.includes(value) ? wrong : { fact: value };
}
