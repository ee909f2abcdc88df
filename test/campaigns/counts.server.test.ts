import { randomUUID } from 'node:crypto';
import { type CountScope, countCells, countsAsOf } from '../../activities/campaigns';
import { checkAlgebra, derive, figuresText } from '../../campaigns';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from '../support/database';
import { type TestCase, writeCase } from './cases';

jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seedOffice(database.prisma);
});
afterAll(() => database.close());

const YEAR = { from: '2025-10-01', asOf: '2026-09-30' };

/** Counts of these cases and no others: they come from an import of their own. */
async function countsOf(cases: readonly TestCase[], window: { from?: string; asOf: string } = YEAR) {
  const importId = randomUUID();
  for (const one of cases) await writeCase(database.prisma, { ...one, importId });
  const counts = await countsAsOf(database.pool, { importId, ...window });
  expect(checkAlgebra(counts)).toEqual([]);
  return counts;
}

describe('a case of the window', () => {
  test('is new when its decision falls in it, carried over when before, nothing when after or not yet', async () => {
    const { cases, money } = await countsOf([
      { spans: [['with_conditions', '2025-10-01']] },
      { spans: [['with_conditions', '2025-09-30']], amount: 7n },
      { spans: [['with_conditions', '2026-10-01']] },
      { spans: [] },
    ]);
    expect(cases).toMatchObject({ new: 1, carriedOver: 1, withConditions: 2 });
    expect(money).toMatchObject({ new: 100n, carriedOver: 7n, withConditions: 107n });
  });

  test('counts by the class it has on the day, not by the one it gets later', async () => {
    const spans: TestCase['spans'] = [
      ['with_conditions', '2026-03-01'],
      ['without_conditions', '2026-05-01'],
      ['done', '2026-07-01'],
    ];
    const at = (asOf: string) => countsOf([{ spans }], { from: '2025-10-01', asOf }).then(counts => counts.cases);
    expect(await at('2026-04-30')).toMatchObject({ withConditions: 1, withoutConditions: 0 });
    expect(await at('2026-05-01')).toMatchObject({ withConditions: 0, withoutConditions: 1 });
    expect(await at('2026-07-01')).toMatchObject({ withConditions: 1, completed: 1 });
  });

  test('ended before the window is gone; ended in it is done', async () => {
    const done = (on: string): TestCase => ({
      spans: [
        ['with_conditions', '2025-03-01'],
        ['done', on],
      ],
      closedOn: on,
    });
    expect((await countsOf([done('2025-09-30')])).cases).toMatchObject({ carriedOver: 0, withConditions: 0 });
    expect((await countsOf([done('2025-10-01')])).cases).toMatchObject({ carriedOver: 1, completed: 1 });
  });

  test('a request returned before the window, whose class never changed, is gone too', async () => {
    const returned = { spans: [['without_conditions', '2025-03-01']] as const, closedOn: '2025-09-01' };
    expect((await countsOf([returned])).cases).toMatchObject({ carriedOver: 0, withoutConditions: 0 });
  });

  test('in the separate register stands beside all figures', async () => {
    const { cases, money } = await countsOf([
      {
        spans: [
          ['without_conditions', '2024-01-10'],
          ['separate_register', '2026-02-01'],
        ],
      },
    ]);
    expect(cases).toMatchObject({ carriedOver: 0, withoutConditions: 0, separateRegister: 1 });
    expect(money).toMatchObject({ carriedOver: 0n, separateRegister: 100n });
  });

  test('postponed or suspended is the third group', async () => {
    const { cases } = await countsOf([{ spans: [['postponed_or_suspended', '2026-03-01']] }]);
    expect(cases).toMatchObject({ withConditions: 0, withoutConditions: 0, postponedOrSuspended: 1 });
  });
});

