import { builtInLaw, standing, toDay } from '../../law';
import type { MatterRow } from '../../registers/matter';
import { readRegister } from '../../registers/read';
import { demoProvince } from '../../samples/generator/demo';
import { asSheet } from '../../samples/generator/workbook';
import { contextOf } from './support';

describe.each(['2026-11-23', '2026-12-31'])('the demonstration province on %s', iso => {
  const today = toDay(iso);
  const { office, sheets } = demoProvince(today);
  const reading = readRegister(sheets.map(asSheet), contextOf(office, iso));
  const standingOf = (matter: MatterRow) =>
    standing({
      kind: matter.key.kind,
      facts: matter.facts,
      events: matter.events.map((event, at) => ({
        id: String(at),
        seq: at + 1,
        type: event.type,
        occurredOn: toDay(event.occurredOn),
        attrs: event.attrs,
        recordedAt: 0,
      })),
      law: builtInLaw(),
      today,
    });
  const standings = reading.matters.map(standingOf);

  test('reads without a flaw', () => {
    expect(reading.issues.slice(0, 5)).toEqual([]);
    expect(reading.events).toEqual([]);
    expect(office.officers.length).toBeGreaterThan(55);
  });

  test('about 2.000 open matters, some hundreds ended', () => {
    const open = standings.filter(one => !one.closed).length;
    expect(open).toBeGreaterThan(1_900);
    expect(open).toBeLessThan(2_200);
    expect(standings.length - open).toBeGreaterThan(250);
    expect(reading.matters.filter(matter => matter.key.kind === 'complaint')).toHaveLength(80);
    expect(new Set(standings.map(one => one.stage)).size).toBeGreaterThan(8);
  });

  test('a few in a hundred are late, and limits fall before, on and after today', () => {
    const owed = standings
      .filter(one => !one.closed)
      .map(one => one.deadlines.filter(each => !each.lapse && each.role !== 'external'));
    const late = owed.filter(each => each.some(one => one.status === 'overdue')).length;
    const share = late / owed.length;
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.07);
    const open = owed.flat().filter(one => one.status === 'open');
    expect(open.filter(one => one.due === today).length).toBeGreaterThan(3);
    expect(open.filter(one => one.due > today && one.due <= today + 7).length).toBeGreaterThan(100);
    expect(open.filter(one => one.due > today + 7).length).toBeGreaterThan(500);
  });

  test('a campaign is running', () => {
    expect(reading.campaign).toMatchObject({
      unitCode: 'LCA',
      targets: expect.arrayContaining([{ indicator: 'money_backlog_change', value: -750, unitCode: null }]),
    });
    expect(reading.campaign!.items).toHaveLength(37);
    expect(reading.campaign!.startsOn < iso && iso < reading.campaign!.endsOn).toBe(true);
  });
});
