import { randomUUID } from 'node:crypto';
import { toIso, vietnamDay } from '../../law';
import { OFFICE } from '../support/database';
import { openCase, type TestApi } from './support';

export interface Reminder {
  readonly matterId: string;
  readonly alertId: string;
  /** The event from which the limit runs. */
  readonly eventId: string;
}

/** A case of the first enforcer with a request received yesterday, and a mail that told of its first limit. */
export async function remindedOf(
  api: TestApi,
  more: { recipientId?: string; readerId?: string; on?: string } = {},
): Promise<Reminder> {
  const on = more.on ?? toIso(vietnamDay(Date.now()) - 1);
  const { body } = await openCase(api, on);
  const asked = await api.post(`/v1/matters/${body.id}/events`, {
    event: 'request-received',
    occurredOn: on,
  });
  expect(asked.status).toBe(201);
  const { prisma } = api.database;
  const deadline = await prisma.deadline.findFirstOrThrow({
    where: { matterId: body.id, current: true, dutyId: 'enforcement-decision-on-request' },
  });
  const alertId = randomUUID();
  const recipientId = more.recipientId ?? OFFICE.enforcer1;
  await prisma.outbox.create({
    data: {
      id: alertId,
      messageId: `<${alertId}@thads.test>`,
      kind: 'urgent',
      recipientId: more.readerId ?? recipientId,
      toAddress: 'x@thads.test',
      subject: 's',
      text: 't',
      state: 'accepted',
      nextTryAt: new Date(),
      createdAt: new Date(),
    },
  });
  await prisma.alert.create({
    data: {
      id: alertId,
      matterId: body.id,
      deadlineId: deadline.id,
      threshold: 'test',
      recipientId,
      channel: 'at_once',
      urgency: 'high',
      dueAt: new Date(),
      createdAt: new Date(),
      state: 'queued',
      outboxId: alertId,
    },
  });
  return { matterId: body.id, alertId, eventId: asked.body.eventId };
}
