import type { Pool } from 'pg';
import type { z } from 'zod';
import type { LawReader } from '../../activities/law';
import { articleOf, findDuty, findEvent, type LawInForce } from '../../law';
import type { Duty, LawId, MatterKind } from '../../law/model';
import type { Deadline, Event, Prisma, PrismaClient } from '../../prisma/generated/client';
import { clock, isoDay, isoDayOrNull } from './dates';
import { matterLineOf, withNames } from './line';
import type { alertView, deadlineView, eventView, matterView } from './schemas';

type DeadlineView = z.infer<typeof deadlineView>;
type EventView = z.infer<typeof eventView>;
export type MatterView = z.infer<typeof matterView>;

/** The record through Prisma for the model, through the pool for the engine's input; and the law in force. */
export interface Stores {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  readonly lawAt: LawReader;
}

const everything = {
  ...withNames,
  enforcement: true,
  complaint: true,
  administrativeComplaint: true,
  denunciation: true,
  petition: true,
  procuracyAct: true,
  reception: true,
  administrativeJudgment: true,
  plan: true,
  parties: { select: { side: true, name: true }, orderBy: { id: 'asc' } },
  pauses: { orderBy: { fromDay: 'asc' } },
  alerts: {
    include: { deadline: { select: { key: true, provisional: true } } },
    orderBy: { dueAt: 'desc' },
    take: 100,
  },
} satisfies Prisma.MatterInclude;

type Whole = Prisma.MatterGetPayload<{ include: typeof everything }>;

/**
 * Everything kept of one matter: the row, its own facts, deadlines with their derivations, pauses, newest alerts.
 * @param before alerts made before this instant only
 */
export async function matterViewOf(
  prisma: PrismaClient,
  law: LawInForce,
  matterId: string,
  before?: Date,
): Promise<MatterView> {
  const matter = await prisma.matter.findUniqueOrThrow({ where: { id: matterId }, include: everything });
  const alerts = before === undefined ? matter.alerts : matter.alerts.filter(alert => alert.createdAt < before);
  const deadlines = await prisma.deadline.findMany({
    where: { matterId, current: true },
    orderBy: [{ due: 'asc' }, { key: 'asc' }],
  });
  return {
    ...matterLineOf(matter),
    parentId: matter.parentId,
    details: detailsOf(matter),
    parties: matter.parties,
    deadlines: deadlines.map(row => deadlineViewOf(law, row)),
    pauses: matter.pauses.map(p => ({
      kind: p.kind,
      from: isoDay(p.fromDay),
      to: isoDayOrNull(p.toDay),
      basis: p.basis,
    })),
    alerts: await alertViewsOf(prisma, alerts),
    marks: [],
    allowed: [],
    asOf: null,
  };
}

/** The columns of the matter's own kind; money as a decimal string of đồng. */
export function detailsOf(matter: Whole): MatterView['details'] {
  const own =
    matter.enforcement ??
    matter.complaint ??
    matter.administrativeComplaint ??
    matter.denunciation ??
    matter.petition ??
    matter.procuracyAct ??
    matter.reception ??
    matter.administrativeJudgment ??
    matter.plan ??
    {};
  const plain = Object.entries(own)
    .filter(([name]) => name !== 'matterId')
    .map(([name, value]) => [
      name,
      value instanceof Date ? isoDay(value) : typeof value === 'bigint' ? value.toString() : value,
    ]);
  return Object.fromEntries(plain) as MatterView['details'];
}

async function alertViewsOf(prisma: PrismaClient, alerts: Whole['alerts']): Promise<z.infer<typeof alertView>[]> {
  const ids = [...new Set(alerts.map(a => a.recipientId))];
  const officers = await prisma.officer.findMany({ where: { id: { in: ids } }, select: { id: true, code: true } });
  const code = new Map(officers.map(o => [o.id, o.code]));
  return alerts.map(a => ({
    id: a.id,
    deadlineKey: a.deadline.key,
    threshold: a.threshold,
    recipient: code.get(a.recipientId) ?? a.recipientId,
    channel: a.channel,
    urgency: a.urgency,
    dueAt: a.dueAt.toISOString(),
    provisional: a.deadline.provisional,
    state: a.state,
  }));
}

/** Name and article of a duty; its id where the statute no longer has it. */
export function dutyTitle(inForce: LawInForce, dutyId: string, law: string): { name: string; article: string } {
  const duty: Duty | undefined = findDuty(inForce, dutyId, law as LawId);
  return duty ? { name: duty.nameVi, article: articleOf(duty.source) } : { name: dutyId, article: '' };
}

export function deadlineViewOf(law: LawInForce, row: Deadline): DeadlineView {
  return {
    key: row.key,
    version: row.version,
    dutyId: row.dutyId,
    ...dutyTitle(law, row.dutyId, row.law),
    law: row.law,
    basis: row.basis,
    role: row.role,
    startedOn: isoDay(row.startedOn),
    due: isoDay(row.due),
    dueAt: row.dueAt?.toISOString() ?? null,
    dueLatest: isoDay(row.dueLatest),
    lapse: row.lapse,
    status: row.status,
    closedOn: isoDayOrNull(row.closedOn),
    provisional: row.provisional,
    slip: row.slip as DeadlineView['slip'],
    changeReason: row.changeReason,
  };
}

export function eventViewOf(kind: MatterKind, row: Event): EventView {
  return {
    id: row.id,
    seq: row.seq,
    type: row.type,
    name: findEvent(kind, row.type)?.nameVi ?? row.type,
    occurredOn: isoDay(row.occurredOn),
    at: clock(row.atMinute),
    attrs: row.attrs as EventView['attrs'],
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: row.recordedBy,
    correctsId: row.correctsId,
    retracted: row.retracted,
    reason: row.reason,
    hash: row.hash,
  };
}
