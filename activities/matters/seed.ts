import type { PrismaClient } from '../../prisma/generated/client';
import { seedCalendar } from '../calendar';
import { seedPacks } from '../law';

/**
 * Write what the program brings along: calendar years and days, statute packs. Safe to repeat; what an agency has loaded or changed
 * itself is left alone.
 * @param now epoch ms
 */
export async function seedReference(prisma: PrismaClient, now: number): Promise<void> {
  await seedCalendar(prisma, now);
  await seedPacks(prisma, now);
}
