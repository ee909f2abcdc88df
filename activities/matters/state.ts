import { toIso } from '../../law';
import type { AllowedEvent } from '../../law/model';
import type { Allowed, MatterState } from '../contract';
import type { KeptMatter } from './load';
import type { Projection } from './project';

/** Whether the matter has ended in law and nothing of it is owed any more: its last decision may still have to be sent. */
export const nothingOwed = ({ closed, deadlines }: Projection['standing']): boolean =>
  closed &&
  !deadlines.some(({ status, lapse }) => status === 'open' || status === 'paused' || (status === 'overdue' && !lapse));

/** The matter as its workflow knows it: codes instead of names. */
export function matterState(
  matter: Pick<KeptMatter, 'id' | 'kind' | 'unitCode' | 'officerCode' | 'lastSeq'>,
  { standing, nextWake, nextDue }: Projection,
): MatterState {
  return {
    v: 1,
    matterId: matter.id,
    kind: matter.kind,
    unit: matter.unitCode,
    officer: matter.officerCode,
    stage: standing.stage,
    closed: nothingOwed(standing),
    lastSeq: matter.lastSeq,
    nextWake,
    nextDue,
    allowed: byEarliestDay(standing.allowed),
  };
}

function byEarliestDay(allowed: readonly AllowedEvent[]): Allowed {
  const types: Record<string, string[]> = {};
  for (const { type, notBefore } of allowed) {
    const day = toIso(notBefore);
    types[day] = [...(types[day] ?? []), type];
  }
  return types;
}
