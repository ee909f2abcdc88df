import type { IntakeActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { policyReader } from '../matters';
import type { IntakeDesk } from './desk';
import { finishImport } from './finish-import';
import { readRegister } from './read-register';
import { startPage } from './start-page';
import { writePage } from './write-page';

export { loadUnits } from './load-office';
export { MAX_BYTES } from './open-file';

type Deps = Pick<ActivityDeps, 'pool' | 'prisma' | 'temporal' | 'calendar' | 'heartbeat'>;

/** What the import works with, from what the process brings. */
export function intakeDesk(deps: Deps): IntakeDesk {
  const policyAt = policyReader(deps.pool);
  return {
    pool: deps.pool,
    prisma: deps.prisma,
    temporal: deps.temporal,
    rules: async now => ({ calendar: deps.calendar, policy: await policyAt(now) }),
    alive: deps.heartbeat ?? (() => undefined),
  };
}

/** The activities of an import. */
export function createIntakeActivities(deps: Deps): IntakeActivities {
  const desk = intakeDesk(deps);
  return {
    readRegister: input => readRegister(desk, input),
    writePage: input => writePage(desk, input),
    startPage: input => startPage(desk, input),
    finishImport: input => finishImport(desk, input),
  };
}
