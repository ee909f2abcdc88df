import type { Fact, Facts, MatterKind } from '../law/model';
import type { Entry } from './area';
import { cellText } from './cell';
import type { ReadingContext } from './context';
import { eventsOf } from './events';
import { Fields } from './fields';
import type { Headings } from './headings';
import { error, type Issue, type Parsed, parsed, warning } from './issue';
import { kindNamed, type MatterKey, type MatterRow, type RegisterEvent } from './matter';
import { parseComposite } from './parse/composite';
import { parseDate, reportingYearOf } from './parse/date';
import { parseMoney } from './parse/money';
import { isTicked, parseNote } from './parse/note';
import { judgmentType, parseBookNumber, parseDecisionNumber, parseJudgmentNumber } from './parse/number';
import { partiesOf } from './parties';
import { fold, tidy } from './text';
import { type KnownUnit, suffixOf } from './units';

export interface ReadMatter {
  /** Null when the row was refused. */
  readonly matter: MatterRow | null;
  readonly issues: readonly Issue[];
}

/** Name of the event with which a matter of each kind begins. */
export const OPENING: Readonly<Record<MatterKind, string>> = {
  enforcement_case: 'decision-issued',
  complaint: 'complaint-received',
  administrative_complaint: 'complaint-received',
  denunciation: 'denunciation-received',
  petition: 'petition-received',
  procuracy_protest: 'protest-received',
  procuracy_recommendation: 'recommendation-received',
  procuracy_request: 'procuracy-request-received',
  reception: 'citizen-received',
  administrative_judgment: 'judgment-received',
  plan: 'work-item-set',
};

/** Reads one entry of a register of matters. `sheetUnit` is the unit named by the sheet's title. */
export function readMatter(
  entry: Entry,
  headings: Headings,
  sheetUnit: KnownUnit | null,
  context: ReadingContext,
): ReadMatter {
  const fields = new Fields(entry, headings);
  const done = (matter: MatterRow | null): ReadMatter => ({
    matter: fields.refused ? null : matter,
    issues: fields.issues,
  });
  const kind = kindOf(fields, headings);
  const unit = unitOf(fields, sheetUnit, context);
  const limits = { today: context.today };
  const document = fields.read(fields.column('number', 'whole'), cell => {
    const read = parseComposite(cell, limits);
    return { value: read, problems: read.problems };
  });
  const opened =
    document?.date ??
    fields.need(
      fields.column('opened'),
      { vi: 'ngày quyết định hoặc ngày nhận', en: 'The day of the decision or of receipt' },
      cell => parseDate(cell, limits),
    )?.iso ??
    fields.read(fields.column('event', 'date'), cell => parseDate(cell, limits))?.iso;
  if (!unit || !kind || opened === undefined) {
    if (opened === undefined && !fields.refused) {
      fields.report(
        error(
          'missing-value',
          'Thiếu ngày quyết định hoặc ngày nhận.',
          'The day of the decision or of receipt is missing.',
        ),
      );
    }
    return done(null);
  }
  const number = numberOf(fields, kind, unit, opened, document?.number);
  if (number === undefined) return done(null);
  const year = yearOf(fields, entry, opened);
  const note = parseNote(fields.text('note'), limits);
  for (const problem of note.problems) fields.report(problem, fields.column('note'));
  const parties = partiesOf(fields);
  const facts =
    kind === 'enforcement_case'
      ? caseFacts(fields, entry, opened, document?.amount, context)
      : otherFacts(fields, kind);
  const key: MatterKey = { kind, series: context.directory.seriesOf(unit, opened), year, number };
  const parent = parentOf(fields, unit, opened, context);
  return done({
    sheet: entry.sheet,
    row: entry.row,
    key,
    unitCode: unit.code,
    officerId: officerOf(fields, note.enforcer, unit, context),
    openedOn: opened,
    facts:
      note.correctedOn.length > 0
        ? { ...facts, registerCorrectedOn: note.correctedOn[note.correctedOn.length - 1]! }
        : facts,
    parties,
    events: inOrder(withOpening(kind, opened, number, facts, eventsOf(fields, headings, context))),
    ...(parent ? { parent } : {}),
  });
}

function kindOf(fields: Fields, headings: Headings): MatterKind | undefined {
  const text = fields.text('kind');
  if (text === '') return headings.layout.kind;
  const kind = kindNamed(fold(text));
  if (!kind) {
    fields.report(
      error(
        'kind-unknown',
        `Không rõ loại việc «${text}». Ghi: khiếu nại, tố cáo, kiến nghị phản ánh, kháng nghị VKS, kiến nghị VKS.`,
        `Unknown kind of matter «${text}».`,
      ),
      fields.column('kind'),
    );
  }
  return kind;
}

