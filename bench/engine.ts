import { builtInLaw, standing } from '../law';
import type { LoggedEvent } from '../law/model';
import { BEGAN, longLog, typicalLog } from './cases';
import { type Line, print } from './table';

const FACTS = { origin: 'on_request' } as const;

/** How often the whole standing of a matter is computed per second, over at least `ms` of work, after a warm-up. */
function perSecond(events: readonly LoggedEvent[], today: number, ms: number): number {
  const law = builtInLaw();
  const once = () => standing({ kind: 'enforcement_case', facts: FACTS, law, events, today });
  for (let n = 0; n < 200 && n < 20_000 / events.length; n += 1) once();
  let count = 0;
  const began = process.hrtime.bigint();
  let spent = 0;
  do {
    once();
    count += 1;
    spent = Number(process.hrtime.bigint() - began) / 1e6;
  } while (spent < ms);
  return (count * 1000) / spent;
}

/** Recomputations of a typical matter, and whether the cost grows in a straight line with its events. */
export function benchEngine(): void {
  const typical = typicalLog(BEGAN);
  const today = BEGAN + 160;
  const result = standing({
    kind: 'enforcement_case',
    facts: FACTS,
    events: typical,
    law: builtInLaw(),
    today,
  });
  const lines: Line[] = [
    {
      what: `standing of a typical case (${typical.length} events, ${result.deadlines.length} deadlines with slips)`,
      value: `${Math.round(perSecond(typical, today, 2_000))}/s`,
    },
  ];
  const perEvent = (length: number) => 1e6 / (perSecond(longLog(BEGAN, length), BEGAN + length + 200, 1_000) * length);
  const small = perEvent(100);
  lines.push({ what: 'cost per event, log of 100 events', value: `${small.toFixed(1)} µs` });
  for (const length of [1_000, 10_000]) {
    const cost = perEvent(length);
    lines.push({
      what: `cost per event, log of ${length} events`,
      value: `${cost.toFixed(1)} µs`,
      ratio: { to: 'log of 100 events', is: cost / small },
    });
  }
  print('Engine (one core)', lines);
}
