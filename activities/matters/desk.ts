import type { Pool } from 'pg';
import type { Desk } from './notify';

/** What the work on matters needs: the database, the rules in force, and who to write to. */
export interface MatterDesk extends Desk {
  readonly pool: Pool;
  /** Called after a commit that wrote a mail which may go out at once. */
  readonly hurry: () => void;
}
