import { calendarEditions } from '../../law';
import type { PrismaClient } from '../../prisma/generated/client';
import { lockEditions, type Transaction, writeEdition } from './rows';

/** Who stands behind the data that comes with the program; nobody of the agency has countersigned it. */
export const PROGRAM = 'thoihan';

/** Write the editions that come with the program and are not there yet. Safe to repeat. `now` in epoch ms. */
export async function seedCalendar(prisma: PrismaClient, now: number): Promise<void> {
  const work = async (tx: Transaction) => {
    await lockEditions(tx);
    const rows = await tx.calendarYear.findMany({
      where: { origin: 'built_in' },
      select: { year: true, builtInVersion: true },
    });
    const known = new Set(rows.map(({ year, builtInVersion }) => `${year}.${builtInVersion}`));
    for (const edition of calendarEditions()) {
      if (known.has(`${edition.year}.${edition.version}`)) continue;
      await writeEdition(tx, edition, {
        ...{ origin: 'built_in', builtInVersion: edition.version, author: PROGRAM, sourceText: null, now },
      });
    }
  };
  // Some forty statements: more than Prisma's five seconds on a machine that is just starting everything else.
  await prisma.$transaction(work, { timeout: 60_000 });
}
