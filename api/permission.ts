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

const HEADS = ['branch_head', 'department_head', 'province_head'] as const;

/**
 * Ids of the units the actor administers on `day` (UTC midnight of a civil date), as administrator or head of the unit or of one above
 * it; null: all.
 */
export const administeredUnits = (prisma: PrismaClient, actor: Actor, day: Date): Promise<string[] | null> =>
  unitsUnder(prisma, actor, [...HEADS, 'administrator'], day);

async function unitsUnder(
  prisma: PrismaClient,
  actor: Actor,
  roles: ((typeof HEADS)[number] | 'administrator')[],
  day: Date,
): Promise<string[] | null> {
  if (actor.kind === 'operator') return null;
  const [held, units] = await Promise.all([
    prisma.officerRole.findMany({
      where: {
        officerId: actor.id,
        role: { in: roles },
        validFrom: { lte: day },
        OR: [{ validTo: null }, { validTo: { gte: day } }],
      },
      select: { unitId: true },
    }),
    prisma.unit.findMany({ select: { id: true, parentId: true } }),
  ]);
  const administered = new Set(held.map(role => role.unitId));
  // Units come in no order, so children are taken in until there are no more.
  for (let before = -1; before !== administered.size; ) {
    before = administered.size;
    for (const { id, parentId } of units) if (parentId !== null && administered.has(parentId)) administered.add(id);
  }
  return [...administered];
}

/** Throws 403 unless the actor administers the unit on `day`; a null unit is the operator's. */
export async function demandAdministrator(
  prisma: PrismaClient,
  actor: Actor,
  unitId: string | null,
  day: Date,
): Promise<void> {
  const units = await administeredUnits(prisma, actor, day);
  if (units === null || (unitId !== null && units.includes(unitId))) return;
  throw new Problem(
    403,
    'not_administrator',
    'Chỉ quản trị viên hoặc người đứng đầu của đơn vị, hoặc của cấp trên, làm được việc này.',
    'Only the administrator or the head of the unit, or of one above it, may do this.',
  );
}

/** Throws 403 unless the actor is this officer, heads the officer's unit or one above it, or is the operator. */
export async function demandSelfOrHead(
  prisma: PrismaClient,
  actor: Actor,
  officer: { readonly id: string; readonly unitId: string },
  day: Date,
): Promise<void> {
  if (actor.id === officer.id) return;
  const headed = await unitsUnder(prisma, actor, [...HEADS], day);
  if (headed === null || headed.includes(officer.unitId)) return;
  throw new Problem(
    403,
    'not_yours',
    'Chỉ chính cán bộ, người đứng đầu đơn vị hoặc cấp trên xem được.',
    'Only the officer, and whoever heads the unit or one above it, may see this.',
  );
}
