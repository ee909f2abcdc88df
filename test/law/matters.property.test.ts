import * as fc from 'fast-check';
import { builtInLaw, eventDefs, standing, toDay, toIso } from '../../law';
import type { EventDef, Facts, LoggedEvent, MatterKind, Standing } from '../../law/model';
import { event } from './made-up';

/** Lives of matters that nobody would lead: any events in any order, on either side of 1 July 2026. */

const FROM = toDay('2025-10-01');
const law = builtInLaw();
const KINDS: readonly MatterKind[] = ['enforcement_case', 'complaint', 'denunciation', 'procuracy_protest'];
const RUNS = { numRuns: 250 };

function attrsOf(def: EventDef, day: number, seed: number): Facts {
  const attrs: Record<string, string | number | boolean> = {};
  for (const attr of def.attrs ?? []) {
    if (attr.type === 'date') attrs[attr.name] = toIso(day + (seed % 60) - 10);
    else if (attr.type === 'code') attrs[attr.name] = attr.values![seed % attr.values!.length]!;
    else if (attr.type === 'boolean') attrs[attr.name] = seed % 2 === 0;
    else if (attr.type === 'money') attrs[attr.name] = String(seed % 1e9);
    else if (attr.type === 'number') attrs[attr.name] = (seed % 30) + 1;
  }
  return attrs;
}

interface Life {
  readonly kind: MatterKind;
  readonly facts: Facts;
  readonly events: readonly LoggedEvent[];
}

/** Events on distinct days, so that their order does not hang on how they were written down. */
const life: fc.Arbitrary<Life> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    origin: fc.constantFrom('on_request', 'ex_officio', 'interim', 'bankruptcy'),
    level: fc.constantFrom(1, 2),
    class: fc.constantFrom('a', 'b', 'c'),
    steps: fc.array(
      fc.record({ which: fc.nat(10_000), gap: fc.integer({ min: 1, max: 40 }), seed: fc.nat(1_000_000) }),
      { minLength: 1, maxLength: 16 },
    ),
  })
  .map(({ kind, origin, level, class: group, steps }) => {
    // Endings are rare in life; here they would end most lives at once.
    const defs = eventDefs(kind).filter((def, i) => !def.closes || i % 2 === 0);
    let day = FROM;
    const events = steps.map(({ which, gap, seed }) => {
      day += gap;
      const def = defs[which % defs.length]!;
      return event(def.type, toIso(day), attrsOf(def, day, seed), seed % 5 === 0 ? { atMinute: seed % 1440 } : {});
    });
    return { kind, facts: { origin, level, class: group }, events };
  });

const stand = ({ kind, facts, events }: Life, today: number): Standing => standing({ law, kind, facts, events, today });
const lastDay = (events: readonly LoggedEvent[]): number => Math.max(...events.map(({ occurredOn }) => occurredOn));
const closed = ({ deadlines }: Standing) =>
  new Map(deadlines.filter(({ closedOn }) => closedOn !== undefined).map(deadline => [deadline.key, deadline]));

describe('whatever happens to a matter', () => {
  test('the order in which events were written down does not matter', () => {
    fc.assert(
      fc.property(life, fc.infiniteStream(fc.nat()), fc.nat(400), (one, random, later) => {
        const seqs = one.events.map(({ seq }) => seq);
        const shuffled = [...seqs].map(seq => ({ seq, by: random.next().value as number })).sort((a, b) => a.by - b.by);
        const events = one.events.map((e, i) => ({ ...e, seq: shuffled[i]!.seq })).reverse();
        const today = lastDay(one.events) + later;
        const strip = (s: Standing) => ({ ...s, events: s.events.map(({ id }) => id) });
        expect(strip(stand({ ...one, events }, today))).toEqual(strip(stand(one, today)));
      }),
      RUNS,
    );
  });

  test('a closed deadline stays as it is, whatever comes later', () => {
    fc.assert(
      fc.property(life, fc.nat(16), fc.nat(400), (one, cut, later) => {
        const earlier = one.events.slice(0, Math.max(1, cut));
        const then = stand({ ...one, events: earlier }, lastDay(earlier));
        const now = new Map(
          stand(one, lastDay(one.events) + later).deadlines.map(deadline => [deadline.key, deadline]),
        );
        for (const [key, deadline] of closed(then)) expect(now.get(key)).toEqual(deadline);
      }),
      RUNS,
    );
  });

  test('a matter seen as of a day is the matter of that day: later events make no difference', () => {
    fc.assert(
      fc.property(life, fc.nat(16), (one, cut) => {
        const earlier = one.events.slice(0, Math.max(1, cut));
        const today = lastDay(earlier);
        expect(stand(one, today)).toEqual(stand({ ...one, events: earlier }, today));
      }),
      RUNS,
    );
  });

  test('a correction is the same as having written it right at first; a retraction as never having written it', () => {
    fc.assert(
      fc.property(life, fc.nat(16), fc.boolean(), (one, which, retracted) => {
        const wrong = one.events[which % one.events.length]!;
        const right = { ...wrong, occurredOn: wrong.occurredOn + 500 };
        const fix: LoggedEvent = {
          ...right,
          id: 'fix',
          seq: 1e9,
          correctsId: wrong.id,
          ...(retracted && { retracted }),
        };
        const written = one.events.flatMap(e => (e !== wrong ? [e] : retracted ? [] : [right]));
        const today = lastDay(one.events) + 600;
        expect(stand({ ...one, events: [...one.events, fix] }, today)).toEqual(
          stand({ ...one, events: written }, today),
        );
      }),
      RUNS,
    );
  });

  test('every deadline is whole: key of its own, ends in order, slip from trigger to due, plain JSON', () => {
    fc.assert(
      fc.property(life, fc.nat(400), (one, later) => {
        const { deadlines, spans, pauses } = stand(one, lastDay(one.events) + later);
        expect(new Set(deadlines.map(({ key }) => key)).size).toBe(deadlines.length);
        for (const deadline of deadlines) {
          expect(deadline.due).toBeLessThanOrEqual(deadline.dueLatest);
          expect(deadline.slip[0]!.step).toBe('trigger');
          expect(deadline.slip.some(({ step }) => step === 'due')).toBe(true);
          expect(
            deadline.slip.every(({ vi, en }) => vi !== '' && en !== '' && !`${vi}${en}`.includes('undefined')),
          ).toBe(true);
          expect(['met', 'late'].includes(deadline.status) ? deadline.closedOn : 0).toBeDefined();
          expect(JSON.parse(JSON.stringify(deadline))).toEqual(deadline);
        }
        for (const { from, to } of spans) if (to !== undefined) expect(to).toBeGreaterThan(from);
        for (const { from, to, later } of pauses) if (to !== undefined) expect(later?.to ?? to).toBeGreaterThan(from);
      }),
      RUNS,
    );
  });
});
