import type { ClientBase } from 'pg';
import { DEFAULT_POLICY } from '../../alerts';
import { MOMENT, POLICIES, REPEATING, RULES, WATCH_STEPS } from './derive-sql';
import { FATE_STEPS, type Fate, PARTS, WATCHED_COUNT } from './fates-sql';
import { GAP_STEPS, HASH_OF_NEW_GAPS, STRANGE_COUNTS } from './gaps-sql';
import { LADDER_STEPS } from './ladder-sql';
import { policyRows } from './rules';

/** Counts of one province; `fresh`: of what fell since the statement of the day before. `due` is the sum of all fates. */
export type PartRow = Readonly<Record<Fate | 'due' | 'created', number>> & {
  readonly province_id: string;
  readonly fresh: boolean;
};

export interface Count {
  readonly deadlines: number;
  readonly early: number;
  readonly groundless: number;
  readonly parts: readonly PartRow[];
  readonly gapsHash: string;
}

/**
 * Count what should have been told by `now` and what became of it. Leaves its gaps in the temporary table `rc_gap` of the transaction, which
 * must be REPEATABLE READ: all steps speak of one moment.
 * @param now epoch ms; @param since epoch ms of the statement before
 */
export async function count(client: ClientBase, now: number, since: number): Promise<Count> {
  // Sorting and hashing a million rows in memory; compiling the statements would take longer than running them.
  await client.query(`SET LOCAL work_mem = '128MB'; SET LOCAL jit = off`);
  await client.query(MOMENT[0]);
  await client.query(MOMENT[1], [new Date(now), new Date(since)]);
  const { policies, rules } = await policyRows(client);
  await client.query(POLICIES[0]);
  await client.query(POLICIES[1], [JSON.stringify(policies)]);
  await client.query(RULES[0]);
  await client.query(RULES[1], [JSON.stringify(rules)]);
  await client.query(REPEATING[0]);
  await client.query(REPEATING[1], [DEFAULT_POLICY.repeatingDuties]);
  for (const step of [...WATCH_STEPS, ...LADDER_STEPS, ...FATE_STEPS, ...GAP_STEPS]) await client.query(step);
  const [parts, deadlines, strange, gaps] = [
    await client.query<PartRow>(PARTS),
    await client.query<{ n: number }>(WATCHED_COUNT),
    await client.query<{ early: number; groundless: number }>(STRANGE_COUNTS),
    await client.query<{ hash: string }>(HASH_OF_NEW_GAPS),
  ];
  return { deadlines: deadlines.rows[0]!.n, ...strange.rows[0]!, parts: parts.rows, gapsHash: gaps.rows[0]!.hash };
}
