import type { Entry } from './area';
import { cellText } from './cell';
import type { ReadingContext } from './context';
import { Fields } from './fields';
import type { Headings } from './headings';
import { error, type Issue } from './issue';
import { parseDate } from './parse/date';
import { fold, tidy } from './text';

export interface PlannedTarget {
  readonly indicator: 'cases_rate' | 'money_rate' | 'cases_backlog_change' | 'money_backlog_change' | 'complaints_rate';
  /** Hundredths of a percent: 70 % is 7000, a fall of 7,5 % is -750. */
  readonly value: number;
  readonly unitCode: string | null;
}

export interface PlannedItem {
  readonly task: number;
  readonly taskTitle: string;
  readonly item: number;
  readonly title: string;
  readonly unitCode: string | null;
  readonly officerId: string | null;
  readonly due: string | null;
  readonly doneOn: string | null;
}

/** A campaign as its plan workbook describes it. */
export interface CampaignPlan {
  readonly id: string;
  readonly name: string;
  readonly basis: string | null;
  readonly unitCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly extendedTo: string | null;
  readonly measuredFrom: string;
  readonly measuredTo: string;
  readonly targets: readonly PlannedTarget[];
  readonly items: readonly PlannedItem[];
}

const INDICATORS: Readonly<Record<string, { indicator: PlannedTarget['indicator']; falls?: true }>> = {
  'ty le thi hanh xong ve viec': { indicator: 'cases_rate' },
  'ty le thi hanh xong ve tien': { indicator: 'money_rate' },
  'giam so viec chuyen ky sau': { indicator: 'cases_backlog_change', falls: true },
  'giam so tien chuyen ky sau': { indicator: 'money_backlog_change', falls: true },
  'ty le giai quyet khieu nai to cao': { indicator: 'complaints_rate' },
};

const SETTINGS = {
  'ma dot': 'id',
  'ten dot': 'name',
  'can cu': 'basis',
  'pham vi': 'unit',
  'bat dau': 'startsOn',
  'ket thuc': 'endsOn',
  'keo dai den': 'extendedTo',
  'do tu ngay': 'measuredFrom',
  'do den ngay': 'measuredTo',
} as const;

const REQUIRED = ['id', 'name', 'unit', 'startsOn', 'endsOn', 'measuredFrom'] as const;

/** Puts a campaign together from the plan's sheet of settings and targets and its sheet of tasks. */
export function readCampaign(
  settings: { entries: readonly Entry[]; headings: Headings },
  tasks: { entries: readonly Entry[]; headings: Headings } | null,
  context: ReadingContext,
): { plan: CampaignPlan | null; issues: Issue[] } {
  const issues: Issue[] = [];
  const values = new Map<string, string>();
  const targets: PlannedTarget[] = [];
  for (const entry of settings.entries) {
    const fields = new Fields(entry, settings.headings);
    readSetting(fields, values, targets, context);
    issues.push(...fields.issues);
  }
  const items = tasks ? tasks.entries.flatMap(entry => readItem(entry, tasks.headings, context, issues)) : [];
  const first = settings.entries[0];
  for (const name of REQUIRED) {
    if (values.has(name) || !first) continue;
    const label = Object.entries(SETTINGS).find(([, field]) => field === name)?.[0] ?? name;
    issues.push({
      sheet: first.sheet,
      row: first.row,
      column: null,
      ...error('setting-missing', `Kế hoạch thiếu mục «${label}».`, `The plan has no «${name}».`),
    });
  }
  if (issues.some(issue => issue.severity === 'error') || !first) return { plan: null, issues };
  const end = values.get('extendedTo') ?? values.get('endsOn')!;
  return {
    issues,
    plan: {
      id: values.get('id')!,
      name: values.get('name')!,
      basis: values.get('basis') ?? null,
      unitCode: values.get('unit')!,
      startsOn: values.get('startsOn')!,
      endsOn: values.get('endsOn')!,
      extendedTo: values.get('extendedTo') ?? null,
      measuredFrom: values.get('measuredFrom')!,
      measuredTo: values.get('measuredTo') ?? end,
      targets,
      items,
    },
  };
}

function readSetting(
  fields: Fields,
  values: Map<string, string>,
  targets: PlannedTarget[],
  context: ReadingContext,
): void {
  const label = fold(fields.text('setting'));
  const value = fields.text('value');
  const target = INDICATORS[label];
  if (target) {
    const percent = /^[-–]?\s*(\d+)(?:[.,](\d{1,2}))?\s*%$/.exec(tidy(value));
    if (!percent) {
      fields.report(
        error(
          'target-unreadable',
          `Không hiểu chỉ tiêu «${value}». Ghi như 70% hoặc 7,5%.`,
          `Cannot read the target «${value}». Write 70% or 7,5%.`,
        ),
        fields.column('value'),
      );
      return;
    }
    const size = Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0'));
    const unit = fields.text('unit');
    targets.push({
      indicator: target.indicator,
      value: target.falls ? -size : size,
      unitCode: unit === '' ? null : (context.directory.unit(unit)?.code ?? null),
    });
    return;
  }
  const name = (SETTINGS as Readonly<Record<string, string>>)[label];
  if (name === undefined) {
    fields.report(
      error(
        'setting-unknown',
        `Kế hoạch có mục «${fields.text('setting')}» mà chương trình không biết.`,
        `The plan has an unknown entry «${fields.text('setting')}».`,
      ),
      fields.column('setting'),
    );
    return;
  }
  if (name === 'unit') {
    const unit = context.directory.unit(value);
    if (unit) values.set('unit', unit.code);
    else
      fields.report(
        error('unit-unknown', `Không có đơn vị «${value}» trong danh mục.`, `No unit «${value}» is known.`),
        fields.column('value'),
      );
  } else if (name === 'id' || name === 'name' || name === 'basis') {
    values.set(name, value);
  } else {
    const date = fields.read(fields.column('value'), cell => parseDate(cell, { today: context.today, planned: true }));
    if (date) values.set(name, date.iso);
  }
}

function readItem(entry: Entry, headings: Headings, context: ReadingContext, issues: Issue[]): PlannedItem[] {
  const fields = new Fields(entry, headings);
  const limits = { today: context.today };
  const whole = (field: 'task' | 'item') => {
    const text = fields.text(field);
    if (!/^\d{1,3}$/.test(text))
      fields.report(
        error('number-unreadable', `Cần một số, không phải «${text}».`, `A number is needed, not «${text}».`),
        fields.column(field),
      );
    return Number(text);
  };
  const unitText = fields.text('unit');
  const unit = unitText === '' ? null : context.directory.unit(unitText);
  const officerText = fields.text('officer');
  const item: PlannedItem = {
    task: whole('task'),
    taskTitle: fields.text('title'),
    item: whole('item'),
    title: cellText(fields.cell(fields.column('obligation'))),
    unitCode: unit?.code ?? null,
    officerId: officerText === '' ? null : (context.directory.officer(officerText, unit?.code ?? '')?.id ?? null),
    due: fields.read(fields.column('due'), cell => parseDate(cell, { ...limits, planned: true }))?.iso ?? null,
    doneOn: fields.read(fields.column('done'), cell => parseDate(cell, limits))?.iso ?? null,
  };
  if (unit === undefined)
    fields.report(
      error('unit-unknown', `Không có đơn vị «${unitText}» trong danh mục.`, `No unit «${unitText}» is known.`),
      fields.column('unit'),
    );
  issues.push(...fields.issues);
  return fields.refused ? [] : [item];
}
