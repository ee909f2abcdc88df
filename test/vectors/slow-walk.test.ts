import { lives } from '../../handbook/vectors';
import { builtInLaw, eventDefs, type LawId, toDay } from '../../law';
import { type SlowDeadline, slowDeadlines } from '../law/oracle';
import { logOf } from './support';

/** The calendars as the program keeps them, read as plain lists of days. */
const { calendar, statutes } = builtInLaw();
const iso = (day: number) => new Date(day * 86_400_000).toISOString();
const isWeekend = (day: number) => (day + 3) % 7 >= 5;

const written = (one: SlowDeadline) => ({
  ...{ dutyId: one.dutyId, law: one.law, startedOn: iso(one.startedOn).slice(0, 10) },
  due:
    one.dueMinute === undefined
      ? iso(one.due).slice(0, 10)
      : new Date(one.dueMinute * 60_000).toISOString().slice(0, 16),
  ...(one.dueLatest !== one.due && { dueLatest: iso(one.dueLatest).slice(0, 10) }),
  status: one.status,
  ...(one.closedOn !== undefined && { closedOn: iso(one.closedOn).slice(0, 10) }),
});

test.each(lives().map(life => [life.id, life] as const))('%s: the slow walk finds the same', (_id, life) => {
  const ofKind = (law: LawId) => statutes.duties[law].filter(({ kinds }) => kinds.includes(life.kind));
  const found = slowDeadlines({
    duties: { '2025': ofKind('2025'), '2008': ofKind('2008') },
    ...{ defs: eventDefs(life.kind), facts: life.facts, log: logOf(life), today: toDay(life.asOf) },
    works: (day, swaps) =>
      swaps
        ? calendar.isWorking(day)
        : calendar.offKind(day) === 'swap' || (!isWeekend(day) && calendar.isWorking(day)),
    unpublished: day => calendar.isProvisional(day),
  }).map(written);
  for (const expected of life.expect) {
    expect(found.filter(({ dutyId }) => dutyId === expected.dutyId)).toContainEqual(expected);
  }
});
