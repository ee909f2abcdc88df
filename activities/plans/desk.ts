import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { RulesReader } from '../matters';

/** What opening and following plans works with. */
export interface PlanDesk {
  readonly pool: Pool;
  readonly temporal: () => Promise<Client>;
  readonly rules: RulesReader;
}
