import { z } from 'zod';
import { findDuty, type LawId } from '../../law';
import type { Prisma } from '../../prisma/generated/client';
import type { ApiContext } from '../deps';
import { decodeCursor, page, pageOf } from '../http/paging';
import { isoDay, isoDayOrNull } from '../record/dates';
import * as s from '../record/schemas';

/** Which alerts: those not seen, those not acknowledged, all. */
export const INBOX_FILTERS = ['unread', 'open', 'all'] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

const inboxItem = z.object({
  alert: z.string().describe('Id'),
  matter: z.object({ id: z.string(), kind: s.kindSchema, number: z.string(), unit: z.string() }),
  deadlineKey: z.string(),
  dutyId: z.string(),
  name: z.string(),
  due: z.string(),
  dueAt: z.string().nullable(),
  dueLatest: z.string(),
  provisional: z.boolean(),
  status: z.string().describe('Trạng thái của thời hạn'),
  threshold: z.string(),
  urgency: z.string(),
  state: z.string().describe('waiting, queued, acknowledged, cancelled'),
  createdAt: z.string(),
  readAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  promisedOn: z.string().nullable(),
});
export const inboxPage = pageOf(inboxItem).extend({
  unread: z.number().int().describe('Chưa xem'),
  open: z.number().int().describe('Chưa xác nhận'),
});

/** `silent` ones were never told of: they are the past of an imported register. */
const FILTERS: Record<InboxFilter, Prisma.AlertWhereInput> = {
  unread: { readAt: null, state: { in: ['waiting', 'queued'] } },
  open: { state: { in: ['waiting', 'queued'] } },
  all: { state: { not: 'silent' } },
};

/** Alerts that speak to an officer, newest first, with how many are still unseen and how many unacknowledged. */
export async function inboxOf(
  ctx: ApiContext,
  officerId: string,
  { filter, cursor, limit }: { filter: InboxFilter; cursor: string | undefined; limit: number },
): Promise<z.infer<typeof inboxPage>> {
  const key = decodeCursor(cursor, 2);
  const at = new Date(String(key?.[0] ?? 0));
  const before = key ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: String(key[1]) } }] } : {};
  const [rows, unread, open, law] = await Promise.all([
    ctx.prisma.alert.findMany({
      where: { AND: [{ recipientId: officerId }, FILTERS[filter], before] },
      include: {
        matter: { select: { id: true, kind: true, number: true, unit: { select: { code: true } } } },
        deadline: true,
        acknowledgements: { orderBy: { at: 'desc' }, take: 1 },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    }),
    ctx.prisma.alert.count({ where: { recipientId: officerId, ...FILTERS.unread } }),
    ctx.prisma.alert.count({ where: { recipientId: officerId, ...FILTERS.open } }),
    ctx.lawAt(ctx.now(), null),
  ]);
  const items = rows.map(({ matter, deadline, acknowledgements: [seen], ...alert }) => ({
    alert: alert.id,
    matter: { id: matter.id, kind: matter.kind, number: matter.number, unit: matter.unit.code },
    deadlineKey: deadline.key,
    dutyId: deadline.dutyId,
    name: findDuty(law, deadline.dutyId, deadline.law as LawId)?.nameVi ?? deadline.dutyId,
    due: isoDay(deadline.due),
    dueAt: deadline.dueAt?.toISOString() ?? null,
    dueLatest: isoDay(deadline.dueLatest),
    provisional: deadline.provisional,
    status: deadline.current ? deadline.status : 'void',
    threshold: alert.threshold,
    urgency: alert.urgency,
    state: alert.state,
    createdAt: alert.createdAt.toISOString(),
    readAt: alert.readAt?.toISOString() ?? null,
    acknowledgedAt: seen?.at.toISOString() ?? null,
    promisedOn: isoDayOrNull(seen?.promisedOn ?? null),
  }));
  return { ...page(items, limit, item => [item.createdAt, item.alert]), unread, open };
}
