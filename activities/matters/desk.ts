import type { Pool } from 'pg';
import type { Desk } from './notify';
import type { Rules } from './project';

/** What the work on matters needs: the database, the rules in force, and who to write to. */
export interface MatterDesk extends Desk {
  readonly pool: Pool;
  /** The calendar, and the alert policy in force at `now` (epoch ms). */
  readonly rules: (now: number) => Promise<Rules>;
}
