import fc from 'fast-check';
import { projectionRows, writeMatters } from '../../activities/matters';
import { type AllowedEvent, findEvent, toDay, toIso } from '../../law';
import type { AttrDef, Facts } from '../../law/model';
import { aCase, at, type Bench, decidedOn, openBench, rules } from './workbench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
afterAll(() => bench.close());

const START = '2026-07-06';

/** What somebody might do next: an event of the law's list, a correction, or nothing but time passing. */
const step = fc.record({
  days: fc.integer({ min: 0, max: 12 }),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant('record' as const) },
    { weight: 2, arbitrary: fc.constant('correct' as const) },
    { weight: 1, arbitrary: fc.constant('retract' as const) },
    { weight: 3, arbitrary: fc.constant('wake' as const) },
  ),
  pick: fc.nat(),
  back: fc.integer({ min: 0, max: 6 }),
});

const attrValue = ({ type, values }: AttrDef, day: number, pick: number) => {
  switch (type) {
    case 'date':
      return toIso(day);
    case 'money':
      return String(pick % 1_000_000);
    case 'number':
      return pick % 30;
    case 'boolean':
      return pick % 2 === 0;
    default:
      return values?.[pick % values.length] ?? 'x';
  }
};

function attrsOf(type: string, day: number, pick: number): Facts {
  const attrs = findEvent('enforcement_case', type)?.attrs ?? [];
  return Object.fromEntries(attrs.map(attr => [attr.name, attrValue(attr, day, pick)]));
}

async function allowedOf(matterId: string): Promise<readonly AllowedEvent[]> {
  const { allowed } = await bench.activities.loadState({ matterId });
  // Ending the case at once would leave nothing to try; a complaint needs its class.
  return Object.entries(allowed)
    .flatMap(([day, types]) => types.map(type => ({ type, notBefore: toDay(day) })))
    .filter(({ type }) => !findEvent('enforcement_case', type)?.closes);
}

test('after any sequence of commands and wake-ups the projection equals one rebuilt from the events', async () => {
  let refused = 0;
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async steps => {
      const matterId = await bench.write(aCase(decidedOn(START)), at(START));
      let day = toDay(START);
      for (const { days, what, pick, back } of steps) {
        day += days;
        const now = at(toIso(day), '10:00');
        if (what === 'wake') {
          await bench.activities.wakeUp({ matterId, now });
          continue;
        }
        if (what === 'record') {
          const allowed = await allowedOf(matterId);
          const { type } = allowed[pick % allowed.length]!;
          const occurredOn = toIso(Math.max(day - back, toDay(START)));
          const { answer } = await bench.record(matterId, type, occurredOn, attrsOf(type, day, pick), now);
          answer.refusal === null ? taken++ : refused++;
          continue;
        }
        const events = await bench.rows<{ id: string }>('SELECT id FROM event WHERE matter_id = $1 ORDER BY seq', [
          matterId,
        ]);
        const change = what === 'retract' ? { retract: true } : { occurredOn: toIso(day - back) };
        const { answer } = await bench.correct(matterId, events[pick % events.length]!.id, change, now);
        answer.refusal === null ? taken++ : refused++;
      }
      const end = at(toIso(day + 30), '06:00');
      await bench.activities.wakeUp({ matterId, now: end });
      expect(await bench.rebuildDiffers(matterId, end)).toEqual([]);
      expect(await bench.brokenAt(matterId)).toBeNull();
    }),
    { numRuns: 25 },
  );
  // The sequences must reach both outcomes, else this test would prove little.
  expect(taken).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(5);
}, 120_000);

test('the importer writes what the engine says, for many matters in one go, and leaves those that are there', async () => {
  const now = at('2026-10-01');
  const matters = Array.from({ length: 40 }, () => aCase(decidedOn(START)));
  const pages = matters.map(matter => projectionRows(matter, rules, now));
  const client = await bench.pool.connect();
  try {
    expect(await writeMatters(client, pages)).toEqual(new Set(matters.map(one => one.id)));
    const before = await bench.counts();
    expect(await writeMatters(client, pages)).toEqual(new Set());
    const more = aCase(decidedOn(START), { number: matters[0]!.number });
    expect(await writeMatters(client, [projectionRows(more, rules, now)])).toEqual(new Set());
    expect(await bench.counts()).toEqual(before);
  } finally {
    client.release();
  }
  for (const { id } of matters.slice(0, 5)) {
    expect(await bench.rebuildDiffers(id, now)).toEqual([]);
    expect(await bench.brokenAt(id)).toBeNull();
  }
  const [first] = pages;
  expect(await bench.activities.loadState({ matterId: first!.state.matterId })).toEqual(first!.state);
});

test('a projection that was tampered with is noticed', async () => {
  const now = at('2026-07-07');
  const matterId = await bench.write(aCase(decidedOn(START)), at(START));
  await bench.activities.wakeUp({ matterId, now });
  expect(await bench.rebuildDiffers(matterId, now)).toEqual([]);
  const [row] = await bench.rows<{ key: string }>(
    `UPDATE deadline SET role = 'administrator' WHERE id = (SELECT id FROM deadline WHERE matter_id = $1 AND status = 'open' LIMIT 1) RETURNING key`,
    [matterId],
  );
  await bench.rows(`UPDATE matter SET stage = 'ended' WHERE id = $1`, [matterId]);
  await bench.rows('DELETE FROM classification_span WHERE matter_id = $1', [matterId]);
  expect(await bench.rebuildDiffers(matterId, now)).toEqual([row!.key, 'spans', 'stage']);
});
