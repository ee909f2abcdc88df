import { createHash, randomUUID } from 'node:crypto';
import type { PrismaClient } from '../../prisma/generated/client';
import { OFFICE } from '../support/database';

export interface TestCase {
  readonly unitId?: string;
  readonly officerId?: string | null;
  readonly importId?: string;
  readonly amount?: bigint;
  readonly credit?: boolean;
  readonly closedOn?: string;
  /** Class and the day it began, in order; empty: no decision yet. */
  readonly spans?: readonly (readonly [className: string, from: string])[];
  readonly money?: readonly (readonly [kind: string, on: string, amount: bigint])[];
  readonly events?: readonly (readonly [type: string, on: string, attrs?: object])[];
}

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
let counter = 0;

/** Write a case as its projection would stand; by default one of 1 March 2026 with conditions, at the first branch. */
export async function writeCase(prisma: PrismaClient, one: TestCase): Promise<string> {
  const id = randomUUID();
  const spans = one.spans ?? [['with_conditions', '2026-03-01']];
  await prisma.matter.create({
    data: {
      id,
      kind: 'enforcement_case',
      number: `${++counter}/QĐ-THADS`,
      reportingYear: 2026,
      unitId: one.unitId ?? OFFICE.branch1,
      officerId: one.officerId === undefined ? OFFICE.enforcer1 : one.officerId,
      importId: one.importId ?? null,
      openedOn: day(spans[0]?.[1] ?? '2026-03-01'),
      closedOn: one.closedOn === undefined ? null : day(one.closedOn),
      stage: 'decided',
      law: '2025',
      enforcement: { create: { origin: 'on_request', amount: one.amount ?? 100n, credit: one.credit ?? false } },
      spans: {
        create: spans.map(([className, from], i) => ({
          class: className,
          fromDay: day(from),
          toDay: spans[i + 1] ? day(spans[i + 1]![1]) : null,
        })),
      },
      money: { create: (one.money ?? []).map(([kind, on, amount]) => ({ kind, on: day(on), amount })) },
    },
  });
  await writeEvents(prisma, id, one.events ?? []);
  return id;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Events in a chain as the database asks for; `correctsSeq` in the attributes names the event that one replaces. */
async function writeEvents(prisma: PrismaClient, matterId: string, events: NonNullable<TestCase['events']>) {
  let prevHash = '0'.repeat(64);
  const ids: string[] = [];
  for (const [i, [type, on, attrs = {}]] of events.entries()) {
    const { correctsSeq, retracted = false, ...rest } = attrs as { correctsSeq?: number; retracted?: boolean };
    const id = randomUUID();
    const next = hash(`${matterId} ${i}`);
    ids.push(id);
    await prisma.event.create({
      data: {
        id,
        matterId,
        seq: i + 1,
        type,
        occurredOn: day(on),
        attrs: rest,
        recordedAt: new Date('2026-11-01T00:00:00Z'),
        recordedBy: 'system',
        commandId: `c${i}`,
        correctsId: correctsSeq === undefined ? null : ids[correctsSeq - 1]!,
        retracted,
        prevHash,
        hash: next,
      },
    });
    prevHash = next;
  }
}
