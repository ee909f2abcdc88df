/** Editions of calendar years as they are kept. */

import type { ClientBase, Pool } from 'pg';
import { dayToDb } from '../../config/database';
import { type CalendarYear, type KeptEdition, type OffDay, toDay } from '../../law';
import type { Prisma } from '../../prisma/generated/client';

const day = (iso: string): Date => dayToDb(toDay(iso));

export interface StoredEdition extends KeptEdition {
  readonly origin: 'built_in' | 'agency';
  /** Code of the officer who loaded it; `thoihan` for what came with the program. */
  readonly author: string;
  readonly countersigner: string | null;
  /** ISO instants. */
  readonly loadedAt: string;
  readonly signedAt: string | null;
}

/** A draft is signed by nobody yet and binds nobody. */
export const isDraft = ({ origin, countersigner }: Pick<StoredEdition, 'origin' | 'countersigner'>): boolean =>
  origin === 'agency' && countersigner === null;

/** A draft and those that the same notice decided of other years: loaded together, they are signed together. Empty when it is none. */
export function draftsWith(
  stored: readonly StoredEdition[],
  { year, version }: Pick<StoredEdition, 'year' | 'version'>,
): readonly StoredEdition[] {
  const draft = stored.find(one => one.year === year && one.version === version);
  if (!draft || !isDraft(draft)) return [];
  return stored.filter(one => isDraft(one) && one.author === draft.author && one.loadedAt === draft.loadedAt);
}

const EDITIONS = `
SELECT y.year, y.version, y.decision, y.decided_on::text AS "decidedOn", y.confidence, y.provisional,
  y.lunar_new_year::text AS "lunarNewYear", y.hung_kings::text AS "hungKings", y.notes, y.origin::text AS origin, y.author,
  y.countersigner, to_char(y.loaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "loadedAt",
  to_char(y.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "signedAt",
  coalesce((SELECT json_agg(json_build_object('date', day, 'reason', reason, 'kind', kind, 'confidence', confidence) ORDER BY day)
    FROM calendar_day WHERE year = y.year AND version = y.version AND NOT working), '[]') AS off,
  coalesce((SELECT json_agg(json_build_object('date', day, 'insteadOf', instead_of) ORDER BY day)
    FROM calendar_day WHERE year = y.year AND version = y.version AND working), '[]') AS "workingWeekend"
FROM calendar_year y
WHERE $1::int IS NULL OR y.year = $1
ORDER BY y.year, y.version`;

type Row = Omit<StoredEdition, 'agency' | 'notes' | 'off'> & {
  readonly notes: string | null;
  readonly off: readonly (Omit<OffDay, 'confidence'> & { confidence: OffDay['confidence'] | null })[];
};

/** Every edition kept, drafts included, by year and version. */
export async function storedEditions(client: ClientBase | Pool, year: number | null = null): Promise<StoredEdition[]> {
  const { rows } = await client.query<Row>(EDITIONS, [year]);
  return rows.map(({ notes, off, ...row }) => ({
    ...row,
    off: off.map(({ confidence, ...day }) => ({ ...day, ...(confidence && { confidence }) })),
    ...(notes !== null && { notes }),
    agency: row.origin === 'agency',
  }));
}

/** Who writes an edition, and when. */
export interface Provenance {
  readonly origin: 'built_in' | 'agency';
  readonly builtInVersion: number | null;
  readonly author: string;
  /** The text it was read from. */
  readonly sourceText: string | null;
  /** Epoch ms. */
  readonly now: number;
}

/** A transaction of Prisma. */
export type Transaction = Prisma.TransactionClient;

/**
 * Write an edition as the next version of its year; call it under `lockEditions`.
 * @returns the version it got
 */
export async function writeEdition(tx: Transaction, edition: CalendarYear, from: Provenance): Promise<number> {
  const { year, decision, confidence, provisional } = edition;
  const newest = await tx.calendarYear.aggregate({ where: { year }, _max: { version: true } });
  const version = (newest._max.version ?? 0) + 1;
  await tx.calendarYear.create({
    data: {
      ...{ year, version, decision, confidence, provisional },
      decidedOn: edition.decidedOn === null ? null : day(edition.decidedOn),
      lunarNewYear: day(edition.lunarNewYear),
      hungKings: day(edition.hungKings),
      notes: edition.notes ?? null,
      origin: from.origin,
      builtInVersion: from.builtInVersion,
      sourceText: from.sourceText,
      loadedAt: new Date(from.now),
      author: from.author,
    },
  });
  await tx.calendarDay.createMany({
    data: [
      ...edition.off.map(one => ({
        ...{ year, version, working: false, kind: one.kind, reason: one.reason },
        day: day(one.date),
        confidence: one.confidence ?? null,
      })),
      ...edition.workingWeekend.map(one => ({
        ...{ year, version, working: true, kind: 'working_weekend' },
        day: day(one.date),
        reason: `Làm bù cho ngày ${one.insteadOf}`,
        insteadOf: day(one.insteadOf),
      })),
    ],
  });
  return version;
}

/** One writer of calendar editions at a time, until the transaction ends. */
export const lockEditions = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('calendar editions'))`;
