import { readArea } from './area';
import { type CampaignPlan, readCampaign } from './campaign-plan';
import { cellText, isBlank, type Sheet } from './cell';
import type { ReadingContext } from './context';
import { type ReadEvent, readEvent } from './event-rows';
import { findHeadings, type Headings } from './headings';
import { error, type Issue, warning } from './issue';
import type { Layout } from './layout';
import { type EventRow, keyText, type MatterRow } from './matter';
import { inOrder, readMatter } from './matters';
import { outOfOrder } from './order';
import { reportingYearOf } from './parse/date';
import type { KnownUnit } from './units';

/** What became of one sheet. */
export interface SheetReport {
  readonly sheet: string;
  /** `<id>@<version>` of the mapping that read it, null when none fits. */
  readonly layout: string | null;
  readonly layoutName: string | null;
  readonly headingRow: number | null;
  readonly unitCode: string | null;
  readonly entries: number;
  readonly understood: readonly { readonly column: string; readonly heading: string; readonly field: string }[];
  readonly notUnderstood: readonly { readonly column: string; readonly heading: string }[];
  readonly missing: readonly string[];
  readonly skipped: {
    readonly banners: number;
    readonly closings: number;
    readonly headings: number;
    readonly joined: number;
  };
}

/** A whole workbook read: what can be taken, what cannot, and why. */
export interface RegisterReading {
  readonly sheets: readonly SheetReport[];
  readonly matters: readonly MatterRow[];
  /** Events for matters recorded earlier, not in this file. */
  readonly events: readonly EventRow[];
  readonly campaign: CampaignPlan | null;
  readonly issues: readonly Issue[];
  readonly rowsRead: number;
  readonly rowsRefused: number;
}

