import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { PrismaClient } from '../../prisma/generated/client';
import type { Rules } from '../matters';

/** What the import works with. */
export interface IntakeDesk {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  readonly temporal: () => Promise<Client>;
  /** Calendar and alert policy in force at `now` (epoch ms). */
  readonly rules: (now: number) => Promise<Rules>;
  /** Tells whoever runs the activity that it is getting on. */
  readonly alive: (progress: unknown) => void;
}
