import { builtInPack, packHash, type StatutePack } from '../../law';
import type { PrismaClient } from '../../prisma/generated/client';
import { PROGRAM } from '../calendar';

type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/**
 * Write the packs that come with the program. They are in force until an agency's own version, signed by two, takes their place: then a
 * newer one of the program is kept as a draft beside it, with a notice in the audit trail. Safe to repeat. `now` in epoch ms.
 */
export async function seedPacks(
  prisma: PrismaClient,
  now: number,
  packs: readonly StatutePack[] = [builtInPack('2025'), builtInPack('2008')],
): Promise<void> {
  for (const pack of packs) {
    const work = async (tx: Transaction) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('statute packs'))`;
      await seedPack(tx, pack, new Date(now));
    };
    // Another process that starts may hold the lock for longer than Prisma's five seconds.
    await prisma.$transaction(work, { timeout: 60_000 });
  }
}

async function seedPack(tx: Transaction, pack: StatutePack, now: Date): Promise<void> {
  const { law, version } = pack;
  const hash = packHash(pack);
  const known = await tx.statutePack.findUnique({ where: { law_version: { law, version } } });
  if (known?.hash === hash) return;
  const from = new Date(pack.inForceFrom);
  const theirs = await tx.statutePack.findFirst({
    where: { law, state: 'signed', origin: 'agency', inForceFrom: from },
  });
  const row = {
    ...{ hash, basis: pack.basis, content: JSON.parse(JSON.stringify(pack)), loadedAt: now },
    ...{ inForceFrom: from, inForceTo: pack.inForceTo === null ? null : new Date(pack.inForceTo) },
  };
  const detail = { law, version, hash, before: known?.hash ?? null, agency: theirs?.version ?? null };
  if (known) {
    // A pack that says something else under the same version leaves a trace.
    await tx.statutePack.update({ where: { law_version: { law, version } }, data: row });
  } else {
    await tx.statutePack.updateMany({
      where: { law, origin: 'built_in', state: { not: 'withdrawn' } },
      data: { state: 'withdrawn', withdrawnAt: now, withdrawnBy: PROGRAM, withdrawalReason: `thay bằng ${version}` },
    });
    const state = theirs ? 'draft' : 'signed';
    const inForceSince = theirs ? null : now;
    await tx.statutePack.create({
      data: { law, version, ...row, origin: 'built_in', state, inForceSince, author: PROGRAM },
    });
  }
  const action = theirs ? 'offerStatutePack' : 'loadStatutePack';
  await tx.audit.create({ data: { at: now, actor: PROGRAM, action, object: `pack:${law}/${version}`, detail } });
}