/** The unit named in the row, else by the sheet's title, else the one the import was given. */
export function unitOf(fields: Fields, sheetUnit: KnownUnit | null, context: ReadingContext): KnownUnit | null {
  const text = fields.text('unit');
  if (text === '') {
    const unit = sheetUnit ?? context.unit;
    if (!unit) {
      fields.report(
        error(
          'unit-missing',
          'Không biết việc thuộc đơn vị nào: sổ không có cột đơn vị và đầu trang không ghi tên cơ quan. Chọn đơn vị khi nhập tệp.',
          'No unit: the register has no unit column and its title names no agency. Choose the unit when importing.',
        ),
      );
    }
    return unit;
  }
  const unit = context.directory.unit(text) ?? context.directory.unitInTitle(text);
  if (unit) return unit;
  fields.report(
    error(
      'unit-unknown',
      `Không có đơn vị «${text}» trong danh mục. Sửa tên, hoặc thêm cách viết này vào tên gọi khác của đơn vị.`,
      `No unit «${text}» is known. Correct the name, or add this spelling to the unit's aliases.`,
    ),
    fields.column('unit'),
  );
  return null;
}

/** The number in one spelling, as the kind of book writes it. */
export function numberOf(
  fields: Fields,
  kind: MatterKind,
  unit: KnownUnit,
  on: string,
  inDocument?: string,
): string | undefined {
  const parse = (cell: Parameters<typeof parseBookNumber>[0]): Parsed<string> =>
    kind === 'enforcement_case' ? parseDecisionNumber(cell, suffixOf(unit, on)) : parseBookNumber(cell);
  const whole = fields.column('number', 'whole');
  if (whole) {
    const read = parse(inDocument ?? cellText(fields.cell(whole)));
    for (const problem of read.problems) fields.report(problem, whole);
    return read.value;
  }
  return fields.need(fields.column('number'), { vi: 'số quyết định (số thụ lý)', en: 'The number' }, parse);
}

function yearOf(fields: Fields, entry: Entry, opened: string): number {
  const own = reportingYearOf(opened);
  if (entry.bannerYear === null || entry.bannerYear === own) return own;
  fields.report(
    warning(
      'year-differs',
      `Dòng nằm dưới «NĂM ${entry.bannerYear}» nhưng ngày ${opened} thuộc năm báo cáo ${own}. Lấy theo sổ: ${entry.bannerYear}.`,
      `The row stands under «NĂM ${entry.bannerYear}», but ${opened} belongs to reporting year ${own}. The book's year ${entry.bannerYear} is taken.`,
    ),
  );
  return entry.bannerYear;
}

function caseFacts(
  fields: Fields,
  entry: Entry,
  opened: string,
  inDocument: bigint | undefined,
  context: ReadingContext,
): Record<string, Fact> {
  const money = fields.read(fields.column('amount'), cell => parseMoney(cell, 'dong'));
  const obligations = [fields.text('obligation'), money?.obligation ?? ''].filter(text => text !== '').join('; ');
  const origin = originOf(fields) ?? entry.section;
  if (!origin) {
    fields.report(
      warning(
        'origin-missing',
        'Không rõ chủ động hay theo yêu cầu; coi là theo yêu cầu.',
        'Ex officio or on request is not said; taken as on request.',
      ),
      fields.column('origin'),
    );
  }
  const amount = money?.amount ?? inDocument ?? 0n;
  return {
    origin: origin ?? 'on_request',
    amount: amount.toString(),
    credit: isTicked(fields.text('credit')),
    ...judgmentOf(fields, opened, context),
    ...(obligations ? { obligations } : {}),
  };
}

function originOf(fields: Fields): 'ex_officio' | 'on_request' | null {
  const text = fold(fields.text('origin'));
  if (text === '') return null;
  if (/chu dong|^cd$/.test(text)) return 'ex_officio';
  if (/yeu cau|theo don|^yc$|^tyc$/.test(text)) return 'on_request';
  fields.report(
    warning(
      'origin-unknown',
      `Không hiểu loại «${fields.text('origin')}»; coi là theo yêu cầu.`,
      `Unknown origin «${fields.text('origin')}»; taken as on request.`,
    ),
    fields.column('origin'),
  );
  return 'on_request';
}

