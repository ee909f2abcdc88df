import { builtInLaw, type Facts, type LoggedEvent, type MatterKind, standing, toDay, toIso, toMinute } from '../../law';

export type Written = readonly [when: string, type: string, attrs?: Facts];

/** A log written in order: `2026-07-06` or `2026-07-06T14:30`, kind of event, attributes. */
export const logOf = (lines: readonly Written[]): LoggedEvent[] =>
  lines.map(([when, type, attrs = {}], i) => {
    const [day = '', time] = when.split('T');
    return {
      id: `${type}-${i + 1}`,
      seq: i + 1,
      type,
      occurredOn: toDay(day),
      ...(time !== undefined && { atMinute: toMinute(time) }),
      attrs,
      recordedAt: 0,
    };
  });

/** A matter as of a day: its deadlines as `status due`, by duty (the latest clock of each), and what else it stands at. */
export function matterOn(kind: MatterKind, facts: Facts, lines: readonly Written[], today: string) {
  const events = logOf(lines);
  const now = standing({ law: builtInLaw(), kind, facts, events, today: toDay(today) });
  const said = (id: string): string => {
    const clocks = now.deadlines.filter(d => d.dutyId === id);
    const last = clocks[clocks.length - 1];
    return last ? `${last.status} ${toIso(last.due)}` : 'none';
  };
  return {
    ...now,
    said,
    all: (id: string) => now.deadlines.filter(d => d.dutyId === id).map(d => `${d.status} ${toIso(d.due)}`),
    owed: () =>
      now.deadlines
        .filter(d => d.status === 'open' || (d.status === 'overdue' && !d.lapse) || d.status === 'paused')
        .map(d => `${d.dutyId} ${d.status} ${toIso(d.due)}`)
        .sort(),
    classes: () => now.spans.map(s => `${s.class} ${toIso(s.from)}`),
  };
}
