import { createHash } from 'node:crypto';
import { toIso } from '../../law';
import type { AllowedEvent, Day } from '../../law/model';
import type { Allowed, MatterState, WakeUpInput, WakeUpResult } from '../contract';
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
  const allowed = byEarliestDay(standing.allowed);
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
    allowed,
    allowedHash: createHash('sha256').update(JSON.stringify(allowed)).digest('base64url').slice(0, 16),
  };
}

/** The result of a wake-up without what the workflow has already. */
export function brief(result: WakeUpResult, { allowedHash }: WakeUpInput): WakeUpResult {
  if (allowedHash === undefined || allowedHash !== result.state.allowedHash) return result;
  const { allowed, ...state } = result.state;
  return { ...result, state };
}

function byEarliestDay(allowed: readonly AllowedEvent[]): Allowed {
  const types = new Map<Day, string[]>();
  for (const { type, notBefore } of allowed) {
    const known = types.get(notBefore);
    if (known) known.push(type);
    else types.set(notBefore, [type]);
  }
  return Object.fromEntries([...types].map(([day, list]) => [toIso(day), list]));
}
