/** The page of one limit: its versions side by side, Vietnamese first, an example with its derivation, and where it stands in the life of the matter. */

import { builtInLaw, type Duty, dueOf, kindName, type LawId, type LawInForce, type Trigger } from '../../law';
import { cite } from '../../law/engine/said';
import { slipSteps } from '../../law/slip/text';
import { BASES, CONFIDENCE, events, lengths, pauses, ROLES, starts, type Words } from '../said';
import type { Vector } from '../vectors';
import { machineFile } from './machine';
import { cell, code, label, lines, link, page, shown, table } from './markdown';

export const limitFile = (id: string): string => `limits/${id}.md`;

export interface LimitSources {
  /** The versions of the limit, the law in force first. */
  readonly versions: readonly Duty[];
  readonly all: readonly Duty[];
  readonly vectors: readonly (Vector & { readonly law: LawId })[];
  /** Where a row is written: `law/statutes/2025/article-37-verification.ts`. */
  readonly fileOf: (row: { readonly id: string; readonly law: LawId }) => string;
}

type Language = 'vi' | 'en';

const HEADS: Readonly<Record<string, Words>> = {
  source: { vi: 'Căn cứ', en: 'Source' },
  quote: { vi: 'Trích', en: 'Quote' },
  confidence: { vi: 'Độ tin cậy', en: 'Confidence' },
  length: { vi: 'Thời hạn', en: 'Length' },
  starts: { vi: 'Bắt đầu', en: 'Starts' },
  discharges: { vi: 'Hoàn thành', en: 'Discharged by' },
  voids: { vi: 'Không còn khi', en: 'No longer owed after' },
  pauses: { vi: 'Tạm ngừng', en: 'Paused' },
  role: { vi: 'Trách nhiệm', en: 'Answers for it' },
  expiry: { vi: 'Khi hết hạn', en: 'When it runs out' },
  basis: { vi: 'Loại', en: 'Kind' },
  continues: { vi: 'Tiếp nối', en: 'Continues' },
  derived: { vi: 'Suy ra', en: 'Derived' },
  file: { vi: 'Tệp', en: 'File' },
};

function facts(duty: Duty, fileOf: LimitSources['fileOf'], language: Language): Record<string, string> {
  const said = (list: readonly Words[]) => lines(list.map(words => words[language]));
  const file = fileOf(duty);
  return {
    source: lines([cite(duty.source), ...(duty.source.also ?? [])]),
    quote: duty.source.quote
      ? cell(`“${duty.source.quote}”${duty.source.quotedFrom ? ` (${duty.source.quotedFrom})` : ''}`)
      : '',
    confidence: `${duty.confidence}: ${CONFIDENCE[duty.confidence][language]}`,
    length: said(lengths(duty)),
    starts: said(starts(duty)),
    discharges: said(events(duty, duty.dischargedBy)),
    voids: duty.voidedBy ? said(events(duty, duty.voidedBy)) : '',
    pauses: said(pauses(duty)),
    role: ROLES[duty.role][language],
    expiry: cell(duty.atExpiry[language]),
    basis: `${BASES[duty.basis][language]}${duty.active ? '' : language === 'vi' ? ', chưa áp dụng' : ', not in use'}`,
    continues: duty.succeeds ? lines(duty.succeeds.map(id => link(id, `${id}.md`))) : '',
    derived: duty.derived ? cell(duty.derived) : '',
    file: link(code(file.split('/').at(-1)!), `../../../${file}`),
  };
}

const LAW_NAMES: Readonly<Record<LawId, string>> = { '2025': 'Luật 106/2025/QH15', '2008': 'Luật 26/2008/QH12' };

function sideBySide({ versions, fileOf }: LimitSources, language: Language): string {
  const columns = versions.map(duty => facts(duty, fileOf, language));
  const rows = Object.entries(HEADS)
    .filter(([name]) => columns.some(column => column[name] !== ''))
    .map(([name, words]) => [`**${words[language]}**`, ...columns.map(column => column[name] || '—')]);
  return table(['', ...versions.map(({ law }) => LAW_NAMES[law])], rows);
}