describe('money', () => {
  test('part collected counts as done though the case is not', async () => {
    const { cases, money } = await countsOf([{ money: [['collected', '2026-04-01', 30n]] }]);
    expect(derive(cases)).toMatchObject({ done: 0, remaining: 1 });
    expect(derive(money)).toMatchObject({ done: 30n, remaining: 70n });
  });

  test('collected before the window lessens what is carried over; paying out changes nothing', async () => {
    const { money } = await countsOf([
      {
        spans: [['with_conditions', '2025-01-10']],
        money: [
          ['collected', '2025-06-01', 40n],
          ['paid_out', '2025-06-05', 40n],
          ['collected', '2026-06-01', 25n],
          ['paid_out', '2026-06-05', 25n],
          ['collected', '2026-10-01', 35n],
        ],
      },
    ]);
    expect(money).toMatchObject({ carriedOver: 60n, withConditions: 60n, completed: 25n });
  });

  test('collected on a case that has no conditions any more had conditions', async () => {
    const { cases, money } = await countsOf([
      {
        spans: [
          ['with_conditions', '2026-03-01'],
          ['without_conditions', '2026-06-01'],
        ],
        money: [['collected', '2026-04-01', 30n]],
      },
    ]);
    expect(cases).toMatchObject({ withConditions: 0, withoutConditions: 1 });
    expect(money).toMatchObject({ withConditions: 30n, withoutConditions: 70n, completed: 30n });
  });

  test('an entrusted or withdrawn case leaves with its whole sum, a part with that part', async () => {
    const { cases, money } = await countsOf([
      {
        spans: [
          ['with_conditions', '2026-03-01'],
          ['entrusted', '2026-05-01'],
        ],
        closedOn: '2026-05-01',
        money: [
          ['collected', '2026-04-01', 10n],
          ['entrusted', '2026-05-01', 90n],
        ],
      },
      {
        spans: [
          ['with_conditions', '2026-03-01'],
          ['withdrawn', '2026-05-01'],
        ],
        closedOn: '2026-05-01',
      },
      { money: [['entrusted', '2026-05-01', 35n]] },
    ]);
    expect(cases).toMatchObject({ new: 3, entrusted: 1, withdrawn: 1, withConditions: 1 });
    expect(money).toMatchObject({ new: 300n, entrusted: 135n, withdrawn: 100n, withConditions: 65n, completed: 0n });
  });

  test('terminated and reduced sums are done; a case terminated without a sum takes its rest with it', async () => {
    const terminated: TestCase['spans'] = [
      ['with_conditions', '2026-03-01'],
      ['terminated', '2026-05-01'],
    ];
    const { cases, money } = await countsOf([
      { money: [['reduced', '2026-04-01', 15n]] },
      {
        spans: terminated,
        money: [
          ['terminated', '2026-05-01', 60n],
          ['collected', '2026-04-01', 40n],
        ],
      },
      { spans: terminated, money: [['collected', '2026-04-01', 45n]] },
    ]);
    expect(cases).toMatchObject({ withConditions: 3, terminated: 2, completed: 0 });
    expect(money).toMatchObject({ withConditions: 300n, completed: 85n, terminated: 130n });
  });
});

test('credit cases are a part of the whole', async () => {
  const { credit } = await countsOf([
    { credit: true, money: [['collected', '2026-04-01', 60n]] },
    { credit: true, spans: [['done', '2026-04-01']], money: [['collected', '2026-04-01', 100n]] },
    { credit: true, spans: [['entrusted', '2026-04-01']] },
    { credit: false },
  ]);
  expect(credit).toEqual({ withConditions: 2, done: 1, moneyWithConditions: 200n, moneyDone: 160n });
});

test('coercions: decisions, or acts where only those are noted; nothing that was corrected or taken back', async () => {
  const { coercions } = await countsOf([
    {
      events: [
        ['coercion-decided', '2026-04-01'],
        ['coerced', '2026-05-01', { withForces: true }],
        ['coercion-decided', '2026-06-01'],
      ],
    },
    { events: [['coerced', '2026-05-01', { withForces: false }]] },
    { events: [['coercion-decided', '2025-09-30']] },
    {
      events: [
        ['coercion-decided', '2026-04-01'],
        ['coercion-decided', '2026-04-01', { correctsSeq: 1, retracted: true }],
        ['coercion-decided', '2026-04-11'],
        ['coercion-decided', '2026-04-12', { correctsSeq: 3 }],
      ],
    },
  ]);
  expect(coercions).toEqual({ total: 4, interagency: 1 });
});

test('complaints of the window and those settled in it', async () => {
  const complaint = (openedOn: string, closedOn?: string) =>
    database.prisma.matter.create({
      data: {
        id: randomUUID(),
        kind: 'complaint',
        number: randomUUID(),
        reportingYear: 2026,
        unitId: OFFICE.province,
        openedOn: new Date(openedOn),
        closedOn: closedOn === undefined ? null : new Date(closedOn),
        stage: 'accepted',
        law: '2025',
      },
    });
  await complaint('2026-01-01', '2026-02-01');
  await complaint('2025-09-01', '2026-02-01');
  await complaint('2025-08-01', '2025-09-01');
  await complaint('2026-09-01', '2026-10-05');
  await complaint('2026-10-01');
  const { complaints } = await countsAsOf(database.pool, { unitId: OFFICE.province, ...YEAR });
  expect(complaints).toEqual({ received: 3, settled: 2 });
});

