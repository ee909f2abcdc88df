import type { MatterActivities, MatterState, RecomputeActivities } from '../contract';
import type { ActivityDeps } from '../deps';
import { createHurry } from '../mail/hurry';
import { applyCommand } from './apply-command';
import type { MatterDesk } from './desk';
import { loadMatter, OPEN_MATTERS } from './load';
import { project } from './project';
import { rulesReader } from './rules';
import { signalMatter } from './signal';
import { brief, matterState } from './state';
import { runAgain, wakeUp } from './wake-up';

export { writeMatters } from './bulk';
export { rebuildProjection, verifyChain } from './check';
export { type MatterRows, type NewEvent, type NewMatter, projectionRows, reportingYearOf } from './compose';
export type { Detail, MatterDetails } from './details';
export { loadOpenMatters, MatterNotFound, OPEN_MATTERS, type OpenMatter } from './load';
export {
  type RuledBy,
  type Rules,
  type RulesReader,
  rulesReader,
  type Stamps,
  settingsReader,
  stampsNow,
} from './rules';
export { seedReference } from './seed';
export { inTransaction } from './transaction';

type Deps = Pick<ActivityDeps, 'pool' | 'temporal' | 'mail' | 'publicUrl' | 'log'>;

/** The activities of single matters, and the list of those that are open. */
export function createMatterActivities(deps: Deps): MatterActivities & RecomputeActivities {
  const desk: MatterDesk = {
    pool: deps.pool,
    rules: rulesReader(deps.pool),
    from: deps.mail.from,
    publicUrl: deps.publicUrl,
    warn: (fields, text) => deps.log.warn(fields, text),
    hurry: createHurry(deps.temporal, deps.log),
  };
  return {
    applyCommand: input => applyCommand(desk, input),
    wakeUp: async input => brief(await wakeUp(desk, input), input),
    recompute: async input => brief(await runAgain(desk, input, 'recompute'), input),
    loadState: input => loadState(desk, input),
    signalMatter: input => signalMatter(deps.temporal, one => loadState(desk, one), input),
    openMattersPage: input => openMattersPage(desk, input),
  };
}

/** State of a matter as of when it was last written to. */
export async function loadState(
  desk: Pick<MatterDesk, 'pool' | 'rules'>,
  { matterId }: { matterId: string },
): Promise<MatterState> {
  const client = await desk.pool.connect();
  try {
    const matter = await loadMatter(client, matterId);
    const asOf = Math.max(0, ...matter.events.map(event => event.recordedAt));
    const projection = project(matter, await desk.rules(asOf, matter), asOf);
    return { ...matterState(matter, projection), nextWake: matter.nextWake, nextDue: matter.nextDue };
  } finally {
    client.release();
  }
}

const OPEN = `
WITH RECURSIVE below (id) AS (
  SELECT id FROM unit WHERE id = $3::uuid
  UNION
  SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id
)
SELECT id FROM matter
WHERE (${OPEN_MATTERS}) AND ($1::uuid IS NULL OR id > $1::uuid)
  AND ($3::uuid IS NULL OR unit_id IN (SELECT id FROM below))
ORDER BY id LIMIT $2`;

async function openMattersPage(
  desk: MatterDesk,
  { after, limit, unitId }: { after: string | null; limit: number; unitId?: string },
) {
  return (await desk.pool.query<{ id: string }>(OPEN, [after, limit, unitId ?? null])).rows.map(row => row.id);
}
