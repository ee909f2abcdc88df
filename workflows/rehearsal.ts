import { proxyActivities } from '@temporalio/workflow';
import type { RehearsalActivities } from '../activities/contract';

const { computeRehearsal } = proxyActivities<RehearsalActivities>({
  // A country's open matters at a thousand a second; each page is a heartbeat and a place to go on from.
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '1 minute',
  // A draft that was withdrawn or signed meanwhile stays so.
  retry: { maximumInterval: '1 minute', nonRetryableErrorTypes: ['LawRefused'] },
  // Last in line: people and wake-ups go first.
  priority: { priorityKey: 5 },
});

/** Tries a draft of law or calendar on every open matter; what would move is then read from the database. */
export async function rehearsal({ rehearsalId }: { rehearsalId: string }): Promise<{ matters: number }> {
  return computeRehearsal({ rehearsalId, now: Date.now() });
}
