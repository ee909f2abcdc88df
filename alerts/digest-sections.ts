import type { Day } from '../law/model';
import { GROUPS, type Group, groupOf, type MailItem } from './entry';
import { oneLine } from './mail-text';

/** Limits under one heading. */
export interface Section {
  readonly vi: string;
  readonly en: string;
  readonly colour: string;
  readonly items: readonly MailItem[];
}

const HEADING_COLOUR = '#1c1917';

/** Words for a number of limits of each group, in the order of a mail. */
const COUNTED: Record<Group, string> = {
  overdue: 'quá hạn',
  today: 'hôm nay',
  week: 'trong tuần',
  later: 'sắp tới',
  window: 'đã hết',
  plan: 'kế hoạch',
};

export const colourOf = (item: MailItem, today: Day): string =>
  GROUPS.find(group => group.id === groupOf(item, today))!.colour;

/** `2 quá hạn, 1 hôm nay`: limits counted by how near they are. Empty without any. */
export function countsOf(items: readonly MailItem[], today: Day): string {
  const counted = GROUPS.map(({ id }) => ({ id, n: items.filter(item => groupOf(item, today) === id).length }));
  return counted
    .filter(({ n }) => n > 0)
    .map(({ id, n }) => `${n} ${COUNTED[id]}`)
    .join(', ');
}

/** The reader's own matters by urgency; then, for who heads others, theirs by officer, those with most that is late first. */
export function sectionsOf(items: readonly MailItem[], today: Day): Section[] {
  const own = items.filter(item => item.officerCode === undefined);
  const others = new Map<string, MailItem[]>();
  for (const item of items) {
    if (item.officerCode === undefined) continue;
    others.set(item.officerCode, [...(others.get(item.officerCode) ?? []), item]);
  }
  const late = (list: readonly MailItem[]) => list.filter(item => groupOf(item, today) === 'overdue').length;
  const officers = [...others].sort(
    ([a, mine], [b, theirs]) => late(theirs) - late(mine) || theirs.length - mine.length || order(a, b),
  );
  return [
    ...GROUPS.map(({ id, vi, en, colour }) => ({
      vi,
      en,
      colour,
      items: nearestFirst(own.filter(item => groupOf(item, today) === id)),
    })).filter(section => section.items.length > 0),
    ...officers.map(([code, list]) => ({
      vi: `Cán bộ ${oneLine(code)}: ${countsOf(list, today)}`,
      en: 'by officer',
      colour: HEADING_COLOUR,
      items: nearestFirst(list),
    })),
  ];
}

/** Sections with no more than `most` limits in all, and the limits that found no room. */
export function capped(sections: readonly Section[], most: number): { shown: Section[]; rest: MailItem[] } {
  let room = most;
  const rest: MailItem[] = [];
  const shown = sections.map(section => {
    const items = section.items.slice(0, room);
    room -= items.length;
    rest.push(...section.items.slice(items.length));
    return { ...section, items };
  });
  return { shown: shown.filter(section => section.items.length > 0), rest };
}

const nearestFirst = (items: readonly MailItem[]): MailItem[] =>
  [...items].sort(
    (a, b) =>
      a.due - b.due ||
      (a.dueMinute ?? 1440) - (b.dueMinute ?? 1440) ||
      order(a.matterNumber, b.matterNumber) ||
      order(a.deadlineId, b.deadlineId),
  );

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
