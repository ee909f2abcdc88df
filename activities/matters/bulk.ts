import type { ClientBase } from 'pg';
import type { MatterRows } from './compose';
import {
  insertAlerts,
  insertDeadlines,
  insertDetails,
  insertEvents,
  insertMatters,
  insertMoney,
  insertParties,
  insertPauses,
  insertSpans,
} from './insert';

/**
 * Write new matters with all their rows, in the caller's transaction. A matter whose id is there already is left as it is, so a page
 * that was written before may be written again; so is one whose number is taken in its unit and year.
 * @returns ids of the matters written now
 */
export async function writeMatters(client: ClientBase, matters: readonly MatterRows[]): Promise<ReadonlySet<string>> {
  if (matters.length === 0) return new Set();
  const rows = matters.map(one => one.matter);
  const written = new Set(await insertMatters(client, rows));
  const fresh = matters.filter(one => written.has(one.matter.id));
  await insertDetails(
    client,
    fresh.map(one => one.detail),
  );
  await insertParties(client, all(fresh, 'parties'));
  await insertEvents(client, all(fresh, 'events'));
  await insertDeadlines(client, all(fresh, 'deadlines'));
  await insertPauses(client, all(fresh, 'pauses'));
  await insertSpans(client, all(fresh, 'spans'));
  await insertMoney(client, all(fresh, 'money'));
  await insertAlerts(client, all(fresh, 'alerts'));
  return written;
}

type Lists = 'parties' | 'events' | 'deadlines' | 'pauses' | 'spans' | 'money' | 'alerts';

const all = <K extends Lists>(matters: readonly MatterRows[], key: K): MatterRows[K][number][] =>
  matters.flatMap(one => one[key] as readonly MatterRows[K][number][]);
