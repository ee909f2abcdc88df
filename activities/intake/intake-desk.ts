import type { ActivityDeps } from '../deps';
import { policyReader } from '../matters';
import type { IntakeDesk } from './desk';

/** What the import works with, from what the process brings. */
export function intakeDesk(
  deps: Pick<ActivityDeps, 'pool' | 'prisma' | 'temporal' | 'calendar' | 'heartbeat'>,
): IntakeDesk {
  const policyAt = policyReader(deps.pool);
  return {
    pool: deps.pool,
    prisma: deps.prisma,
    temporal: deps.temporal,
    rules: async now => ({ calendar: deps.calendar, policy: await policyAt(now) }),
    alive: deps.heartbeat ?? (() => undefined),
  };
}
