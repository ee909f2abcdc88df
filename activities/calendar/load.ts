import type { Pool } from 'pg';
import {
  type Beside,
  type CalendarProblem,
  type CalendarReading,
  type CalendarYear,
  inForce,
  readCalendar,
  toIso,
  vietnamDay,
} from '../../law';
import type { PrismaClient } from '../../prisma/generated/client';
import { LawRefused } from '../law/refused';
import { demandSigner } from '../law/signers';
import { isDraft, lockEditions, type StoredEdition, storedEditions, writeEdition } from './rows';

export interface CalendarStores {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
}

export interface LoadCalendar {
  /** A calendar year as JSON, several in a list, or an official notice as pasted. */
  readonly text: string;
  readonly beside?: Beside;
  /** Code or id of the officer who loads it: the first of the two signatures. */
  readonly by: string;
  /** Read and check only. */
  readonly dryRun?: boolean;
  /** Epoch ms. */
  readonly now: number;
}

export interface LoadedCalendar {
  readonly reading: CalendarReading;
  /** The drafts written, each with its version; the versions they would get, in a dry run. */
  readonly drafts: readonly CalendarYear[];
}

/** One edition of each year to read a text against: the one in force, else the newest draft. */
export function surroundings(stored: readonly StoredEdition[]): readonly StoredEdition[] {
  const binding = inForce(stored.filter(edition => !isDraft(edition)));
  const known = new Set(binding.map(({ year }) => year));
  return [...binding, ...inForce(stored.filter(edition => isDraft(edition) && !known.has(edition.year)))];
}

/** What an edition says, whatever the order it is written in. */
const content = ({ decision, decidedOn, off, workingWeekend, provisional }: CalendarYear): string =>
  JSON.stringify([
    decision,
    decidedOn,
    provisional,
    off.map(day => `${day.date} ${day.kind} ${day.reason}`).sort(),
    workingWeekend.map(({ date, insteadOf }) => `${date} ${insteadOf}`).sort(),
  ]);

/** Where a problem stands, as people find it: the line of the text, else the place in the data. */
const fieldOf = ({ line, path, year }: CalendarProblem): string =>
  line === undefined ? [year, path].filter(part => part !== undefined).join(' ') : `dòng ${line}`;

/**
 * Read a text and keep the years it decides as drafts, all of them or none. They bind nobody until a second person signs.
 * @throws LawRefused with every problem and its line; when the person may not; when the same edition is kept already
 */
export async function loadCalendar({ prisma, pool }: CalendarStores, wanted: LoadCalendar): Promise<LoadedCalendar> {
  const { text, beside, by, dryRun = false, now } = wanted;
  const signer = await demandSigner(pool, by, toIso(vietnamDay(now)));
  return prisma.$transaction(
    async tx => {
      await lockEditions(tx);
      const stored = await storedEditions(pool);
      const reading = readCalendar(text, surroundings(stored), beside);
      if (reading.problems.length > 0) throw refused(reading.problems);
      const twin = stored.find(edition =>
        reading.years.some(year => edition.year === year.year && content(edition) === content(year)),
      );
      if (twin) {
        throw new LawRefused(
          'already_loaded',
          `Lịch này đã có: năm ${twin.year} bản ${twin.version}.`,
          `This calendar is kept already: ${twin.year} version ${twin.version}.`,
        );
      }
      const next = (year: number) =>
        Math.max(0, ...stored.filter(one => one.year === year).map(one => one.version)) + 1;
      if (dryRun) return { reading, drafts: reading.years.map(year => ({ ...year, version: next(year.year) })) };
      const drafts: CalendarYear[] = [];
      for (const year of reading.years) {
        const version = await writeEdition(tx, year, {
          ...{ origin: 'agency', builtInVersion: null, author: signer.code, sourceText: text, now },
        });
        drafts.push({ ...year, version });
        await tx.audit.create({
          data: {
            ...{
              at: new Date(now),
              actor: signer.id,
              action: 'loadCalendar',
              object: `calendar:${year.year}/${version}`,
            },
            detail: { decision: year.decision, decidedOn: year.decidedOn, from: reading.from },
          },
        });
      }
      return { reading, drafts };
    },
    { timeout: 30_000 },
  );
}

function refused(problems: readonly CalendarProblem[]): LawRefused {
  const n = problems.length;
  return new LawRefused(
    'calendar_refused',
    `Chưa nạp gì: có ${n} chỗ sai.`,
    `Nothing was loaded: ${n} ${n === 1 ? 'thing is' : 'things are'} wrong.`,
    problems.map(problem => ({ field: fieldOf(problem), vi: problem.vi, en: problem.en })),
  );
}
