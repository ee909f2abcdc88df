import { toIso } from '../../law';
import { untilDone, type World } from './world';

/** Minutes after midnight (+07:00). */
const DIGEST = 7 * 60 + 30;
const STATEMENT = 7 * 60 + 45;
/** When the dispatcher looks again: after the quarter of an hour for which a mail of unknown fate rests, and over the day. */
const LATER = [7 * 60 + 50, 8 * 60 + 30, 10 * 60, 14 * 60, 16 * 60 + 30];

/** The relay does as it pleases with some of the next mails. */
function troubleRelay({ chance, relay }: World): void {
  if (!chance.oneIn(3)) return;
  relay.plan(chance.pick(['greylist', 'drop-after-data', 'drop-before-data', 'accept'] as const));
}

async function dispatch(world: World): Promise<void> {
  troubleRelay(world);
  const now = await world.server.env.currentTimeMs();
  await untilDone(() => world.activities.dispatchMail({ now }));
}

// A unit without anybody to tell is the administrator's; everything else must be accounted for.
const GAPS = `
SELECT g.kind, g.why, g.threshold, g.level, d.duty_id AS duty, d.due::text, d.due_latest::text AS latest, d.status::text, g.fell_at AS fell,
  g.matter_id AS matter
FROM alert_statement_gap g JOIN deadline d ON d.id = g.deadline_id JOIN alert_statement s ON s.n = g.statement
WHERE s.day = $1::date AND g.kind <> 'nobody' ORDER BY g.place LIMIT 5`;
const DUE = `
SELECT coalesce(sum(p.due), 0)::int AS due FROM alert_statement s JOIN alert_statement_part p ON p.statement = s.n WHERE s.day = $1::date`;

/**
 * Digests, mails, the statement, and mails again over the day.
 * @returns how many thresholds the statement counted
 */
export async function morning(world: World, day: number, seed: number): Promise<number> {
  const iso = toIso(day);
  await world.until(day, DIGEST);
  const composedAt = await world.server.env.currentTimeMs();
  await untilDone(() => world.activities.composeDigests({ day: iso, now: composedAt }));
  await dispatch(world);
  const now = await world.until(day, STATEMENT);
  await untilDone(() => world.activities.writeStatement({ day: iso, revision: 1, now, asked: 0, revived: 0 }));
  expect({ seed, day: iso, gaps: await world.sql(GAPS, [iso]) }).toEqual({ seed, day: iso, gaps: [] });
  for (const minute of LATER) {
    await world.until(day, minute);
    await dispatch(world);
  }
  return (await world.sql<{ due: number }>(DUE, [iso]))[0]!.due;
}
