import { Socket } from 'node:net';
import type { Client } from '@temporalio/client';
import { SCHEDULE_IDS, TASK_QUEUE } from '../../activities/contract';
import type { PrismaClient } from '../../prisma/generated/client';

/** One part the program needs. `probe` resolves when it works and throws, with a text for the operator, when not. */
export interface HealthCheck {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  readonly probe: () => Promise<void>;
}

export interface HealthParts {
  readonly prisma: PrismaClient;
  readonly temporal: () => Promise<Client>;
  readonly smtpUrl: string;
}

const WORKFLOW_TASK_QUEUE = 1;
const ACTIVITY_TASK_QUEUE = 2;
/** A worker polls at least once a minute; one not seen for longer is gone, though the server still lists it. */
const POLLER_STALE_MS = 90_000;

/** The real checks of a running installation, each small enough to be asked every few seconds. */
export function healthChecks(parts: HealthParts): HealthCheck[] {
  return [
    {
      name: 'database',
      vi: 'Cơ sở dữ liệu không trả lời (DATABASE_URL).',
      en: 'The database does not answer (DATABASE_URL).',
      probe: async () => {
        await parts.prisma.$queryRaw`SELECT 1 FROM matter LIMIT 1`;
      },
    },
    {
      name: 'temporal',
      vi: 'Temporal không trả lời hoặc chưa có namespace (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE).',
      en: 'Temporal does not answer, or the namespace is missing (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE).',
      probe: async () => {
        const client = await parts.temporal();
        await client.workflowService.describeNamespace({ namespace: client.options.namespace });
      },
    },
    {
      name: 'worker',
      vi: `Không có worker nào nhận việc ở hàng đợi ${TASK_QUEUE}.`,
      en: `No worker polls the task queue ${TASK_QUEUE}.`,
      probe: () => workerPolls(parts),
    },
    {
      name: 'smtp',
      vi: 'Máy chủ thư không trả lời (SMTP_URL).',
      en: 'The mail relay does not answer (SMTP_URL).',
      probe: () => smtpGreets(parts.smtpUrl),
    },
    {
      name: 'schedules',
      vi: `Thiếu lịch chạy trong Temporal (cần: ${SCHEDULE_IDS.join(', ')}).`,
      en: `Schedules are missing in Temporal (needed: ${SCHEDULE_IDS.join(', ')}).`,
      probe: async () => {
        const client = await parts.temporal();
        await Promise.all(SCHEDULE_IDS.map(id => client.schedule.getHandle(id).describe()));
      },
    },
  ];
}

async function workerPolls({ temporal }: HealthParts): Promise<void> {
  const client = await temporal();
  for (const taskQueueType of [WORKFLOW_TASK_QUEUE, ACTIVITY_TASK_QUEUE]) {
    const { pollers } = await client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: TASK_QUEUE },
      taskQueueType,
    });
    const newest = Math.max(0, ...(pollers ?? []).map(p => Number(p.lastAccessTime?.seconds ?? 0) * 1000));
    if (Date.now() - newest > POLLER_STALE_MS) throw new Error(`no poller of type ${taskQueueType}`);
  }
}

/** Waits for the relay's `220` greeting, then hangs up politely. No mail is sent, nothing is authenticated. */
function smtpGreets(url: string): Promise<void> {
  const { hostname, port, protocol } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = new Socket();
    const end = (error?: Error) => {
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    socket.setTimeout(3000, () => end(new Error('no greeting within 3 s')));
    socket.once('error', end);
    socket.once('connect', () => {
      if (protocol === 'smtps:') end(); // the greeting comes inside TLS; a taken connection is what can be seen from here
    });
    socket.once('data', greeting => {
      if (!greeting.toString().startsWith('220')) return end(new Error('greeting is not 220'));
      socket.end('QUIT\r\n', () => end());
    });
    socket.connect(Number(port) || (protocol === 'smtps:' ? 465 : 25), hostname);
  });
}
