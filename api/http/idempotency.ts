import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PrismaClient } from '../../prisma/generated/client';
import { asProblem } from './errors';
import { Problem } from './problem';

/** Header of every command. The key is also the command's id in the workflow and in the event log. */
export const commandHeaders = z.object({
  'idempotency-key': z
    .string({ error: 'Thiếu Idempotency-Key / missing Idempotency-Key' })
    .regex(/^[A-Za-z0-9._:-]{8,100}$/)
    .describe('Mã lệnh do người gọi chọn (8-100 ký tự A-Z a-z 0-9 . _ : -). Cùng mã, cùng nội dung: cùng câu trả lời.'),
  'x-officer': z.string().max(100).optional().describe('Mã hoặc id cán bộ / officer code or id'),
});

/** A command whose answer never came is taken over after this long: longer than any bounded wait of ours. */
const ABANDONED_AFTER_MS = 60_000;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, canonical(v)]),
  );
};

/** Digest by which a repeated command is recognised: method, address, caller and body, whatever the order of members. */
export function commandDigest(request: FastifyRequest, body: unknown): string {
  const officer = request.headers['x-officer'] ?? null;
  const whole = JSON.stringify([request.method, request.url, officer, canonical(body)]);
  return createHash('sha256').update(whole).digest('hex');
}

/** A uuid that depends on the command alone, so that a command repeated after a crash means the same row. */
export function idOfCommand(commandId: string): string {
  const hex = createHash('sha256').update(`thoihan:${commandId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Runs a command once per key. Same key and same body: the stored answer again. Same key, other body: 422. Still running:
 * 409. Refusals (4xx) are answers and are kept; failures of ours (5xx) and conflicts that pass are forgotten, so that the
 * caller may try again with the same key. What `work` does must itself be idempotent by the key, because a process may die
 * between doing it and storing the answer.
 */
export async function once(
  prisma: PrismaClient,
  now: number,
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  work: (commandId: string) => Promise<Answer>,
): Promise<FastifyReply> {
  const commandId = String(request.headers['idempotency-key']);
  // The record keeps the commands of matters in the same table, under keys of their own.
  const key = `http:${commandId}`;
  const hash = commandDigest(request, body);
  const earlier = await claim(prisma, key, hash, new Date(now));
  if (earlier) return send(reply.header('idempotent-replay', 'true'), earlier);
  const answer = await settle(prisma, key, () => work(commandId));
  await prisma.command.update({ where: { key }, data: { status: answer.status, answer: answer.body as never } });
  return send(reply, answer);
}

/** Takes the key for this call, or returns the answer it already has. */
async function claim(prisma: PrismaClient, key: string, hash: string, at: Date): Promise<Answer | null> {
  const { count } = await prisma.command.createMany({
    data: [{ key, bodyHash: hash, createdAt: at }],
    skipDuplicates: true,
  });
  if (count === 1) return null;
  const row = await prisma.command.findUnique({ where: { key } });
  if (!row) return claim(prisma, key, hash, at); // forgotten by the call that failed a moment ago
  if (row.bodyHash !== hash) {
    throw new Problem(
      422,
      'key_reused',
      'Idempotency-Key này đã dùng cho một lệnh khác. Lệnh mới cần mã mới.',
      'This Idempotency-Key was used for another command. A new command needs a new key.',
    );
  }
  if (row.status !== null) return { status: row.status, body: row.answer };
  const abandoned = await prisma.command.updateMany({
    where: { key, status: null, createdAt: { lt: new Date(at.getTime() - ABANDONED_AFTER_MS) } },
    data: { createdAt: at },
  });
  if (abandoned.count === 1) return null;
  throw new Problem(
    409,
    'in_progress',
    'Lệnh này đang được thực hiện. Hãy hỏi lại sau giây lát với cùng Idempotency-Key.',
    'This command is being carried out. Ask again in a moment with the same Idempotency-Key.',
    { retryAfterSeconds: 2 },
  );
}

async function settle(prisma: PrismaClient, key: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const problem = asProblem(error);
    if (problem && problem.status < 500 && problem.status !== 409)
      return { status: problem.status, body: problem.body() };
    await prisma.command.deleteMany({ where: { key, status: null } });
    throw error;
  }
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status);
  if (answer.status < 400) return reply.send(answer.body);
  return reply
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(body => JSON.stringify(body))
    .send(answer.body);
}
