import type { ActivityDeps } from '../deps';
import { rulesReader } from '../matters';
import type { IntakeDesk } from './desk';

/** What the import works with, from what the process brings. */
export function intakeDesk(deps: Pick<ActivityDeps, 'pool' | 'prisma' | 'temporal' | 'heartbeat'>): IntakeDesk {
  return {
    pool: deps.pool,
    prisma: deps.prisma,
    temporal: deps.temporal,
    rules: rulesReader(deps.pool),
    alive: deps.heartbeat ?? (() => undefined),
  };
}
