import type { Fact } from '../law/model';
import type { Entry } from './area';
import { cellText } from './cell';
import type { ReadingContext } from './context';
import { attributesOf, eventNamed, groupsOf } from './events';
import { Fields } from './fields';
import type { Headings } from './headings';
import { error, type Issue } from './issue';
import { kindNamed, type MatterKey, type RegisterEvent } from './matter';
import { numberOf, unitOf } from './matters';
import { parseDate, reportingYearOf } from './parse/date';
import { parseMoney } from './parse/money';
import { fold, plain } from './text';
import type { KnownUnit } from './units';

/** One row of a book of decisions: which matter, and what happened to it. */
export interface ReadEvent {
  readonly target: {
    readonly key: Omit<MatterKey, 'year'> /** Null when the row doesn't say. */;
    readonly year: number | null;
  } | null;
  readonly event: RegisterEvent | null;
  readonly issues: readonly Issue[];
}

/** Reads one entry of a register of events (Mẫu 09 – 11, the template's «Diễn biến»). */
export function readEvent(
  entry: Entry,
  headings: Headings,
  sheetUnit: KnownUnit | null,
  context: ReadingContext,
): ReadEvent {
  const fields = new Fields(entry, headings);
  const limits = { today: context.today };
  const kindText = fields.text('kind');
  const kind = kindText === '' ? (headings.layout.kind ?? 'enforcement_case') : kindNamed(fold(kindText));
  if (!kind)
    fields.report(
      error('kind-unknown', `Không rõ loại việc «${kindText}».`, `Unknown kind of matter «${kindText}».`),
      fields.column('kind'),
    );
  const unit = unitOf(fields, sheetUnit, context);
  const caseDate = fields.read(fields.column('opened'), cell => parseDate(cell, limits))?.iso;
  const typed = typeOf(fields, headings, kind ?? 'enforcement_case', context);
  const dateColumn = fields.column('on') ?? groupsOf(headings)[0]?.find(found => found.column.part === 'date');
  const day = fields.need(dateColumn, { vi: 'ngày xảy ra', en: 'The day it happened' }, cell =>
    parseDate(cell, limits),
  );
  const attrs = attrsOf(fields, headings, typed?.attrs ?? [], context);
  const number = kind && unit && day ? numberOf(fields, kind, unit, caseDate ?? day.iso) : undefined;
  if (fields.refused || !kind || !unit || !typed || !day || number === undefined)
    return { target: null, event: null, issues: fields.issues };
  const atMinute = minuteOf(fields) ?? day.minute;
  return {
    target: {
      key: { kind, series: context.directory.seriesOf(unit, caseDate ?? day.iso), number },
      year: yearOf(fields) ?? (caseDate === undefined ? null : reportingYearOf(caseDate)),
    },
    event: { type: typed.type, occurredOn: day.iso, ...(atMinute === undefined ? {} : { atMinute }), attrs },
    issues: fields.issues,
  };
}

function typeOf(fields: Fields, headings: Headings, kind: MatterKey['kind'], context: ReadingContext) {
  const column = fields.column('eventName');
  const fixed = headings.layout.columns.find(one => one.field === 'event')?.event;
  const text = fields.text('eventName');
  if (text === '') return context.eventNames.find(name => name.type === fixed && name.kinds.includes(kind));
  const named = eventNamed(text, kind, context.eventNames);
  if (!named) {
    fields.report(
      error(
        'event-unknown',
        `Không có diễn biến «${text}» cho loại việc này. Ghi đúng tên hoặc mã trong danh mục diễn biến.`,
        `No event «${text}» exists for this kind of matter. Use a name or code of the list of events.`,
      ),
      column,
    );
  }
  return named;
}

function attrsOf(
  fields: Fields,
  headings: Headings,
  defs: Parameters<typeof attributesOf>[1],
  context: ReadingContext,
): Record<string, Fact> {
  const read = attributesOf(groundOf(fields.text('attributes'), defs), defs, context.today);
  for (const problem of read.problems) fields.report(problem, fields.column('attributes'));
  const money = fields.read(fields.column('amount'), cell => parseMoney(cell));
  const numberColumn = groupsOf(headings)[0]?.find(found => found.column.part === 'number');
  const number = numberColumn ? cellText(fields.cell(numberColumn)) : '';
  return {
    ...read.attrs,
    ...(money?.amount != null && defs.some(def => def.name === 'amount') ? { amount: money.amount.toString() } : {}),
    ...(number === '' ? {} : { number }),
  };
}

/** «Điểm c khoản 1 Điều 48», «Điều 48(1)c» → the point, where the event keeps grounds by point. */
function groundOf(text: string, defs: Parameters<typeof attributesOf>[1]): string {
  const ground = defs.find(def => def.name === 'ground' && def.values);
  if (!ground || text.includes('=')) return text;
  const match = /diem\s+(dd|[a-z])\b|\(1\)\s*(dd|[a-z])\b/.exec(plain(text.replace(/đ/g, 'dd')));
  const point = match?.[1] ?? match?.[2];
  return point && ground.values!.includes(point) ? `ground=${point}` : '';
}

function yearOf(fields: Fields): number | null {
  const text = fields.text('year');
  return /^20\d\d$/.test(text) ? Number(text) : null;
}

function minuteOf(fields: Fields): number | undefined {
  const column = fields.column('at');
  const text = cellText(fields.cell(column));
  if (text === '') return undefined;
  const match = /^(\d{1,2})[:hg](\d{2})$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (Number.isInteger(minute) && minute < 1440) return minute;
  fields.report(
    error(
      'time-unreadable',
      `Không đọc được giờ «${text}». Ghi như 14:30.`,
      `Cannot read the time «${text}». Write it as 14:30.`,
    ),
    column,
  );
  return undefined;
}
