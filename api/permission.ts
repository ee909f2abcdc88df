import type { PrismaClient } from '../prisma/generated/client';
import type { Actor } from './actor';
import { Problem } from './http/problem';

interface UnitRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
}

/**
 * May this actor see and change matters of this unit? The operator may. An officer may when the officer's unit is the
 * matter's unit, one above it, or a department of one of these (departments of the province work on matters of all branches).
 */
export function mayTouch(actor: Actor, unitId: string, units: readonly UnitRow[]): boolean {
  if (actor.kind === 'operator') return true;
  const byId = new Map(units.map(u => [u.id, u]));
  const chain = new Set<string>();
  for (let id: string | null = unitId; id !== null && !chain.has(id); id = byId.get(id)?.parentId ?? null)
    chain.add(id);
  const own = byId.get(actor.unitId);
  return chain.has(actor.unitId) || (own?.kind === 'department' && own.parentId !== null && chain.has(own.parentId));
}

/** Throws 403 unless `mayTouch`. */
export async function demand(prisma: PrismaClient, actor: Actor, unitId: string): Promise<void> {
  if (actor.kind === 'operator') return;
  const units = await prisma.unit.findMany({ select: { id: true, parentId: true, kind: true } });
  if (mayTouch(actor, unitId, units)) return;
  throw new Problem(
    403,
    'other_unit',
    'Việc này thuộc đơn vị khác; cán bộ chỉ thao tác trên việc của đơn vị mình hoặc đơn vị cấp dưới.',
    'This matter belongs to another unit; officers act on matters of their own unit or of units below it.',
  );
}

/** Ids of the units whose matters the actor may list; null: all. */
export async function visibleUnits(prisma: PrismaClient, actor: Actor): Promise<string[] | null> {
  if (actor.kind === 'operator') return null;
  const units = await prisma.unit.findMany({ select: { id: true, parentId: true, kind: true } });
  return units.filter(unit => mayTouch(actor, unit.id, units)).map(unit => unit.id);
}
