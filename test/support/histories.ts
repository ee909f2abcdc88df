import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { version } from '../../package.json';
import { bundledWorkflows } from './temporal';

const { History } = temporal.api.history.v1;

export const HISTORIES = join(__dirname, '..', 'histories');

/** One line per kind of event, most frequent first, and the sum: `{ total: 76, WORKFLOW_TASK_STARTED: 11, … }`. */
export async function eventsByKind(handle: WorkflowHandle): Promise<Record<string, number>> {
  const { events } = await handle.fetchHistory();
  const counts = new Map<string, number>();
  for (const event of events ?? []) {
    const kind = temporal.api.enums.v1.EventType[event.eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? '?';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { total: events?.length ?? 0, ...Object.fromEntries([...counts].sort((a, b) => b[1] - a[1])) };
}

/**
 * Replays the workflow's history on the code as it is now, which finds whatever is not deterministic. With THOIHAN_RECORD_HISTORIES set,
 * the history is also put into the museum under this version and name, to be replayed by every later version.
 */
export async function replayed(handle: WorkflowHandle, name: string): Promise<void> {
  const history = await handle.fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: await bundledWorkflows() }, history, handle.workflowId);
  if (!process.env.THOIHAN_RECORD_HISTORIES) return;
  const folder = join(HISTORIES, version);
  mkdirSync(folder, { recursive: true });
  const plain = History.toObject(History.fromObject(history), { enums: String, longs: String, bytes: String });
  const text = JSON.stringify(plain, null, 1);
  // Workers sign with the name of their machine, which is nobody's business.
  writeFileSync(join(folder, `${name}.json`), `${text.replaceAll(hostname(), 'host')}\n`);
}

/** A history of the museum, by its path in there. */
export const savedHistory = (path: string) =>
  History.fromObject(JSON.parse(readFileSync(join(HISTORIES, path), 'utf8')));
