import type { FastifyRequest } from 'fastify';
import type { PrismaClient } from '../prisma/generated/client';
import { Problem } from './http/problem';

/** Who speaks. Until log-in exists: a known officer named by `X-Officer`, or the local operator at this machine. */
export type Actor =
  | { readonly kind: 'operator'; readonly id: 'system' }
  | { readonly kind: 'officer'; readonly id: string; readonly code: string; readonly unitId: string };

export const OPERATOR: Actor = { kind: 'operator', id: 'system' };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);

/** Reads `X-Officer` (code or id). An officer who is unknown or no longer active is refused with 403. */
export async function actorOf(prisma: PrismaClient, request: FastifyRequest): Promise<Actor> {
  const named = request.headers['x-officer'];
  if (named === undefined) return OPERATOR;
  const name = String(named).trim();
  const officer = await prisma.officer.findFirst({ where: isUuid(name) ? { id: name } : { code: name } });
  if (!officer?.active) {
    throw new Problem(
      403,
      'unknown_officer',
      'X-Officer không phải mã của một cán bộ đang làm việc. Xem danh sách ở GET /v1/officers.',
      'X-Officer is not the code of an active officer. See GET /v1/officers.',
    );
  }
  return { kind: 'officer', id: officer.id, code: officer.code, unitId: officer.unitId };
}

/**
 * The officer who speaks, by code, for what an officer must sign with his or her name.
 * @throws Problem 403 when X-Officer names nobody, 422 when it is missing
 */
export async function officerOf(prisma: PrismaClient, request: FastifyRequest): Promise<string> {
  const actor = await actorOf(prisma, request);
  if (actor.kind === 'officer') return actor.code;
  throw new Problem(
    422,
    'officer_needed',
    'Việc này phải có tên người ký: hãy gửi X-Officer (mã cán bộ), hoặc dùng --by <mã cán bộ>.',
    'This needs the name of the one who signs: send X-Officer (officer code), or use --by <officer>.',
    { errors: [{ field: 'x-officer', vi: 'Thiếu X-Officer.', en: 'X-Officer is missing.' }] },
  );
}
