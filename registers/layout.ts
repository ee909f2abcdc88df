import type { MatterKind } from '../law/model';
import campaignPlan from './mappings/campaign-plan.json';
import complaintsAccepted from './mappings/complaints-accepted.json';
import complaintsReceived from './mappings/complaints-received.json';
import courseOfMatters from './mappings/course-of-matters.json';
import m03 from './mappings/m03-accepted-cases.json';
import m09 from './mappings/m09-postponements.json';
import m10 from './mappings/m10-terminations.json';
import m11 from './mappings/m11-no-condition.json';
import procuracyRegister from './mappings/procuracy-register.json';
import templateCases from './mappings/template-cases.json';
import templateOther from './mappings/template-complaints.json';

/** What a column of a register means. `event`: something that happened on a day, named by `event`. */
export type Field =
  | 'sequence'
  | 'kind'
  | 'number'
  | 'year'
  | 'opened'
  | 'unit'
  | 'officer'
  | 'origin'
  | 'judgment'
  | 'debtor'
  | 'creditor'
  | 'parties'
  | 'complainant'
  | 'complainedOf'
  | 'obligation'
  | 'amount'
  | 'credit'
  | 'level'
  | 'class'
  | 'parent'
  | 'event'
  | 'eventName'
  | 'on'
  | 'at'
  | 'attributes'
  | 'note'
  | 'setting'
  | 'value'
  | 'task'
  | 'item'
  | 'title'
  | 'due'
  | 'done';

/** Which piece of the field the column holds; `whole` for cells that carry several. */
export type Part = 'whole' | 'number' | 'date' | 'amount' | 'text' | 'name' | 'address';

export interface Column {
  readonly field: Field;
  readonly part?: Part;
  /** Event type, for `field: 'event'`. */
  readonly event?: string;
  /** Attributes every such event carries. */
  readonly attrs?: Readonly<Record<string, string | number | boolean>>;
  /** Printed headings that mean this column; `A > B` where B stands under a heading A that spans several columns. */
  readonly headings: readonly string[];
  readonly required?: boolean;
  /** The column may hold days to come. */
  readonly planned?: boolean;
}

/** A register's layout: data, versioned, one file each under `mappings/`. */
export interface Layout {
  readonly id: string;
  readonly version: number;
  readonly titleVi: string;
  readonly titleEn: string;
  /** Where the columns were read. */
  readonly source: string;
  /** `matters`: a row is a matter. `events`: a row is something that happened to one. `settings`, `tasks`: a campaign's plan. */
  readonly role: 'matters' | 'events' | 'settings' | 'tasks';
  readonly kind?: MatterKind;
  /** What bare sums count in. */
  readonly money?: 'dong' | 'nghin';
  /** Event that opens every matter of this register, on the day of `opened` or of the number. */
  readonly opening?: string;
  readonly columns: readonly Column[];
}

/** Every layout the program reads, in order of preference when two fit equally well. */
export const LAYOUTS: readonly Layout[] = [
  templateCases,
  templateOther,
  courseOfMatters,
  m03,
  m09,
  m10,
  m11,
  complaintsReceived,
  complaintsAccepted,
  procuracyRegister,
  ...(campaignPlan as unknown as Layout[]),
] as unknown as readonly Layout[];