/** One vector with the derivation the engine writes for it. */
function example(law: LawInForce, vector: Vector & { law: LawId }): string {
  const { dutyId, on, at, facts: about } = vector;
  const due = dueOf(law, {
    dutyId,
    on,
    law: vector.law,
    ...(at !== undefined && { at }),
    ...(about && { facts: about }),
  });
  const latest = vector.dueLatest === undefined ? '' : `, muộn nhất / at the latest **${shown(vector.dueLatest)}**`;
  return page(
    `### Từ ${shown(at === undefined ? on : `${on}T${at}`)} (Luật ${vector.law})${about ? `, ${known(vector)}` : ''}`,
    `Hạn / due **${shown(vector.due)}**${latest}.`,
    `${vector.reason.vi}<br>*${vector.reason.en}*`,
    slipSteps({ steps: due.slip })
      .map(({ vi, en, basis }, i) => `${i + 1}. ${vi}${basis ? ` [${basis}]` : ''}<br>*${en}*`)
      .join('\n'),
  ).trimEnd();
}

const known = ({ facts: about }: Vector): string =>
  Object.entries(about ?? {})
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

const exampleRow = (vector: Vector & { law: LawId }): string[] => [
  vector.law,
  shown(vector.at === undefined ? vector.on : `${vector.on}T${vector.at}`),
  known(vector),
  `**${shown(vector.due)}**${vector.dueLatest === undefined ? '' : ` … ${shown(vector.dueLatest)}`}`,
  lines([vector.reason.vi, `*${vector.reason.en}*`]),
];

/** What stands around the limit: what starts it, what ends it, what follows when it runs out. */
function surroundings(duty: Duty, all: readonly Duty[]): string {
  const ways = (trigger: Trigger): Trigger[] => [trigger, ...(trigger.or ?? []).flatMap(ways)];
  const nodes = new Map<string, string>();
  const node = (id: string, said: string, shape: readonly [string, string]): string => {
    const name = `n${id.replace(/[^a-z0-9]/gi, '')}`;
    nodes.set(name, `  ${name}${shape[0]}"${label(said)}"${shape[1]}`);
    return name;
  };
  const event = (type: string) => node(`e${type}`, events(duty, [type])[0]!.vi, ['([', '])']);
  const limit = (id: string) =>
    node(`l${id}`, all.find(one => one.id === id && one.law === duty.law)?.nameVi ?? id, ['[', ']']);
  const self = limit(duty.id);
  const edges: string[] = [];
  for (const way of ways(duty.trigger)) {
    for (const type of way.on ?? []) edges.push(`${event(type)} --> ${self}`);
    if (way.expiryOf) edges.push(`${limit(way.expiryOf)} -- hết hạn --> ${self}`);
  }
  for (const type of duty.dischargedBy) edges.push(`${self} -- hoàn thành --> ${event(type)}`);
  for (const type of duty.voidedBy ?? []) edges.push(`${self} -. không còn .-> ${event(type)}`);
  for (const next of all) {
    if (next.law === duty.law && next.active && ways(next.trigger).some(way => way.expiryOf === duty.id)) {
      edges.push(`${self} -- hết hạn --> ${limit(next.id)}`);
    }
  }
  const drawn = [...new Set(edges)].map(edge => `  ${edge}`);
  return ['```mermaid', 'flowchart LR', ...nodes.values(), ...drawn, `  style ${self} stroke-width:3px`, '```'].join(
    '\n',
  );
}

/** The page of one limit, with all its versions. */
export function limitPage(sources: LimitSources): string {
  const [first] = sources.versions as readonly [Duty, ...Duty[]];
  const kinds = [...new Set(sources.versions.flatMap(({ kinds: list }) => list))];
  const law = builtInLaw();
  // The first example of each law with its derivation, the others by their dates.
  const told = (['2025', '2008'] as const).flatMap(id => sources.vectors.find(vector => vector.law === id) ?? []);
  const examples = told.map(vector => example(law, vector));
  const others = sources.vectors.filter(vector => !told.includes(vector)).map(exampleRow);
  return page(
    `# ${first.nameVi}`,
    `*${first.nameEn}* · ${code(first.id)}`,
    [
      link('← Sổ tay luật / Handbook', '../README.md'),
      ...kinds.map(kind => link(`${kindName(kind).vi} / ${kindName(kind).en}`, `../${machineFile(kind)}`)),
    ].join(' · '),
    sideBySide(sources, 'vi'),
    '## Trong vòng đời của hồ sơ / In the life of the matter',
    surroundings(first, sources.all),
    examples.length > 0 ? '## Ví dụ / Examples' : '',
    ...examples,
    others.length > 0 ? table(['Luật', 'Từ / from', 'Khi / when', 'Hạn / due', 'Vì sao / why'], others) : '',
    '## In English',
    sideBySide(sources, 'en'),
  );
}
