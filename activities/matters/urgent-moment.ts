import type { PoolClient } from 'pg';
import { officeMoment, policyAt } from '../../alerts';
import { toIso, vietnamDay } from '../../law';
import type { Deadline } from '../../law/model';
import { type Reader, readerFor } from '../mail/digest-rows';
import type { RuledBy, Rules, RulesReader } from './rules';

export interface UrgentMatterOf {
  readonly deadline: Pick<Deadline, 'dueAt'>;
  readonly recipientId: string;
  readonly matter: RuledBy;
}

/**
 * When an urgent mail may go out, and who reads it then. A limit counted in hours runs through nights: at once. Anything else goes in office
 * hours of a working day of the reader's unit; on another day somebody else may stand in, at a unit with closures of its own.
 * @param rules those of the matter
 * @param now epoch ms
 * @returns `at` in epoch ms
 */
export async function urgentMoment(
  client: PoolClient,
  { deadline, recipientId, matter }: UrgentMatterOf,
  rules: Rules,
  desk: { readonly rules: RulesReader },
  now: number,
): Promise<{ reader: Reader; at: number }> {
  for (let at = now; ; ) {
    const reader = await readerFor(client, recipientId, toIso(vietnamDay(at)));
    if (deadline.dueAt !== undefined) return { reader, at };
    const { unitId } = reader;
    const { law, policies } = unitId === matter.unitId ? rules : await desk.rules(now, { ...matter, unitId });
    const next = officeMoment(at, law.calendar, policyAt(policies, at).settings);
    if (vietnamDay(next) === vietnamDay(at)) return { reader, at: next };
    at = next;
  }
}