function judgmentOf(fields: Fields, opened: string, context: ReadingContext): Record<string, Fact> {
  const limits = { today: context.today };
  const whole = fields.read(fields.column('judgment', 'whole'), cell => {
    const read = parseComposite(cell, limits);
    return parsed(read, ...read.problems.map(problem => ({ ...problem, severity: 'warning' as const })));
  });
  const date = whole?.date ?? fields.read(fields.column('judgment', 'date'), cell => parseDate(cell, limits))?.iso;
  const number =
    whole?.number !== undefined
      ? parseJudgmentNumber(whole.number, date).value
      : fields.read(fields.column('judgment', 'number'), cell => parseJudgmentNumber(cell, date));
  const court = tidy(whole?.text ?? fields.text('judgment', 'text'));
  if (date !== undefined && date > opened) {
    fields.report(
      warning(
        'judgment-after-decision',
        `Ngày bản án ${date} sau ngày quyết định thi hành án ${opened}.`,
        `The judgment of ${date} is later than the decision of ${opened}.`,
      ),
    );
  }
  return {
    ...(number === undefined ? {} : { judgmentNumber: number, judgmentType: judgmentType(number) }),
    ...(date === undefined ? {} : { judgmentDate: date }),
    ...(court === '' ? {} : { court }),
  };
}

function otherFacts(fields: Fields, kind: MatterKind): Record<string, Fact> {
  const content = fields.text('obligation');
  const facts: Record<string, Fact> = content === '' ? {} : { content };
  if (kind !== 'complaint') return facts;
  const level = /2|hai/.test(fold(fields.text('level'))) ? 2 : 1;
  const named = fold(fields.text('class'));
  const group = /^(b|.*bao dam.*)$/.test(named) ? 'b' : /^(c|.*cuong che.*)$/.test(named) ? 'c' : 'a';
  return { ...facts, level, class: group, against: 'state' };
}

function officerOf(
  fields: Fields,
  inNote: string | undefined,
  unit: KnownUnit,
  context: ReadingContext,
): string | null {
  const name = fields.text('officer') || inNote || '';
  if (name === '') return null;
  const officer = context.directory.officer(name, unit.code);
  if (officer) return officer.id;
  fields.report(
    warning(
      'officer-unknown',
      'Người được ghi là phụ trách không có trong danh sách của đơn vị (hoặc trùng tên với nhiều người). Việc được nhận, chưa có người phụ trách.',
      'The officer named is not in the unit (or several share the name). The matter is taken without an officer.',
    ),
    fields.column('officer') ?? fields.column('note'),
  );
  return null;
}

function parentOf(fields: Fields, unit: KnownUnit, opened: string, context: ReadingContext): MatterKey | undefined {
  const column = fields.column('parent');
  const cell = fields.cell(column);
  if (!column || cell === null) return undefined;
  const read = parseComposite(cell, { today: context.today });
  const on = read.date ?? opened;
  const number = parseDecisionNumber(read.number ?? cellText(cell), suffixOf(unit, on));
  if (number.value === undefined) {
    fields.report(
      warning(
        'parent-unreadable',
        'Không hiểu số quyết định thi hành án liên quan; không nối với việc nào.',
        'The related decision number cannot be read; linked to no case.',
      ),
      column,
    );
    return undefined;
  }
  return {
    kind: 'enforcement_case',
    series: context.directory.seriesOf(unit, on),
    year: reportingYearOf(on),
    number: number.value,
  };
}

/**
 * Adds the event a matter of this kind begins with. «Ngày thụ lý» (`accepted`) means the judgment received where the agency acts
 * ex officio, the request received where somebody asked. A book without it tells only the decision: then it was received that day
 * at the latest, and that day is taken.
 */
function withOpening(
  kind: MatterKind,
  opened: string,
  number: string,
  facts: Facts,
  events: readonly RegisterEvent[],
): RegisterEvent[] {
  if (kind !== 'enforcement_case') return [{ type: OPENING[kind], occurredOn: opened, attrs: {} }, ...events];
  const received = facts.origin === 'ex_officio' ? 'judgment-received' : 'request-received';
  const told = events.map(event => (event.type === 'accepted' ? { ...event, type: received } : event));
  const known = told.some(event => RECEIPTS.has(event.type) && event.occurredOn <= opened);
  const decision: RegisterEvent = { type: OPENING[kind], occurredOn: opened, attrs: { number, origin: facts.origin! } };
  return known
    ? [...told.filter(e => RECEIPTS.has(e.type)), decision, ...told.filter(e => !RECEIPTS.has(e.type))]
    : [{ type: received, occurredOn: opened, attrs: {} }, decision, ...told];
}

const RECEIPTS = new Set(['judgment-received', 'request-received', 'entrustment-received']);

/** By day, and on one day in the order the register lists them. */
export function inOrder(events: readonly RegisterEvent[]): RegisterEvent[] {
  return events
    .map((event, at) => ({ event, at }))
    .sort((a, b) =>
      a.event.occurredOn < b.event.occurredOn ? -1 : a.event.occurredOn > b.event.occurredOn ? 1 : a.at - b.at,
    )
    .map(({ event }) => event);
}
