import type { z } from 'zod';
import { stageName } from '../../law';
import type { MatterKind } from '../../law/model';
import type { Prisma } from '../../prisma/generated/client';
import { isoDay, isoDayOrNull } from './dates';
import type { matterLine } from './schemas';

/** What a line of a list needs beside the matter's own row. */
export const withNames = {
  unit: { select: { code: true, name: true } },
  officer: { select: { code: true, name: true } },
  deadlines: {
    where: { current: true, lapse: false, OR: [{ status: 'overdue' }, { status: 'open', provisional: true }] },
    select: { status: true, due: true, provisional: true },
  },
} satisfies Prisma.MatterInclude;

type MatterWithNames = Prisma.MatterGetPayload<{ include: typeof withNames }>;

/** A matter as lists show it. */
export function matterLineOf(matter: MatterWithNames): z.infer<typeof matterLine> {
  return {
    id: matter.id,
    kind: matter.kind,
    number: matter.number,
    reportingYear: matter.reportingYear,
    unit: matter.unit,
    officer: matter.officer,
    openedOn: isoDay(matter.openedOn),
    closedOn: isoDayOrNull(matter.closedOn),
    stage: matter.stage,
    stageName: stageName(matter.kind as MatterKind, matter.stage).vi,
    law: matter.law,
    nextDue: isoDayOrNull(matter.nextDue),
    nextDueProvisional: matter.deadlines.some(
      ({ due, provisional }) => provisional && due.getTime() === matter.nextDue?.getTime(),
    ),
    overdue: matter.deadlines.some(({ status }) => status === 'overdue'),
  };
}
