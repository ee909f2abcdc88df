import { WorkflowNotFoundError } from '@temporalio/client';
import { loadCalendar, signCalendar } from '../../activities/calendar';
import { matterWorkflowId } from '../../activities/contract';
import { loadPack, packDocument, signPack } from '../../activities/law';
import { recomputeStart } from '../../activities/recompute-start';
import { DEFAULT_POLICY } from '../../alerts';
import { builtInPack, calendarYears, toCivil, toIso } from '../../law';
import { HEAD, LEGAL } from '../support/signers';
import type { World } from './world';

/** A law of which limits get longer, in force a week after it was signed by two. */
export async function changeLaw({ database: { pool }, server }: World, day: number): Promise<void> {
  const now = await server.env.currentTimeMs();
  const pack = builtInPack('2025');
  const version = `${pack.version}-SOAK.1`;
  const duties = pack.duties.map(duty =>
    duty.id === 'decision-to-procuracy' && duty.period.unit === 'workingDays'
      ? { ...duty, period: { ...duty.period, n: duty.period.n + 2 } }
      : duty,
  );
  const draft = { ...pack, version, duties, inForceFrom: toIso(day + 7) };
  await loadPack(pool, { document: JSON.parse(JSON.stringify(packDocument(draft))), file: 'soak.json', by: HEAD, now });
  await signPack(pool, { law: '2025', version, by: LEGAL, now: now + 1 });
}

/** A working day of next week is swapped for the Saturday of the same week: known eight days before. */
export async function swapDay({ database, server }: World, monday: number): Promise<void> {
  const now = await server.env.currentTimeMs();
  const { year } = toCivil(monday);
  const known = calendarYears().find(one => one.year === year);
  if (!known) throw new RangeError(`no calendar of ${year}`);
  const text = JSON.stringify({
    ...known,
    decision: 'Công văn 9/VPCP',
    decidedOn: toIso(monday - 8),
    off: [...known.off, { date: toIso(monday), reason: 'Hoán đổi ngày làm việc', kind: 'swap' }],
    workingWeekend: [...known.workingWeekend, { date: toIso(monday + 5), insteadOf: toIso(monday) }],
  });
  const { drafts } = await loadCalendar(database, { text, by: HEAD, now });
  for (const { year: of, version } of drafts) {
    await signCalendar(database.pool, { year: of, version, by: LEGAL, now: now + 1 });
  }
}

/** The province warns a day earlier from now on. */
export async function changePolicy({ database: { prisma }, server }: World, provinceId: string): Promise<void> {
  const now = await server.env.currentTimeMs();
  await prisma.alertPolicyVersion.create({
    data: {
      ...{ provinceId, version: 1, author: HEAD, reason: 'báo sớm hơn một ngày', holdDays: 3 },
      ...{ validFrom: new Date(now), createdAt: new Date(now) },
      thresholds: {
        create: DEFAULT_POLICY.thresholds.map(({ from: countedFrom, offset, ...one }) => ({
          ...{ ...one, countedFrom },
          offset: offset < 0 && one.dutyClass !== 'hours' ? offset - 1 : offset,
        })),
      },
    },
  });
}

/** Every open matter runs the engine again, as after any change of law, calendar or policy; until each has, some of them after a failure. */
export async function computeAgain(world: World, matters: readonly string[], day: number, reason: string) {
  const { workflow } = world.server.client;
  const handle = await workflow.start('recomputeAll', recomputeStart(reason));
  await handle.result();
  let waiting = [...matters];
  for (let minute = 9 * 60 + 5; waiting.length > 0; minute += 5) {
    await world.until(day, minute);
    const still: string[] = [];
    for (const id of waiting) if (await isAsked(workflow, id)) still.push(id);
    waiting = still;
  }
}

/** Whether a matter has yet to run the engine again, as it was asked to. */
async function isAsked(workflow: World['server']['client']['workflow'], matterId: string): Promise<boolean> {
  try {
    return (await workflow.getHandle(matterWorkflowId(matterId)).query<{ recompute: boolean }>('pending')).recompute;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
