/** Reading a statute pack that somebody edited: everything wrong with it at once, each with its row. Pure. */

import { LIFECYCLES, PACKS, packHash, type StatutePack } from '../../law';
import { canonical } from '../../law/canonical';
import type { Duty, EventRule, LawId } from '../../law/model';
import { rowProblemsOf } from '../../law/validate-rows';
import { dutyRow, envelope, PACK_FORMAT, pathOf, ruleRow, sayIssue } from './pack-schema';

/** One thing wrong with a pack, said to whoever wrote it. */
export interface PackProblem {
  readonly file: string;
  /** Where: `duties[12] initial-verification: trigger.on`, `inForceFrom`. */
  readonly field: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** A pack kept already, as far as another must fit beside it. */
export interface KeptPack {
  readonly law: LawId;
  readonly version: string;
  readonly hash: string;
  readonly origin: 'built_in' | 'agency';
  readonly state: 'draft' | 'signed' | 'withdrawn';
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
}

/** What a pack is read against. */
export interface Surroundings {
  readonly kept: readonly KeptPack[];
  /** The packs in force, of both laws. */
  readonly inForce: readonly StatutePack[];
}

/** A pack as a file: its content, and the name of the format. */
export const packDocument = (pack: StatutePack): object => ({
  format: PACK_FORMAT,
  law: pack.law,
  version: pack.version,
  inForceFrom: pack.inForceFrom,
  inForceTo: pack.inForceTo,
  basis: pack.basis,
  duties: pack.duties,
  rules: pack.rules,
});

/** The version numbers that the program gives its own packs. */
const PROGRAMS_OWN = /^\d{4}\.\d{1,2}\.\d+$/;

/**
 * Reads a pack and everything wrong with it.
 * @param document parsed JSON
 * @param file name of the file, for the problems
 */
export function readPack(
  document: unknown,
  file: string,
  surroundings: Surroundings,
): { readonly pack: StatutePack | null; readonly problems: readonly PackProblem[] } {
  const shape = envelope.safeParse(document, { reportInput: true });
  const problems: PackProblem[] = [];
  const problem = (field: string, code: string, vi: string, en: string) => problems.push({ file, field, code, vi, en });
  for (const issue of shape.error?.issues ?? []) {
    const { vi, en } = sayIssue(issue);
    problem(pathOf(issue.path) || '(tệp / file)', 'shape', vi, en);
  }
  const raw = (document ?? {}) as { duties?: unknown; rules?: unknown };
  const duties = rowsOf<Duty>('duties', raw.duties, dutyRow, problem);
  const rules = rowsOf<EventRule>('rules', raw.rules, ruleRow, problem);
  if (!shape.success) return { pack: null, problems };

  const { format: _, ...head } = shape.data;
  const pack: StatutePack = { ...head, duties: duties.sound, rules: rules.sound };
  for (const one of rowProblems(pack, duties, rules, surroundings)) problem(one.field, one.code, one.vi, one.en);
  for (const one of validityProblems(pack, surroundings)) problem(one.field, one.code, one.vi, one.en);
  return { pack: problems.length === 0 ? pack : null, problems };
}

/** The rows of one list that have the right shape, with their places in the file, and the ids of those that do not. */
interface Rows<T> {
  readonly sound: readonly T[];
  readonly places: readonly number[];
  readonly broken: ReadonlySet<string>;
}

type Note = (field: string, code: string, vi: string, en: string) => void;

function rowsOf<T>(list: string, raw: unknown, schema: typeof dutyRow | typeof ruleRow, problem: Note): Rows<T> {
  const sound: T[] = [];
  const places: number[] = [];
  const broken = new Set<string>();
  for (const [index, row] of (Array.isArray(raw) ? raw : []).entries()) {
    const read = schema.safeParse(row, { reportInput: true });
    if (read.success) {
      sound.push(read.data as T);
      places.push(index);
      continue;
    }
    const id = typeof row?.id === 'string' ? row.id : '?';
    broken.add(id);
    for (const issue of read.error.issues) {
      const { vi, en } = sayIssue(issue);
      const path = pathOf(issue.path);
      problem(`${list}[${index}] ${id}${path ? `: ${path}` : ''}`, 'shape', vi, en);
    }
  }
  return { sound, places, broken };
}

type Found = Omit<PackProblem, 'file'>;

/** What the check of the catalogue says of the rows, beside the other law as it is in force. */
function rowProblems(
  pack: StatutePack,
  duties: Rows<Duty>,
  rules: Rows<EventRule>,
  { inForce }: Surroundings,
): Found[] {
  const other: LawId = pack.law === '2025' ? '2008' : '2025';
  const theirs = inForce.filter(({ law }) => law === other).flatMap(one => one.duties);
  const statutes = { [pack.law]: pack.duties, [other]: theirs };
  const found = rowProblemsOf(statutes, LIFECYCLES, { [pack.law]: pack.rules })
    .filter(({ id }) => id.split(':')[1] === pack.law || id.startsWith('unknown-ancestor'))
    // What names a row that cannot be read yet is not called unknown: that row's own mistakes are told.
    .filter(
      ({ code, text }) => !/unknown-(expiry|carrier)/.test(code) || ![...duties.broken].some(id => text.includes(id)),
    )
    .map(({ list, index, row, id, code, vi, text }): Found => {
      const own = id.split(':')[1] === pack.law;
      const place = (list === 'duties' ? duties : rules).places[index];
      return { field: own ? `${list}[${place}] ${row}` : `(${other}) ${row}`, code, vi, en: text };
    });
  const ids = new Set([...pack.duties.map(({ id }) => id), ...duties.broken, ...theirs.map(({ id }) => id)]);
  const marks = Object.values(LIFECYCLES)
    .flat()
    .flatMap(def => (def.marks?.lapsesWith ?? []).filter(id => !ids.has(id)).map(id => ({ id, type: def.type })));
  return [
    ...found,
    ...marks.map(({ id, type }) => ({
      field: `duties: ${id}`,
      code: 'needed-by-program',
      vi: `thiếu thời hạn ${id}, sự kiện ${type} của chương trình cần nó`,
      en: `the duty ${id} is missing, which the program's event ${type} needs`,
    })),
  ];
}

const END_OF_TIME = '9999-12-31';
const span = (from: string, to: string | null) => `${from} – ${to ?? '…'}`;

/** Whether the pack may stand beside those kept: its version, its days. */
function validityProblems(pack: StatutePack, { kept }: Pick<Surroundings, 'kept'>): Found[] {
  const found: Found[] = [];
  const { law, version, inForceFrom, inForceTo } = pack;
  const bounds = PACKS.find(one => one.law === law)!;
  const to = inForceTo ?? END_OF_TIME;
  if (to < inForceFrom) {
    found.push({
      field: 'inForceTo',
      code: 'never-in-force',
      vi: 'hết hiệu lực trước khi có hiệu lực',
      en: 'it ends before it begins',
    });
  }
  if (inForceFrom < bounds.inForceFrom || to > (bounds.inForceTo ?? END_OF_TIME)) {
    const days = span(bounds.inForceFrom, bounds.inForceTo);
    found.push({
      field: 'inForceFrom',
      code: 'outside-law',
      vi: `Luật ${law} có hiệu lực ${days}; bản này ghi ${span(inForceFrom, inForceTo)}`,
      en: `the law of ${law} is in force ${days}; this pack says ${span(inForceFrom, inForceTo)}`,
    });
  }
  if (PROGRAMS_OWN.test(version)) {
    found.push({
      field: 'version',
      code: 'programs-version',
      vi: `số ${version} dành cho bản đi kèm chương trình; hãy thêm tên đơn vị, ví dụ ${version}-LCA.1`,
      en: `${version} is a number of the program's own packs; add the agency's name, for example ${version}-LCA.1`,
    });
  }
  const same = kept.find(one => one.law === law && one.version === version);
  if (same && !PROGRAMS_OWN.test(version) && (same.origin === 'built_in' || same.hash !== packHash(pack))) {
    found.push({
      field: 'version',
      code: 'version-taken',
      vi: `bản ${version} đã có với nội dung khác; hãy đặt số bản mới`,
      en: `version ${version} is there with other content; give a new version`,
    });
  }
  for (const one of kept) {
    const beside = one.law === law && one.state === 'signed' && one.origin === 'agency' && one.version !== version;
    if (!beside || one.inForceFrom === inForceFrom) continue;
    if (one.inForceFrom > to || inForceFrom > (one.inForceTo ?? END_OF_TIME)) continue;
    found.push({
      field: 'inForceFrom',
      code: 'overlap',
      vi: `trùng thời gian với bản ${one.version} đang áp dụng (${span(one.inForceFrom, one.inForceTo)}); hãy ký trước một bản từ ${one.inForceFrom} có ngày kết thúc, hoặc nạp bản cùng ngày bắt đầu để thay thế`,
      en: `overlaps version ${one.version} in force (${span(one.inForceFrom, one.inForceTo)}); first sign one from ${one.inForceFrom} that ends, or load one with the same first day to replace it`,
    });
  }
  return found;
}

/** What differs from the pack it would replace: ids of rows. */
export interface PackChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Rows added, removed and changed between two packs; rules and duties alike. */
export function packChanges(before: StatutePack | undefined, after: StatutePack): PackChanges {
  const rowsOf = (pack: StatutePack | undefined) =>
    new Map([...(pack?.duties ?? []), ...(pack?.rules ?? [])].map(row => [row.id, row]));
  const [old, current] = [rowsOf(before), rowsOf(after)];
  return {
    added: [...current.keys()].filter(id => !old.has(id)),
    removed: [...old.keys()].filter(id => !current.has(id)),
    changed: [...current].filter(([id, row]) => old.has(id) && !sameRow(old.get(id)!, row)).map(([id]) => id),
  };
}

const sameRow = (a: object, b: object): boolean => canonical(a) === canonical(b);