/** Reads a register workbook (or CSV file) of any known layout. Pure: the same cells give the same rows. */
export function readRegister(sheets: readonly Sheet[], context: ReadingContext): RegisterReading {
  const reader = new RegisterReader(context);
  for (const sheet of sheets) reader.take(sheet);
  return reader.finish();
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const NOTHING = { banners: 0, closings: 0, headings: 0, joined: 0 };

/** Reads sheet after sheet, so that a long workbook can be read in steps. Pure. */
export class RegisterReader {
  private readonly sheets: SheetReport[] = [];
  private readonly matters = new Map<string, MatterRow>();
  private readonly pending: (ReadEvent & { sheet: string; row: number })[] = [];
  private readonly issues: Issue[] = [];
  private settings: { entries: ReturnType<typeof readArea>['entries']; headings: Headings } | null = null;
  private tasks: { entries: ReturnType<typeof readArea>['entries']; headings: Headings } | null = null;
  private rowsRead = 0;

  constructor(private readonly context: ReadingContext) {}

  take(sheet: Sheet): void {
    if (sheet.rows.every(row => row.cells.every(isBlank))) return;
    const headings = findHeadings(sheet);
    if (!headings || headings.missing.length > 0) {
      this.report(sheet, headings, null, 0, NOTHING);
      return;
    }
    const unit = titleUnit(sheet, headings, this.context);
    const area = readArea(sheet, headings);
    this.issues.push(...area.issues);
    this.report(sheet, headings, unit, area.entries.length, area.skipped);
    const { role } = headings.layout;
    if (role === 'settings') this.settings = { entries: area.entries, headings };
    else if (role === 'tasks') this.tasks = { entries: area.entries, headings };
    else for (const entry of area.entries) this.entry(entry, headings, unit, role);
  }

  private entry(
    entry: ReturnType<typeof readArea>['entries'][number],
    headings: Headings,
    unit: KnownUnit | null,
    role: 'matters' | 'events',
  ): void {
    this.rowsRead += 1;
    if (role === 'events') {
      const read = readEvent(entry, headings, unit, this.context);
      this.issues.push(...read.issues);
      this.pending.push({ ...read, sheet: entry.sheet, row: entry.row });
      return;
    }
    const { matter, issues } = readMatter(entry, headings, unit, this.context);
    this.issues.push(...issues);
    if (!matter) return;
    const wrong = outOfOrder(matter.key.kind, matter.events, this.context.eventNames);
    if (wrong) this.issues.push({ sheet: matter.sheet, row: matter.row, column: null, ...wrong });
    else this.keep(matter);
  }

  private keep(matter: MatterRow): void {
    const key = keyText(matter.key);
    const first = this.matters.get(key);
    if (!first) {
      this.matters.set(key, matter);
      return;
    }
    this.issues.push({
      sheet: matter.sheet,
      row: matter.row,
      column: null,
      ...error(
        'duplicate-number',
        `Số ${matter.key.number} năm ${matter.key.year} đã có ở trang «${first.sheet}», dòng ${first.row}. Giữ dòng trước; sửa số hoặc xóa dòng trùng.`,
        `Number ${matter.key.number} of ${matter.key.year} already stands on sheet «${first.sheet}», row ${first.row}. The first is kept; correct the number or delete the double.`,
      ),
    });
  }

  private report(
    sheet: Sheet,
    headings: Headings | null,
    unit: KnownUnit | null,
    entries: number,
    skipped: SheetReport['skipped'],
  ): void {
    const fits = headings !== null && headings.missing.length === 0;
    this.sheets.push({
      sheet: sheet.name,
      layout: fits ? `${headings.layout.id}@${headings.layout.version}` : null,
      layoutName: headings?.layout.titleVi ?? null,
      headingRow: headings ? sheet.rows[headings.from]!.number : null,
      unitCode: unit?.code ?? null,
      entries,
      understood:
        headings?.found.map(one => ({ column: one.letter, heading: one.heading, field: meaning(one.column) })) ?? [],
      notUnderstood:
        headings?.notUnderstood.map(one => ({ column: one.letter, heading: one.heading })) ?? widest(sheet),
      missing: headings?.missing.map(column => column.headings[0]!) ?? [],
      skipped,
    });
  }

  finish(): RegisterReading {
    // By day, so that an event finds the one it needs already in place, whatever the order of the rows.
    const byDay = [...this.pending].sort((a, b) => order(a.event?.occurredOn ?? '', b.event?.occurredOn ?? ''));
    const events = byDay.flatMap(pending => this.attach(pending));
    const campaign = this.settings ? readCampaign(this.settings, this.tasks, this.context) : null;
    if (campaign) this.issues.push(...campaign.issues);
    this.complainOfLayouts(campaign !== null);
    const refused = new Set(
      this.issues.filter(issue => issue.severity === 'error').map(issue => `${issue.sheet}|${issue.row}`),
    );
    return {
      sheets: this.sheets,
      matters: [...this.matters.values()],
      events,
      campaign: campaign?.plan ?? null,
      issues: this.issues,
      rowsRead: this.rowsRead,
      rowsRefused: refused.size,
    };
  }

  /** Puts an event on its matter in the same file; what belongs to earlier matters is returned. */
  private attach(pending: ReadEvent & { sheet: string; row: number }): EventRow[] {
    if (!pending.target || !pending.event) return [];
    const { key, year } = pending.target;
    const years = year === null ? this.yearsOf(key) : [year];
    const at = { sheet: pending.sheet, row: pending.row };
    if (years.length > 1) {
      this.issues.push({
        ...at,
        column: null,
        ...error(
          'matter-ambiguous',
          `Số ${key.number} có ở nhiều năm báo cáo (${years.join(', ')}). Ghi năm báo cáo hoặc ngày quyết định thi hành án.`,
          `Number ${key.number} exists in several reporting years (${years.join(', ')}). Give the reporting year or the day of the enforcement decision.`,
        ),
      });
      return [];
    }
    const full = { ...key, year: years[0] ?? reportingYearOf(pending.event.occurredOn) };
    const matter = this.matters.get(keyText(full));
    if (!matter) return [{ ...at, key: full, event: pending.event }];
    const events = inOrder([...matter.events, pending.event]);
    const wrong = outOfOrder(full.kind, events, this.context.eventNames);
    if (wrong) this.issues.push({ ...at, column: null, ...wrong });
    else this.matters.set(keyText(full), { ...matter, events });
    return [];
  }

  private index: Map<string, number[]> | null = null;
  private yearsOf(key: { series: string; kind: string; number: string }): number[] {
    if (!this.index) {
      this.index = new Map();
      for (const { key: known } of this.matters.values()) {
        const short = `${known.series}|${known.kind}|${known.number}`;
        this.index.set(short, [...(this.index.get(short) ?? []), known.year]);
      }
    }
    return this.index.get(`${key.series}|${key.kind}|${key.number}`) ?? [];
  }

  private complainOfLayouts(campaign: boolean): void {
    const readable = this.sheets.some(sheet => sheet.layout !== null) || campaign;
    for (const sheet of this.sheets) {
      if (sheet.layout !== null) continue;
      const at = { sheet: sheet.sheet, row: sheet.headingRow ?? 1, column: null };
      if (sheet.missing.length > 0 && sheet.understood.length > sheet.missing.length) {
        this.issues.push({
          ...at,
          ...error(
            'column-missing',
            `Sổ giống «${sheet.layoutName}» nhưng thiếu cột: ${sheet.missing.map(name => `«${name}»`).join(', ')}. Thêm cột hoặc sửa tên cột.`,
            `The sheet looks like «${sheet.layoutName}» but lacks the column(s) ${sheet.missing.map(name => `«${name}»`).join(', ')}. Add or rename them.`,
          ),
        });
      } else {
        const seen = sheet.notUnderstood
          .map(one => `${one.column}: ${one.heading}`)
          .join('; ')
          .slice(0, 300);
        const known = sheet.understood
          .map(one => one.heading)
          .join('; ')
          .slice(0, 300);
        this.issues.push({
          ...at,
          ...(readable ? warning : error)(
            'layout-unknown',
            `Không nhận ra mẫu sổ của trang này. Tiêu đề hiểu được: ${known || 'không có'}. Không hiểu: ${seen || 'không có'}. Dùng bảng mẫu của chương trình hoặc sửa tên cột theo mẫu sổ.`,
            `The layout of this sheet is unknown. Headings understood: ${known || 'none'}. Not understood: ${seen || 'none'}. Use the program's template, or name the columns as the printed register does.`,
          ),
        });
      }
    }
    if (this.sheets.length === 0) {
      this.issues.push({
        sheet: '',
        row: 1,
        column: null,
        ...error('file-empty', 'Tệp không có dữ liệu.', 'The file holds no data.'),
      });
    }
  }
}

const meaning = (column: Layout['columns'][number]): string =>
  column.field === 'event'
    ? `event:${column.event}${column.part ? `.${column.part}` : ''}`
    : column.part
      ? `${column.field}.${column.part}`
      : column.field;

/** The row with most text near the top: probably what was meant as the heading. */
function widest(sheet: Sheet): { column: string; heading: string }[] {
  const rows = sheet.rows
    .slice(0, 20)
    .map(row =>
      row.cells.flatMap((cell, index) =>
        typeof cell === 'string' && cell.trim() !== ''
          ? [{ column: String.fromCharCode(65 + (index % 26)), heading: cell.trim() }]
          : [],
      ),
    );
  return rows.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** The agency named in the title rows above the heading, or by the sheet's own name. A title names the province first, then the branch. */
function titleUnit(sheet: Sheet, headings: Headings, context: ReadingContext): KnownUnit | null {
  const named: KnownUnit[] = [];
  for (const row of sheet.rows.slice(0, headings.from)) {
    for (const cell of row.cells) {
      const text = cellText(cell);
      const unit = text.length > 5 ? context.directory.unitInTitle(text) : undefined;
      if (unit) named.push(unit);
    }
  }
  return named.find(unit => unit.kind === 'branch') ?? named[0] ?? context.directory.unitInTitle(sheet.name) ?? null;
}
