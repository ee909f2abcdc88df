import { z } from 'zod';
import { given } from '../commands/given';
import { sendCommand } from '../commands/send';
import type { ApiContext } from '../deps';
import { Problem } from '../http/problem';

export const acknowledgedAlert = z.object({
  alert: z.string(),
  acknowledged: z.boolean(),
  code: z.string().nullable().describe('Vì sao không'),
  vi: z.string().nullable(),
  en: z.string().nullable(),
});
type Result = z.infer<typeof acknowledgedAlert>;

/** Matters spoken to at a time. */
const AT_ONCE = 8;

const refusal =
  (code: string, vi: string, en: string) =>
  (alert: string): Result => ({
    ...{ alert, acknowledged: false, code, vi, en },
  });
const notYours = refusal('not_yours', 'Không có nhắc việc này gửi cho cán bộ.', 'The officer has no such alert.');
const replaced = refusal(
  'replaced',
  'Thời hạn đã được tính lại; ngày mới có nhắc việc riêng.',
  'The limit was counted anew; the new date has reminders of its own.',
);
const done = (alert: string): Result => ({ alert, acknowledged: true, code: null, vi: null, en: null });

/**
 * Acknowledges alerts of an officer, each deadline once, through the workflows of their matters. What one matter refuses is told beside
 * the rest. Safe to repeat with the same `commandId`.
 * @throws Problem 503 or 504 when workflows cannot be reached; what was recorded by then stays, and repeating does the rest
 */
export async function acknowledgeAlerts(
  ctx: ApiContext,
  officerId: string,
  { alerts, promisedOn }: { alerts: readonly string[]; promisedOn?: string | undefined },
  commandId: string,
): Promise<Result[]> {
  const rows = await ctx.prisma.alert.findMany({
    where: { id: { in: [...alerts] }, recipientId: officerId },
    include: { deadline: { select: { id: true, key: true, current: true } } },
  });
  const byId = new Map(rows.map(row => [row.id, row]));
  const results = new Map<string, Result>();
  const byDeadline = new Map<string, typeof rows>();
  for (const alert of new Set(alerts)) {
    const row = byId.get(alert);
    if (row === undefined) results.set(alert, notYours(alert));
    else if (row.state === 'acknowledged') results.set(alert, done(alert));
    else if (!row.deadline.current) results.set(alert, replaced(alert));
    else byDeadline.set(row.deadline.id, [...(byDeadline.get(row.deadline.id) ?? []), row]);
  }

  const groups = [...byDeadline.values()];
  for (let at = 0; at < groups.length; at += AT_ONCE) {
    await Promise.all(
      groups.slice(at, at + AT_ONCE).map(async group => {
        const [{ matterId, deadline }] = group as [(typeof rows)[number]];
        const told = await say(ctx, matterId, deadline, officerId, promisedOn, commandId);
        for (const { id } of group) results.set(id, told(id));
      }),
    );
  }
  const seen = [...results.values()].filter(result => result.acknowledged).map(result => result.alert);
  const now = new Date(ctx.now());
  await ctx.prisma.alert.updateMany({ where: { id: { in: seen }, readAt: null }, data: { readAt: now } });
  return [...results.values()];
}

async function say(
  ctx: ApiContext,
  matterId: string,
  deadline: { readonly id: string; readonly key: string },
  by: string,
  promisedOn: string | undefined,
  commandId: string,
): Promise<(alert: string) => Result> {
  const command = given({
    type: 'acknowledge' as const,
    commandId: `${commandId}:${deadline.id}`,
    deadlineKey: deadline.key,
    promisedOn,
    by,
  });
  try {
    await sendCommand(ctx, matterId, command);
    return done;
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    return refusal(error.code, error.vi, error.en);
  }
}
