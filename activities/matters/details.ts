/** What each kind of matter has of its own: the row of its table, and the facts the law's conditions ask for. */

import type { Facts, MatterKind } from '../../law/model';

/** When the case complained of has ended, its day (ISO): before 1 July 2026 the law of 2008 governs (Điều 116(1)). */
interface AboutACase {
  readonly case_ended_on?: string | null;
}

export interface MatterDetails {
  readonly enforcement_case: {
    readonly origin: 'on_request' | 'ex_officio' | 'bankruptcy' | 'interim';
    readonly judgment_number?: string | null;
    readonly judgment_date?: string | null;
    readonly court?: string | null;
    readonly judgment_type?: string | null;
    /** Whole sum to enforce, đồng, decimal text. */
    readonly amount?: string;
    readonly credit?: boolean;
    readonly obligations?: string | null;
  };
  readonly complaint: {
    readonly level: 1 | 2;
    /** `d` (after coercion) is a class of the law of 2008; under that of 2025 it is part of `c`. */
    readonly class: 'a' | 'b' | 'c' | 'd';
    readonly against?: 'state' | 'private_office';
    readonly outcome?: string | null;
  } & AboutACase;
  readonly administrative_complaint: {
    readonly level: 1 | 2;
    /** Vùng sâu, vùng xa, đi lại khó khăn: longer limits. */
    readonly remote?: boolean;
  };
  readonly denunciation: { readonly complexity?: string } & AboutACase;
  readonly petition: { readonly source?: string | null };
  readonly procuracy_protest: { readonly level?: string } & AboutACase;
  readonly procuracy_recommendation: { readonly level?: string } & AboutACase;
  readonly procuracy_request: { readonly level?: string } & AboutACase;
  readonly reception: { readonly by_head?: boolean };
  readonly administrative_judgment: {
    /** What was adjudged: voter lists and interim measures are carried out at once. */
    readonly content?: 'ordinary' | 'voter_list' | 'interim';
    readonly judgment_number?: string | null;
    readonly judgment_date?: string | null;
    readonly court?: string | null;
    readonly debtor_body?: string | null;
  };
  readonly plan: {
    readonly form: 'statistics' | 'interagency' | 'ended_list' | 'work_item';
    readonly level?: 'enforcer' | 'branch' | 'province' | 'national' | null;
    /** ISO date. */
    readonly period_end?: string | null;
    readonly months?: number | null;
    readonly title?: string | null;
    readonly campaign_id?: string | null;
    readonly task_number?: number | null;
    readonly item_number?: number | null;
  };
}

export type Detail = { [K in MatterKind]: { readonly kind: K } & MatterDetails[K] }[MatterKind];

const ABOUT_A_CASE = { case_ended_on: 'caseEndedOn' };

/** Columns that become facts, by kind; the rest of the row plays no part in the law's conditions. */
const FACTS: Record<MatterKind, Readonly<Record<string, string>>> = {
  enforcement_case: { origin: 'origin', judgment_type: 'judgmentType', credit: 'credit' },
  complaint: { level: 'level', class: 'class', against: 'against', ...ABOUT_A_CASE },
  administrative_complaint: { level: 'level', remote: 'remote' },
  denunciation: { complexity: 'complexity', ...ABOUT_A_CASE },
  petition: { source: 'source' },
  procuracy_protest: { level: 'level', ...ABOUT_A_CASE },
  procuracy_recommendation: { level: 'level', ...ABOUT_A_CASE },
  procuracy_request: { level: 'level', ...ABOUT_A_CASE },
  reception: { by_head: 'byHead' },
  administrative_judgment: { content: 'content' },
  plan: { form: 'form', level: 'level', months: 'months' },
};

const DEFAULTS: { [K in MatterKind]: Partial<MatterDetails[K]> } = {
  enforcement_case: { amount: '0', credit: false },
  complaint: { against: 'state' },
  administrative_complaint: { remote: false },
  denunciation: { complexity: 'normal' },
  petition: {},
  procuracy_protest: { level: 'regional' },
  procuracy_recommendation: { level: 'regional' },
  procuracy_request: { level: 'regional' },
  reception: { by_head: false },
  administrative_judgment: { content: 'ordinary' },
  plan: {},
};

/** The row with what the database would fill in. */
export const withDefaults = (detail: Detail): Detail => ({ ...DEFAULTS[detail.kind], ...detail }) as Detail;

/** Facts of a matter from the row of its kind (column names); what is null is unknown and left out. */
export function factsOf(kind: MatterKind, row: Readonly<Record<string, unknown>>): Facts {
  const known = Object.entries(FACTS[kind]).flatMap(([column, fact]) => {
    const value = row[column];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[fact, value]] : [];
  });
  return Object.fromEntries(known);
}
