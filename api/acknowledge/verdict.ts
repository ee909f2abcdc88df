import { type LinkProblem, readLink } from '../../activities/mail/links';
import { findDuty, type LawId, matterLabel } from '../../law';
import type { MatterKind } from '../../law/model';
import type { Prisma, PrismaClient } from '../../prisma/generated/client';
import type { ApiContext } from '../deps';
import { isoDay, isoDayOrNull } from '../record/dates';

/** What the page shows of the limit. No party is named. */
export interface ShownLimit {
  readonly matter: string;
  readonly dutyVi: string;
  readonly dutyEn: string;
  readonly article: string;
  readonly due: string;
  /** Later reading of a disputed limit; equals `due` when undisputed. */
  readonly dueLatest: string;
  /** ISO instant of a limit in hours. */
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly provisional: boolean;
  readonly officer: string;
  readonly closedOn: string | null;
  readonly acknowledgedAt: string | null;
  readonly promisedOn: string | null;
  /** The date now in force, where this one was replaced. */
  readonly newDue: string | null;
}

/** The command an open link stands for. */
export interface Acknowledging {
  readonly matterId: string;
  readonly deadlineKey: string;
  readonly officerId: string;
  readonly alertId: string;
}

export type Closed = 'gone' | 'other_officer' | 'acknowledged' | 'reassigned' | 'ended' | 'replaced' | 'done';

/** What a link is worth now. Only `open` leads anywhere. */
export type Verdict =
  | { readonly kind: LinkProblem | 'gone' | 'other_officer' }
  | { readonly kind: Exclude<Closed, 'gone' | 'other_officer'>; readonly limit: ShownLimit }
  | { readonly kind: 'open'; readonly limit: ShownLimit; readonly acknowledging: Acknowledging };

const everything = {
  matter: { select: { id: true, kind: true, number: true, unitId: true, officerId: true, closedOn: true } },
  deadline: true,
  outbox: { select: { recipientId: true } },
} satisfies Prisma.AlertInclude;
type Whole = Prisma.AlertGetPayload<{ include: typeof everything }>;

/** Judges a link by its signature and, where that holds, by the record as it stands. Writes nothing. */
export async function verdictOn(ctx: ApiContext, token: string): Promise<Verdict> {
  const link = readLink(ctx.linkKeys, token, ctx.now());
  if (typeof link === 'string') return { kind: link };
  const [alert, officer] = await Promise.all([
    ctx.prisma.alert.findUnique({ where: { id: link.alertId }, include: everything }),
    ctx.prisma.officer.findUnique({ where: { id: link.officerId }, select: { code: true, active: true } }),
  ]);
  if (!alert) return { kind: 'gone' };
  const { matter, deadline } = alert;
  const told = [alert.recipientId, alert.outbox?.recipientId, matter.officerId];
  if (!officer?.active || !told.includes(link.officerId)) return { kind: 'other_officer' };

  const limit = await shown(ctx, alert, officer.code);
  if (alert.state === 'acknowledged') return { kind: 'acknowledged', limit };
  if (await wasGivenAway(ctx.prisma, alert, link.officerId)) return { kind: 'reassigned', limit };
  if (!deadline.current) return { kind: 'replaced', limit };
  if (!['open', 'overdue', 'paused'].includes(deadline.status)) return { kind: 'done', limit };
  if (matter.closedOn !== null) return { kind: 'ended', limit };
  const acknowledging = {
    matterId: matter.id,
    deadlineKey: deadline.key,
    officerId: link.officerId,
    alertId: alert.id,
  };
  return { kind: 'open', limit, acknowledging };
}

/** Since the alert was made, the matter was taken from the one it spoke to, and given to somebody other than the reader. */
async function wasGivenAway(prisma: PrismaClient, { matter, recipientId, createdAt }: Whole, reader: string) {
  if (matter.officerId === recipientId || matter.officerId === reader) return false;
  const moves = await prisma.audit.findMany({
    where: { object: `matter:${matter.id}`, action: 'reassign', at: { gte: createdAt } },
    select: { detail: true },
  });
  return moves.some(({ detail }) => (detail as { fromOfficer?: string | null }).fromOfficer === recipientId);
}

async function shown(ctx: ApiContext, alert: Whole, officer: string): Promise<ShownLimit> {
  const { deadline, matter } = alert;
  const [law, acknowledgement, current] = await Promise.all([
    ctx.lawAt(ctx.now(), matter.unitId),
    ctx.prisma.acknowledgement.findFirst({
      where: { alert: { deadlineId: deadline.id } },
      orderBy: { at: 'desc' },
      select: { at: true, promisedOn: true },
    }),
    deadline.current
      ? null
      : ctx.prisma.deadline.findFirst({ where: { matterId: matter.id, key: deadline.key, current: true } }),
  ]);
  const duty = findDuty(law, deadline.dutyId, deadline.law as LawId);
  return {
    matter: matterLabel(matter.kind as MatterKind, matter.number),
    dutyVi: duty?.nameVi ?? deadline.dutyId,
    dutyEn: duty?.nameEn ?? deadline.dutyId,
    article: duty === undefined ? '' : `Điều ${duty.source.article} ${duty.source.law}`,
    due: isoDay(deadline.due),
    dueLatest: isoDay(deadline.dueLatest),
    dueAt: deadline.dueAt?.toISOString() ?? null,
    overdue: deadline.status === 'overdue',
    provisional: deadline.provisional,
    officer,
    closedOn: isoDayOrNull(deadline.closedOn) ?? isoDayOrNull(matter.closedOn),
    acknowledgedAt: acknowledgement?.at.toISOString() ?? null,
    promisedOn: isoDayOrNull(acknowledgement?.promisedOn ?? null),
    newDue: current && current.status !== 'void' ? isoDay(current.due) : null,
  };
}