test('a unit is counted with all below it; cells share no case', async () => {
  const own = await freshDatabase();
  try {
    await seedOffice(own.prisma);
    await writeCase(own.prisma, { unitId: OFFICE.branch1, officerId: OFFICE.enforcer1 });
    await writeCase(own.prisma, { unitId: OFFICE.branch1, officerId: null });
    await writeCase(own.prisma, { unitId: OFFICE.branch2, officerId: OFFICE.enforcer3 });
    const of = async (unitId: string) => (await countsAsOf(own.pool, { unitId, ...YEAR })).cases.new;
    expect([await of(OFFICE.province), await of(OFFICE.branch1), await of(OFFICE.branch2)]).toEqual([3, 2, 1]);
    const cells = await countCells(own.pool, { unitId: OFFICE.province, ...YEAR });
    expect(cells.map(cell => [cell.unitId, cell.officerId, cell.counts.cases.new]).sort()).toEqual(
      [
        [OFFICE.branch1, OFFICE.enforcer1, 1],
        [OFFICE.branch1, null, 1],
        [OFFICE.branch2, OFFICE.enforcer3, 1],
      ].sort(),
    );
  } finally {
    await own.close();
  }
});

test.each<CountScope>([
  { unitId: randomUUID(), asOf: '2026-09-30' },
  { campaignId: 'none', asOf: '2026-09-30' },
])('an unknown scope is said to be unknown, not empty', async scope => {
  await expect(countsAsOf(database.pool, scope)).rejects.toThrow(/Không có (đơn vị|đợt cao điểm)/);
});

test('the published figures of Lào Cai 2016-2021 come out of 23.419 cases', async () => {
  // Number of cases, class, whole sum, collected, terminated; the sums are spread over the cases, the rest on the first.
  const groups: [string, number, bigint, bigint, bigint][] = [
    ['entrusted', 200, 80_000_000_000n, 0n, 0n],
    ['withdrawn', 19, 1_585_156_000n, 0n, 0n],
    ['without_conditions', 531, 193_808_758_000n, 0n, 0n],
    ['done', 21_000, 300_000_000_000n, 300_000_000_000n, 0n],
    ['terminated', 1_041, 60_000_000_000n, 40_000_000_000n, 20_000_000_000n],
    ['with_conditions', 628, 666_755_382_000n, 25_296_980_000n, 0n],
  ];
  const importId = randomUUID();
  for (const [className, n, amount, collected, terminated] of groups) {
    await database.pool.query(BULK, [
      importId,
      OFFICE.branch1,
      className,
      n,
      String(amount),
      String(collected),
      String(terminated),
    ]);
  }
  const counts = await countsAsOf(database.pool, { importId, asOf: '2021-09-30' });
  expect(checkAlgebra(counts)).toEqual([]);
  const text = figuresText('Lào Cai 2016-2021', counts);
  expect(text).toMatch(/Thụ lý \/ taken in +23\.419 +1\.302\.149\.296\.000\n/);
  expect(text).toMatch(/entrusted, withdrawn +219 +81\.585\.156\.000\n/);
  expect(text).toMatch(/to enforce +23\.200 +1\.220\.564\.140\.000\n/);
  expect(text).toMatch(/with conditions +22\.669 +1\.026\.755\.382\.000\n/);
  expect(text).toMatch(/without conditions +531 +193\.808\.758\.000\n/);
  expect(text).toMatch(/done +22\.041 +385\.296\.980\.000\n/);
  expect(text).toMatch(/rate +97,2 % +37,5 %\n/);
  expect(text).toMatch(/remaining +628 +641\.458\.402\.000\n/);
});

const BULK = `
WITH made AS (
  INSERT INTO matter (id, kind, number, reporting_year, unit_id, opened_on, closed_on, stage, law, import_id)
  SELECT gen_random_uuid(), 'enforcement_case', $3 || i, 2021, $2::uuid, DATE '2016-10-01' + i % 1000,
    CASE WHEN $3 IN ('with_conditions', 'without_conditions') THEN NULL ELSE DATE '2021-01-01' END, 'x', '2008', $1::uuid
  FROM generate_series(1, $4::int) i
  RETURNING id, opened_on, closed_on, number
), share AS (
  SELECT id, opened_on, closed_on, row_number() OVER (ORDER BY number) = 1 AS first FROM made
), cases AS (
  INSERT INTO enforcement_case (matter_id, origin, amount, credit)
  SELECT id, 'on_request', $5::bigint / $4::int + CASE WHEN first THEN $5::bigint % $4::int ELSE 0 END, false FROM share
), spans AS (
  INSERT INTO classification_span (id, matter_id, class, from_day, to_day)
  SELECT gen_random_uuid(), id, 'with_conditions', opened_on, closed_on FROM share WHERE $3 <> 'without_conditions'
  UNION ALL
  SELECT gen_random_uuid(), id, $3, coalesce(closed_on, opened_on), NULL FROM share WHERE $3 <> 'with_conditions'
)
INSERT INTO money_movement (id, matter_id, kind, "on", amount)
SELECT gen_random_uuid(), id, 'collected', DATE '2021-01-01',
  $6::bigint / $4::int + CASE WHEN first THEN $6::bigint % $4::int ELSE 0 END FROM share
UNION ALL
SELECT gen_random_uuid(), id, 'terminated', DATE '2021-01-01',
  $7::bigint / $4::int + CASE WHEN first THEN $7::bigint % $4::int ELSE 0 END FROM share`;
