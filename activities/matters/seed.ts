import { DEFAULT_POLICY } from '../../alerts';
import { dayToDb } from '../../config/database';
import { builtInPack, packHash, toDay } from '../../law';
import type { PrismaClient } from '../../prisma/generated/client';
import { PROGRAM, seedCalendar } from '../calendar';

const day = (iso: string) => dayToDb(toDay(iso));

/**
 * Write what the program brings along: calendar years and days, statute packs, the alert policy. Safe to repeat; what an agency has
 * loaded or changed itself is left alone.
 * @param now epoch ms
 */
export async function seedReference(prisma: PrismaClient, now: number): Promise<void> {
  await seedCalendar(prisma, now);
  await seedPacks(prisma, new Date(now));
  await seedPolicy(prisma);
}

async function seedPacks(prisma: PrismaClient, now: Date): Promise<void> {
  for (const pack of (['2025', '2008'] as const).map(builtInPack)) {
    const { law, version, inForceFrom, inForceTo } = pack;
    const hash = packHash(pack);
    const known = await prisma.statutePack.findUnique({ where: { law_version: { law, version } } });
    if (known?.hash === hash) continue;
    const row = { hash, inForceFrom: day(inForceFrom), inForceTo: inForceTo === null ? null : day(inForceTo) };
    await prisma.statutePack.upsert({
      where: { law_version: { law, version } },
      create: { law, version, ...row, loadedAt: now, author: PROGRAM },
      update: { ...row, loadedAt: now },
    });
    // A pack that says something else under the same version leaves a trace.
    const detail = { law, version, hash, before: known?.hash ?? null };
    await prisma.audit.create({
      data: { at: now, actor: PROGRAM, action: 'loadStatutePack', object: `pack:${law}`, detail },
    });
  }
}

async function seedPolicy(prisma: PrismaClient): Promise<void> {
  const { version, thresholds } = DEFAULT_POLICY;
  await prisma.alertPolicy.createMany({
    skipDuplicates: true,
    data: thresholds.map(({ from, ...threshold }) => ({ ...threshold, version, countedFrom: from })),
  });
}
