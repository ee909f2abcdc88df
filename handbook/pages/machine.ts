/** The life of one kind of matter as a machine: stages, the events that lead from one to the next, and the limits that run in each. */

import { type Duty, type EventDef, eventDefs, kindName, type MatterKind, stageName, type Trigger } from '../../law';
import { cite } from '../../law/engine/said';
import { ROLES } from '../said';
import { code, label, lines, link, page, table } from './markdown';

export const machineFile = (kind: MatterKind): string => `matters/${kind}.md`;

/** The stage a matter is in once an event has happened: its own, or that of what must come before it. */
export function stageAfter(kind: MatterKind, type: string, seen: readonly string[] = []): string {
  const def = eventDefs(kind).find(one => one.type === type);
  if (!def || seen.includes(type)) return 'new';
  return def.stage ?? stageBefore(kind, def, [...seen, type]);
}

function stageBefore(kind: MatterKind, def: EventDef, seen: readonly string[]): string {
  const [needed] = def.requires?.at(-1) ?? [];
  return needed === undefined ? 'new' : stageAfter(kind, needed, [...seen, def.type]);
}

/** The stage in which a limit begins to run. */
export function stageOfDuty(duty: Duty, all: readonly Duty[], seen: readonly string[] = []): string {
  const kind = duty.kinds[0]!;
  const ways = (trigger: Trigger): Trigger[] => [trigger, ...(trigger.or ?? []).flatMap(ways)];
  for (const { on, expiryOf } of ways(duty.trigger)) {
    if (on?.[0] !== undefined) return stageAfter(kind, on[0]);
    const before = all.find(one => one.id === expiryOf && one.law === duty.law);
    if (before && !seen.includes(before.id)) return stageOfDuty(before, all, [...seen, duty.id]);
  }
  return 'new';
}

/** Stages of a kind in the order in which its events usually enter them. */
export const stagesOf = (kind: MatterKind): string[] => [
  ...new Set(['new', ...eventDefs(kind).flatMap(({ stage }) => stage ?? [])]),
];

const both = (kind: MatterKind, stage: string): string => {
  const { vi, en } = stageName(kind, stage);
  return vi === en ? vi : `${vi} / ${en}`;
};

/** The whole machine: one edge for each pair of stages, named by the first events that take it. */
function diagram(kind: MatterKind): string {
  const edges = new Map<string, string[]>();
  const closing = new Set<string>();
  for (const def of eventDefs(kind)) {
    if (def.stage === undefined) continue;
    const from = stageBefore(kind, def, [def.type]);
    if (def.closes) closing.add(def.stage);
    if (from === def.stage) continue;
    const edge = `${from} --> ${def.stage}`;
    edges.set(edge, [...(edges.get(edge) ?? []), def.nameVi]);
  }
  const named = (names: readonly string[]) =>
    names.length > 2 ? `${label(names[0]!)}, và ${names.length - 1} sự kiện khác` : names.map(label).join(', ');
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...stagesOf(kind).map(stage => `  ${stage} : ${label(stageName(kind, stage).vi)}`),
    '  [*] --> new',
    ...[...edges].map(([edge, names]) => `  ${edge} : ${named(names)}`),
    ...[...closing].map(stage => `  ${stage} --> [*]`),
    '```',
  ].join('\n');
}

/** The page of one kind of matter. */
export function machinePage(kind: MatterKind, duties: readonly Duty[], limitFile: (id: string) => string): string {
  const name = kindName(kind);
  const mine = duties.filter(duty => duty.kinds.includes(kind));
  const started = (def: EventDef) =>
    mine.filter(duty => ways(duty.trigger).some(({ on }) => on?.includes(def.type))).map(({ id }) => id);
  const ways = (trigger: Trigger): Trigger[] => [trigger, ...(trigger.or ?? []).flatMap(ways)];
  const linked = (ids: readonly string[]) => [...new Set(ids)].map(id => link(id, `../${limitFile(id)}`));
  const events = eventDefs(kind).map(def => [
    code(def.type),
    lines([def.nameVi, `*${def.nameEn}*`]),
    def.stage === undefined ? '' : lines([both(kind, def.stage)]),
    lines(def.roles.map(role => ROLES[role].vi)),
    lines([
      ...(def.requires ?? []).map(group => `cần / needs ${group.join(' | ')}`),
      ...(def.pauses ? [`tạm ngừng / pauses ${def.pauses.kind}`] : []),
      ...(def.resumes ? [`tiếp tục / resumes ${def.resumes.join(', ')}`] : []),
      ...(def.closes ? ['kết thúc hồ sơ / ends the matter'] : []),
      ...(def.source ? [cite(def.source)] : []),
    ]),
    lines(linked(started(def))),
  ]);
  const byStage = stagesOf(kind).map(stage => {
    const ids = mine.filter(duty => stageOfDuty(duty, duties) === stage).map(({ id }) => id);
    return [both(kind, stage), lines(linked(ids))];
  });
  return page(
    `# ${name.vi} / ${name.en}`,
    link('← Sổ tay luật / Handbook of the law', '../README.md'),
    '## Vòng đời / Life',
    diagram(kind),
    '## Thời hạn theo giai đoạn / Limits by stage',
    table(['Giai đoạn / Stage', 'Thời hạn bắt đầu ở đó / Limits that begin there'], byStage),
    '## Sự kiện / Events',
    table(
      [
        '',
        'Tên / Name',
        'Vào giai đoạn / Enters',
        'Người ghi / Recorded by',
        'Điều kiện, tác dụng / Needs, does',
        'Bắt đầu / Starts',
      ],
      events,
    ),
  );
}
