import type { z } from 'zod';
import { lawAsOf } from '../../activities/law';
import { holdsAsOf, loadMatter } from '../../activities/matters/load';
import { findEvent, type LawInForce, markName, stageName, standing, toDay, toIso, vietnamDay } from '../../law';
import type { Deadline, MatterKind, Standing } from '../../law/model';
import { endOfDay } from './dates';
import type { deadlineView } from './schemas';
import { dutyTitle, type MatterView, matterViewOf, type Stores } from './view';

/** Name and earliest day of what may be recorded next, from the law. */
const allowedOf = (kind: MatterKind, { allowed }: Standing): MatterView['allowed'] =>
  allowed.map(({ type, notBefore }) => ({
    type,
    name: findEvent(kind, type)?.nameVi ?? type,
    notBefore: toIso(notBefore),
  }));

/** What stands beside the stage, with its name. */
const marksOf = ({ marks }: Standing): MatterView['marks'] => marks.map(code => ({ code, name: markName(code).vi }));

/** A matter now, with what may be recorded next. `now` in epoch ms. */
export async function matterNow(stores: Stores, matterId: string, now: number): Promise<MatterView> {
  const { kind, facts, events, holds, unitId, lawStamp } = await loadMatter(stores.pool, matterId);
  const law = await stores.lawAt(now, unitId, lawStamp);
  const view = await matterViewOf(stores.prisma, law, matterId);
  const today = standing({ law, kind, facts, events, holds, today: vietnamDay(now), now });
  return { ...view, marks: marksOf(today), allowed: allowedOf(kind, today) };
}

/**
 * What was known of a matter at the end of a past day: only events *recorded* by then, however early they had occurred, and the
 * deadlines that followed from them by the law, calendar and decisions signed by then. Number, unit and officer are those of today. `asOf` is an ISO date.
 */
export async function matterAsOf(stores: Stores, matterId: string, asOf: string): Promise<MatterView> {
  const end = endOfDay(asOf);
  const { kind, facts, events, unitId } = await loadMatter(stores.pool, matterId);
  const law = await lawAsOf(stores.pool, unitId, new Date(end.getTime() - 1));
  const holds = await holdsAsOf(stores.pool, matterId, end);
  const view = await matterViewOf(stores.prisma, law, matterId, end);
  const known = events.filter(event => event.recordedAt < end.getTime());
  const then = standing({ law, kind, facts, events: known, holds, today: toDay(asOf), now: end.getTime() - 1 });
  const deadlines = [...then.deadlines].sort((a, b) => a.due - b.due).map(one => computedView(law, one));
  const owed = then.deadlines.filter(d => (d.status === 'open' || d.status === 'overdue') && !d.lapse);
  const nextDue = owed.length === 0 ? null : Math.min(...owed.map(({ due }) => due));
  return {
    ...view,
    asOf,
    stage: then.stage,
    stageName: stageName(kind, then.stage).vi,
    law: then.law,
    closedOn: then.closedOn === undefined ? null : toIso(then.closedOn),
    nextDue: nextDue === null ? null : toIso(nextDue),
    nextDueProvisional: owed.some(({ due, provisional }) => provisional && due === nextDue),
    overdue: then.deadlines.some(d => d.status === 'overdue' && !d.lapse),
    deadlines,
    pauses: then.pauses.map(p => ({
      kind: p.kind,
      from: toIso(p.from),
      to: p.to === undefined ? null : toIso(p.to),
      basis: p.basis,
    })),
    marks: marksOf(then),
    allowed: allowedOf(kind, then),
  };
}

/** A deadline as the engine computed it; it has no version, for it is in no table. */
function computedView(law: LawInForce, deadline: Deadline): z.infer<typeof deadlineView> {
  return {
    key: deadline.key,
    version: null,
    dutyId: deadline.dutyId,
    ...dutyTitle(law, deadline.dutyId, deadline.law),
    law: deadline.law,
    basis: deadline.basis,
    role: deadline.role,
    startedOn: toIso(deadline.startedOn),
    due: toIso(deadline.due),
    dueAt: deadline.dueAt === undefined ? null : new Date(deadline.dueAt).toISOString(),
    dueLatest: toIso(deadline.dueLatest),
    lapse: deadline.lapse,
    status: deadline.status,
    closedOn: deadline.closedOn === undefined ? null : toIso(deadline.closedOn),
    provisional: deadline.provisional,
    slip: [...deadline.slip],
    changeReason: null,
  };
}
