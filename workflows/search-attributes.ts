import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { MatterState } from '../activities/contract';
import { matterSearchAttributes, SEARCH } from '../activities/matter-start';

/** Writes the search attributes that differ from those in force. None differs: no event. */
export function publish(matter: MatterState): void {
  const wanted = matterSearchAttributes(matter);
  const current = workflowInfo().typedSearchAttributes;
  const changes: SearchAttributeUpdatePair[] = wanted.filter(
    pair => String(current.get(pair.key)) !== String(pair.value),
  );
  for (const key of [SEARCH.officer, SEARCH.nextDue] as const) {
    const gone = current.get<'KEYWORD' | 'DATETIME'>(key) !== undefined && !wanted.some(pair => pair.key === key);
    if (gone) changes.push({ key, value: null } as SearchAttributeUpdatePair);
  }
  if (changes.length > 0) upsertSearchAttributes(changes);
}
