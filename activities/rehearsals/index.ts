import type { RehearsalActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { computeRehearsal } from './compute';

export { type Applied, applyRehearsal } from './apply';
export { abandonRehearsal, type Begin, beginRehearsal } from './begin';
export {
  type ChangeCounts,
  type ListedChange,
  type RehearsalReport,
  rehearsalChanges,
  rehearsalReport,
} from './report';
export { type Rehearsal, rehearsalOf, rehearsals } from './store';
export { type Subject, subjectName } from './subject';
export { decideChanges, type Verdict, type Which } from './verdicts';

/** The activity that tries a draft. */
export const createRehearsalActivities = (deps: Pick<ActivityDeps, 'pool' | 'heartbeat'>): RehearsalActivities => ({
  computeRehearsal: input => computeRehearsal(deps, input),
});
