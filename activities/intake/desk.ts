import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { PrismaClient } from '../../prisma/generated/client';
import type { RulesReader } from '../matters';

/** What the import works with. */
export interface IntakeDesk {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  readonly temporal: () => Promise<Client>;
  readonly rules: RulesReader;
  /** Tells whoever runs the activity that it is getting on. */
  readonly alive: (progress: unknown) => void;
}
