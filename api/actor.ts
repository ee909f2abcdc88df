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
