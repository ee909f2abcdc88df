import { findDuty, type LawId, type LawInForce, toIso, toIsoMinute, vietnamDay } from '../../law';
import type { SlipStep } from '../../law/model';
import { dutyOnSlip, SLIP_FORMAT, type SlipContent, type SlipDocument, sealed } from '../../law/slip/document';
import type { Deadline, Matter } from '../../prisma/generated/client';
import { notFound, Problem } from '../http/problem';
import { isoDay, isoDayOrNull } from './dates';
import type { Stores } from './view';

const MOST_CANDIDATES = 20;

/**
 * A deadline of a matter by its key, or by its duty where the matter has only one of them.
 * @param version an earlier version; without it the one that counts now
 */
export async function findDeadline(
  { prisma }: Stores,
  matterId: string,
  named: string,
  version: number | undefined,
): Promise<Deadline> {
  const which = version === undefined ? { current: true } : { version };
  const byKey = await prisma.deadline.findFirst({ where: { matterId, key: named, ...which } });
  if (byKey) return byKey;
  const ofDuty = await prisma.deadline.findMany({
    where: { matterId, dutyId: named, ...which },
    orderBy: [{ startedOn: 'desc' }, { key: 'asc' }],
    take: MOST_CANDIDATES,
  });
  if (ofDuty.length === 1) return ofDuty[0]!;
  if (ofDuty.length > 1) {
    throw new Problem(
      422,
      'ambiguous_deadline',
      `Hồ sơ có ${ofDuty.length} thời hạn “${named}”. Hãy ghi khóa của một thời hạn.`,
      `The matter has ${ofDuty.length} deadlines “${named}”. Give the key of one.`,
      { candidates: ofDuty.map(({ key, due, status }) => ({ key, due: isoDay(due), status })) },
    );
  }
  throw notFound(
    `Hồ sơ không có thời hạn “${named}”${version === undefined ? '' : `, bản ${version}`}. Xem khóa ở GET /v1/matters/{id}.`,
    `The matter has no deadline “${named}”${version === undefined ? '' : `, version ${version}`}. See the keys in GET /v1/matters/{id}.`,
  );
}

/** The slip of a deadline as it is kept: its steps were written when it was counted. */
export async function slipOf(stores: Stores, matter: Matter, row: Deadline, now: number): Promise<SlipDocument> {
  const law = await stores.lawAt(now, matter.unitId);
  const unit = await stores.prisma.unit.findUniqueOrThrow({ where: { id: matter.unitId }, select: { name: true } });
  const lawId = row.law as LawId;
  return sealed({
    format: SLIP_FORMAT,
    matter: { kind: matter.kind, number: matter.number, unit: unit.name },
    duty: findDuty(law, row.dutyId, lawId) ? dutyOnSlip(law, row.dutyId, lawId) : dutyGone(row, lawId),
    ...{ deadline: { key: row.key, version: row.version }, from: isoDay(row.startedOn) },
    ...{ due: row.dueAt ? toIsoMinute(row.dueAt.getTime()) : isoDay(row.due), dueLatest: latestOf(row) },
    ...{ provisional: row.provisional, lapse: row.lapse, status: row.status, closedOn: isoDayOrNull(row.closedOn) },
    steps: row.slip as unknown as readonly SlipStep[],
    pack: { version: row.packVersion, hash: await packHashOf(stores, law, lawId, row.packVersion) },
    ...{ calendar: row.calendarVersion, asOf: toIso(vietnamDay(now)) },
  });
}

const latestOf = (row: Deadline): string =>
  row.dueAt && isoDay(row.dueLatest) === isoDay(row.due) ? toIsoMinute(row.dueAt.getTime()) : isoDay(row.dueLatest);

/** A duty that the law in force no longer has: all that is kept of it. */
const dutyGone = (row: Deadline, law: LawId): SlipContent['duty'] => ({
  ...{ id: row.dutyId, law, nameVi: row.dutyId, nameEn: row.dutyId },
  ...{
    source: { law: `Luật ${law}`, article: '—' },
    confidence: 'M',
    basis: row.basis as SlipContent['duty']['basis'],
  },
});

async function packHashOf({ prisma }: Stores, law: LawInForce, lawId: LawId, version: string): Promise<string | null> {
  if (law.packs[lawId].version === version) return law.packs[lawId].hash;
  const kept = await prisma.statutePack.findUnique({ where: { law_version: { law: lawId, version } } });
  return kept?.hash ?? null;
}
