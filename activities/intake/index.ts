import type { IntakeActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { finishImport } from './finish-import';
import { intakeDesk } from './intake-desk';
import { readRegister } from './read-register';
import { startPage } from './start-page';
import { writePage } from './write-page';

export { loadDemonstration } from './demonstration';
export { loadUnits } from './load-office';
export { MAX_BYTES } from './open-file';

/** The activities of an import. */
export function createIntakeActivities(
  deps: Pick<ActivityDeps, 'pool' | 'prisma' | 'temporal' | 'heartbeat'>,
): IntakeActivities {
  const desk = intakeDesk(deps);
  return {
    readRegister: input => readRegister(desk, input),
    writePage: input => writePage(desk, input),
    startPage: input => startPage(desk, input),
    finishImport: input => finishImport(desk, input),
  };
}
