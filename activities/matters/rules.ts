import type { ClientBase, Pool } from 'pg';
import {
  type AlertPolicy,
  type LadderRules,
  type Office,
  type PolicySettings,
  type PolicyVersion,
  policiesOf,
  policyAt,
} from '../../alerts';
import type { LawInForce } from '../../law';
import { lawReader } from '../law';
import { officeAt } from './office';
import { policiesAt } from './policy';

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

// Of each province at one edition of the versions.
const books = new WeakMap<readonly PolicyVersion[], Map<string, readonly AlertPolicy[]>>();

function bookOf(versions: readonly PolicyVersion[], province: string): readonly AlertPolicy[] {
  const byProvince = books.get(versions) ?? new Map<string, readonly AlertPolicy[]>();
  books.set(versions, byProvince);
  const known = byProvince.get(province) ?? policiesOf(versions, province);
  byProvince.set(province, known);
  return known;
}

async function policiesFor(
  pool: Pool,
  { unitId, policyStamp, officeStamp }: Omit<RuledBy, 'lawStamp'>,
): Promise<Pick<Rules, 'office' | 'policies'>> {
  const office = await officeAt(pool, officeStamp);
  return { office, policies: bookOf(await policiesAt(pool, policyStamp), office.provinceOf(unitId)) };
}

export function rulesReader(pool: Pool): RulesReader {
  const lawAt = lawReader(pool);
  return async (now, of) => {
    const law = await lawAt(now, of.unitId, of.lawStamp);
    return { law, ...(await policiesFor(pool, of)) };
  };
}

/** The settings in force at an instant (epoch ms) for what a unit's people are sent: of its province, else the general ones. */
export const settingsReader =
  (pool: Pool) =>
  async (now: number, unitId: string): Promise<PolicySettings> => {
    const { policies } = await policiesFor(pool, { unitId, ...(await stampsNow(pool)) });
    return policyAt(policies, now).settings;
  };

/** By what the limits of a matter are told. */
export const ladderOf = (
  { law, policies, office }: Rules,
  { officerId, unitId }: { readonly officerId: string | null; readonly unitId: string },
): LadderRules => ({ policies, calendar: law.calendar, unread: office.unreadFor(officerId, unitId) });
