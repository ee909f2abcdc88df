import type { ClientBase, Pool } from 'pg';
import { type AlertPolicy, type LadderRules, type Office, type PolicyVersion, policiesOf } from '../../alerts';
import type { LawInForce } from '../../law';
import { lawReader } from '../law';
import { officeReader } from './office';
import { policyReader } from './policy';

/** What rules the computing of projections and alerts. */
export interface Rules {
  readonly law: LawInForce;
  /** Of the unit's province, in the order in which they are in force. */
  readonly policies: readonly AlertPolicy[];
  readonly office: Office;
}

/** The numbers that grow with every change of the law, of the alert policy, and of who is where. */
export interface Stamps {
  readonly lawStamp: number;
  readonly policyStamp: number;
  readonly officeStamp: number;
}

/** Columns of a query that reads something together with the stamps. */
export const STAMP_COLUMNS = `
  (SELECT stamp FROM law_stamp) AS "lawStamp", (SELECT policy FROM alert_stamp) AS "policyStamp",
  (SELECT office FROM alert_stamp) AS "officeStamp"`;

/** The stamps as the caller's transaction sees them. */
export const stampsNow = async (client: ClientBase | Pool): Promise<Stamps> =>
  (await client.query<Stamps>(`SELECT ${STAMP_COLUMNS}`)).rows[0]!;

/** For whom rules are asked: the unit, and the stamps read with the matter (`KeptMatter` has them). */
export interface RuledBy extends Stamps {
  readonly unitId: string;
}

/** The rules for a matter at `now` (epoch ms), never older than the stamps. */
export type RulesReader = (now: number, of: RuledBy) => Promise<Rules>;

export function rulesReader(pool: Pool): RulesReader {
  const lawAt = lawReader(pool);
  const versionsAt = policyReader(pool);
  const officeAt = officeReader(pool);
  // Of each province at one edition of the versions.
  const books = new WeakMap<readonly PolicyVersion[], Map<string, readonly AlertPolicy[]>>();
  const bookOf = (versions: readonly PolicyVersion[], province: string): readonly AlertPolicy[] => {
    const byProvince = books.get(versions) ?? new Map<string, readonly AlertPolicy[]>();
    books.set(versions, byProvince);
    const known = byProvince.get(province) ?? policiesOf(versions, province);
    byProvince.set(province, known);
    return known;
  };
  return async (now, { unitId, lawStamp, policyStamp, officeStamp }) => {
    const law = await lawAt(now, unitId, lawStamp);
    const office = await officeAt(officeStamp);
    return { law, office, policies: bookOf(await versionsAt(policyStamp), office.provinceOf(unitId)) };
  };
}

/** By what the limits of a matter are told. */
export const ladderOf = (
  { law, policies, office }: Rules,
  { officerId, unitId }: { readonly officerId: string | null; readonly unitId: string },
): LadderRules => ({ policies, calendar: law.calendar, unread: office.unreadFor(officerId, unitId) });
