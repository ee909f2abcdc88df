import { seedReference } from '../../activities/matters/seed';
import { vectors } from '../../handbook/vectors';
import {
  buildCalendar,
  builtInLaw,
  calendarYears,
  type Duty,
  dutyOf,
  type Facts,
  type Period,
  toDay,
  toIso,
} from '../../law';
import { countPeriod } from '../../law/engine/period';
import { freshDatabase, type TestDatabase } from '../support/database';
import { answerOf } from './support';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
  await seedReference(db.prisma, Date.UTC(2026, 10, 26));
});
afterAll(() => db.close());

interface Asked {
  readonly period: Period;
  readonly on: string;
  readonly at?: string | undefined;
}

const LIMITS = `
  SELECT CASE
      WHEN unit = 'hours' OR of = 'hours' THEN to_char(due_moment(unit, n, on_day + at), 'YYYY-MM-DD"T"HH24:MI')
      ELSE to_char(due_date(unit, n, of, on_day), 'YYYY-MM-DD')
    END AS due,
    CASE WHEN of = 'hours' THEN false ELSE due_is_provisional(unit, n, of, on_day) END AS provisional
  FROM jsonb_to_recordset($1) AS asked (i int, unit text, n int, of text, on_day date, at interval)
  ORDER BY i`;

/** What SQL says of each question, with swapped days or without. */
async function inSql(asked: readonly Asked[], swaps = true): Promise<{ due: string; provisional: boolean }[]> {
  const rows = asked.map(({ period, on, at }, i) => ({
    ...{ i, on_day: on, at: `${at ?? '24:00'}:00`, unit: period.unit },
    n: 'n' in period ? period.n : 0,
    of: period.unit === 'before' ? period.of : null,
  }));
  const client = await db.pool.connect();
  try {
    await client.query(`SELECT set_config('thoihan.without_swaps', $1, false)`, [swaps ? 'off' : 'on']);
    return (await client.query(LIMITS, [JSON.stringify(rows)])).rows;
  } finally {
    await client.query('RESET thoihan.without_swaps');
    client.release();
  }
}

/** The lengths a limit may have: the first variant the facts fulfil, else its own and those no fact speaks against. */
function lengths(duty: Duty, facts: Facts): Period[] {
  const may: Period[] = [];
  for (const { when, period } of duty.variants ?? []) {
    const named = Object.entries(when).map(([name, wanted]) =>
      facts[name] === undefined ? undefined : [wanted].flat().includes(facts[name]),
    );
    if (named.includes(false)) continue;
    may.push(period);
    if (!named.includes(undefined)) return may;
  }
  return [...may, duty.period];
}

test('every vector follows from the calendar tables alone', async () => {
  const all = vectors();
  const asked = all.flatMap((vector, of) => {
    const duty = dutyOf(builtInLaw(), vector.dutyId, vector.law);
    const own = lengths(duty, vector.facts ?? {});
    const readings = own.includes(duty.period) ? (duty.readings ?? []).map(({ period }) => period) : [];
    const { on, at } = vector;
    return [...own, ...readings].map(period => ({ of, period, on, at, reading: readings.includes(period) }));
  });
  const said = await inSql(asked);
  const unbound = await inSql(asked, false);
  const answered = asked.map((question, i) => ({ ...question, i, ...said[i]! }));
  const byVector = all.map((): typeof answered => []);
  for (const one of answered) byVector[one.of]!.push(one);
  const found = all.map((vector, of) => {
    const mine = byVector[of]!;
    const earliest = (list: typeof mine) => list.reduce((a, b) => (b.due < a.due ? b : a));
    const chosen = earliest(mine.filter(({ reading }) => !reading));
    const bound = [chosen, ...mine.filter(({ reading }) => reading)];
    const { dutyId, law } = vector;
    const free = dutyOf(builtInLaw(), dutyId, law).owedBy ? bound.map(one => ({ ...one, ...unbound[one.i]! })) : [];
    const disputed = [...bound, ...free];
    return {
      ...{ dutyId, law, kind: chosen.period.unit, due: earliest(disputed).due },
      dueLatest: disputed
        .map(({ due }) => due)
        .sort()
        .at(-1),
      provisional: disputed.some(({ provisional }) => provisional),
    };
  });
  expect(found).toEqual(all.map(answerOf));
});

test('every kind of limit, from days of fifteen years, as the engine counts it', async () => {
  const calendar = buildCalendar(calendarYears());
  const sorts = [
    'days',
    'workingDays',
    'months',
    'years',
    'atOnce',
    'onDay',
    'beforeDays',
    'beforeWorkingDays',
  ] as const;
  const periodOf = (sort: (typeof sorts)[number], n: number): Period => {
    if (sort === 'atOnce' || sort === 'onDay') return { unit: sort };
    if (sort === 'beforeDays') return { unit: 'before', of: 'days', n };
    if (sort === 'beforeWorkingDays') return { unit: 'before', of: 'workingDays', n };
    return { unit: sort, n };
  };
  const asked: Asked[] = [];
  let n = 0;
  for (let day = toDay('2014-11-01'); day < toDay('2029-11-01'); day += 11) {
    n += 1;
    const sort = sorts[n % sorts.length]!;
    asked.push({ period: periodOf(sort, 1 + ((n * 7) % (sort === 'years' ? 5 : 37))), on: toIso(day) });
  }
  const engine = asked.map(({ period, on }) => {
    const { due, provisional } = countPeriod(period, toDay(on), 1440, { calendar, pauses: [] });
    return { due: toIso(due), provisional };
  });
  expect(await inSql(asked)).toEqual(engine);
});

test('the signed edition of a year is the one in use, a draft is not', async () => {
  const due = async () => (await inSql([{ period: { unit: 'days', n: 1 }, on: '2027-06-08' }]))[0]!;
  expect(await due()).toEqual({ due: '2027-06-09', provisional: true });
  await db.pool.query(
    `INSERT INTO calendar_year (year, version, decision, decided_on, confidence, lunar_new_year, hung_kings, loaded_at, author)
     VALUES (2027, 99, 'thử', '2026-11-26', 'N', '2027-02-06', '2027-04-16', now(), 'thử')`,
  );
  await db.pool.query(
    `INSERT INTO calendar_day (year, version, day, working, kind, reason) VALUES (2027, 99, '2027-06-09', false, 'swap', 'thử')`,
  );
  expect(await due()).toEqual({ due: '2027-06-09', provisional: true });
  await db.pool.query(
    `UPDATE calendar_year SET countersigner = 'hai', signed_at = now() WHERE year = 2027 AND version = 99`,
  );
  expect(await due()).toEqual({ due: '2027-06-10', provisional: false });
});

test('a date asked of a limit in hours is refused', async () => {
  await expect(db.pool.query(`SELECT due_date('hours', 24, NULL, '2026-07-06')`)).rejects.toThrow('due_moment');
  await expect(db.pool.query(`SELECT due_date('weeks', 2, NULL, '2026-07-06')`)).rejects.toThrow('weeks');
});
