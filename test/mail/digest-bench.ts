import { randomUUID } from 'node:crypto';
import { createMailActivities } from '../../activities/mail';
import { freshDatabase, OFFICE, seedOffice } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';

export const DAY = '2026-08-12';
/** 07:30 of a day, epoch ms. */
export const morning = (day: string): number => Date.parse(`${day}T07:30:00+07:00`);
export const NOW = morning(DAY);
export const MAIL = { smtpUrl: 'smtp://127.0.0.1:9', from: 'Thời Hạn <thoihan@thads.test>' };
export const date = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

type Status = 'open' | 'paused' | 'overdue' | 'met' | 'late' | 'void';

export interface Given {
  readonly due?: string;
  readonly dueAt?: Date;
  readonly status?: Status;
  readonly lapse?: boolean;
  readonly current?: boolean;
  readonly officerId?: string;
  readonly recipientId?: string;
  readonly thresholds?: readonly string[];
  readonly channel?: 'digest' | 'at_once';
  readonly state?: 'waiting' | 'silent';
  readonly number?: string;
  readonly dutyId?: string;
  /** When the thresholds fell, and when the limit was known. */
  readonly fell?: number;
  readonly known?: number;
}

/** A small province on a database of its own, with matters of one limit each and alerts that wait. */
export async function openDigests(more: { perMinute?: number; smtpUrl?: string } = {}) {
  const database = await freshDatabase();
  await seedOffice(database.prisma);
  const { prisma, pool } = database;
  const activities = createMailActivities({
    pool,
    mail: { ...MAIL, ...more },
    linkKeys: LINK_KEYS,
    publicUrl: 'http://thoihan.test',
  });
  let numbers = 0;

  /** Another version of the limit of a matter, in force instead of the one before, if there is one. */
  async function limit(matterId: string, given: Given, version = 1): Promise<string> {
    const id = randomUUID();
    const due = given.due ?? DAY;
    await prisma.deadline.updateMany({ where: { matterId }, data: { current: false } });
    await prisma.deadline.create({
      data: {
        id,
        matterId,
        version,
        key: `initial-verification#${matterId}`,
        current: given.current ?? true,
        dutyId: given.dutyId ?? 'initial-verification',
        law: '2025',
        role: 'enforcer',
        unitKind: 'days',
        startedOn: date('2026-08-01'),
        due: date(due),
        dueAt: given.dueAt ?? null,
        dueLatest: date(due),
        status: given.status ?? 'open',
        lapse: given.lapse ?? false,
        slip: [],
        calendarVersion: 'test',
        packVersion: 'test',
        createdAt: new Date(given.known ?? morning('2026-08-03')),
        ...(given.status === 'met' || given.status === 'late' ? { closedOn: date(due) } : {}),
      },
    });
    return id;
  }

  /** Alerts of the limit in force. */
  async function alert(matterId: string, given: Given): Promise<void> {
    const { id } = await prisma.deadline.findFirstOrThrow({ where: { matterId }, orderBy: { version: 'desc' } });
    const matter = await prisma.matter.findUniqueOrThrow({ where: { id: matterId } });
    await prisma.alert.createMany({
      data: (given.thresholds ?? ['due']).map(threshold => ({
        id: randomUUID(),
        matterId,
        deadlineId: id,
        threshold,
        recipientId: given.recipientId ?? matter.officerId!,
        channel: given.channel ?? 'digest',
        urgency: 'high',
        dueAt: new Date(given.fell ?? NOW),
        createdAt: new Date(given.fell ?? NOW),
        state: given.state ?? 'waiting',
      })),
    });
  }

  return {
    ...database,
    activities,
    limit,
    alert,

    /** A matter with one limit and waiting alerts of it. */
    async waiting(given: Given = {}): Promise<string> {
      const matterId = randomUUID();
      await prisma.matter.create({
        data: {
          id: matterId,
          kind: 'enforcement_case',
          number: given.number ?? `${++numbers}/QĐ-THADS`,
          reportingYear: 2026,
          unitId: OFFICE.branch1,
          officerId: given.officerId ?? OFFICE.enforcer1,
          openedOn: date('2026-07-01'),
          stage: 'decided',
          law: '2025',
          parties: { create: { side: 'debtor', name: 'Nguyễn Văn Bí Mật' } },
        },
      });
      await limit(matterId, given);
      await alert(matterId, given);
      return matterId;
    },
    /** A matter with one limit that could not wait, and its mail. */
    async urgent(given: Given = {}, now = NOW): Promise<string> {
      const matterId = await this.waiting({ dutyId: 'decision-to-procuracy', ...given, channel: 'at_once' });
      const { id, recipientId } = await prisma.alert.findFirstOrThrow({ where: { matterId } });
      const { email } = await prisma.officer.findUniqueOrThrow({ where: { id: recipientId } });
      const at = new Date(now);
      const mail = { kind: 'urgent', subject: 'Khẩn', text: 't', toAddress: email, recipientId };
      await prisma.outbox.create({
        data: { id, messageId: `<${id}@thads.test>`, ...mail, nextTryAt: at, createdAt: at },
      });
      await prisma.alert.update({ where: { id }, data: { state: 'queued', outboxId: id } });
      return matterId;
    },
    /** What happened to the limit of a matter. */
    restate: (matterId: string, status: Status, closedOn?: string) =>
      prisma.deadline.updateMany({
        where: { matterId, current: true },
        data: { status, ...(closedOn === undefined ? {} : { closedOn: date(closedOn) }) },
      }),

    compose: (day = DAY, now = morning(day)) => activities.composeDigests({ day, now }),
    /** The relay takes everything that waits. */
    handOver: () => prisma.outbox.updateMany({ where: { state: 'pending' }, data: { state: 'accepted' } }),
    mails: () => prisma.outbox.findMany({ orderBy: [{ toAddress: 'asc' }, { createdAt: 'asc' }] }),
    /** The digest of a day that is the only one. */
    mailOf: (day: string) => prisma.outbox.findFirstOrThrow({ where: { forDay: date(day) } }),
    states: async () => (await prisma.alert.findMany({ orderBy: { threshold: 'asc' } })).map(a => a.state),
  };
}

export type DigestBench = Awaited<ReturnType<typeof openDigests>>;
