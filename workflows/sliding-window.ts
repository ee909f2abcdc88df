import { condition } from '@temporalio/workflow';

/**
 * Runs `work` on every item, at most `width` at a time, starting the next as soon as one is done. Returns when all are done; throws
 * the first failure once those in flight have ended, so that nothing is left running unseen.
 */
export async function slidingWindow<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let inFlight = 0;
  const failures: unknown[] = [];
  for (const item of items) {
    await condition(() => inFlight < width || failures.length > 0);
    if (failures.length > 0) break;
    inFlight += 1;
    work(item)
      .catch(error => failures.push(error))
      .finally(() => {
        inFlight -= 1;
      });
  }
  await condition(() => inFlight === 0);
  if (failures.length > 0) throw failures[0];
}
