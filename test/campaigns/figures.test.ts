import * as fc from 'fast-check';
import {
  addCounts,
  type Counts,
  campaignText,
  checkAlgebra,
  countsFromJson,
  countsToJson,
  derive,
  figuresText,
  grouped,
  hundredthsText,
  indicatorOf,
  NO_COUNTS,
  percentText,
  rate,
  reaches,
  TALLY_FIELDS,
  type Target,
  targetFor,
} from '../../campaigns';
import { LAO_CAI } from './fixtures';

describe('published figures come out', () => {
  test('Lào Cai 2016-2021', () => {
    expect(derive(LAO_CAI.cases)).toEqual({
      takenIn: 23_419,
      toEnforce: 23_200,
      done: 22_041,
      remaining: 628,
      carriedForward: 1_159,
    });
    expect(derive(LAO_CAI.money)).toMatchObject({
      takenIn: 1_302_149_296_000n,
      toEnforce: 1_220_564_140_000n,
      done: 385_296_980_000n,
      remaining: 641_458_402_000n,
    });
    expect(indicatorOf('cases_rate', LAO_CAI)).toBe(9723);
    expect(indicatorOf('money_rate', LAO_CAI)).toBe(3753);
    expect(checkAlgebra(LAO_CAI)).toEqual([]);
  });

  test.each([
    ['9 months of 2017, cases', 369_372n, 579_413n, '63,75 %'],
    ['2020, cases', 576_933n, 708_674n, '81,41 %'],
    ['6 months of 2019, one city', 26_515n, 54_681n, '48,49 %'],
    ['2025, cases', 577_876n, 685_898n, '84,25 %'],
  ])('%s', (_, of, to, text) => {
    expect(percentText({ of, to })).toBe(text);
  });
});

describe('rates', () => {
  test('are rounded once, halves away from zero', () => {
    expect(rate({ of: 1n, to: 800n }, 2)).toBe(13);
    expect(rate({ of: -1n, to: 800n }, 2)).toBe(-13);
    // 97,2499 % is 97,2 %, though its two-decimal form would round up to 97,3 %.
    expect(percentText({ of: 972_499n, to: 1_000_000n }, 1)).toBe('97,2 %');
    expect(percentText({ of: 972_499n, to: 1_000_000n }, 2)).toBe('97,25 %');
    expect(percentText({ of: 0n, to: 0n })).toBe('–');
    expect(percentText({ of: -5n, to: 1000n }, 1)).toBe('-0,5 %');
    expect(hundredthsText(-750)).toBe('-7,50 %');
  });

  test('stay exact for sums beyond what a number holds', () => {
    expect(percentText({ of: 9_007_199_254_740_993n, to: 9_007_199_254_740_993n * 3n }, 2)).toBe('33,33 %');
  });

  test('thousands are grouped by dots', () => {
    expect(grouped(1_302_149_296_000n)).toBe('1.302.149.296.000');
    expect(grouped(-1234)).toBe('-1.234');
    expect(grouped(999)).toBe('999');
  });

  test('the change of the backlog is against the frozen baseline', () => {
    const start = { ...NO_COUNTS, cases: { ...NO_COUNTS.cases, new: 1000, withConditions: 1000 } };
    const end = { ...start, cases: { ...start.cases, completed: 80 } };
    expect(indicatorOf('cases_backlog_change', end, start)).toBe(-800);
    expect(indicatorOf('cases_backlog_change', end, null)).toBeNull();
  });
});

describe('the algebra', () => {
  const broken = (over: Partial<Counts['cases']>) =>
    checkAlgebra({ ...LAO_CAI, cases: { ...LAO_CAI.cases, ...over } }).map(fault => `${fault.column} ${fault.rule}`);

  test('finds groups that do not add up, more done than had conditions, negative figures', () => {
    expect(broken({ withoutConditions: 530 })).toEqual(['cases groups']);
    expect(broken({ completed: 22_000 })).toEqual(['cases done']);
    expect(broken({ withoutConditions: -1, postponedOrSuspended: 532 })).toEqual(['cases negative']);
  });
});

const tally = <N>(one: fc.Arbitrary<N>) => fc.record(Object.fromEntries(TALLY_FIELDS.map(field => [field, one])));
const counts = fc.record({
  cases: tally(fc.nat(100_000)),
  money: tally(fc.bigInt({ min: 0n, max: 10n ** 18n })),
  credit: fc.record({
    withConditions: fc.nat(),
    done: fc.nat(),
    moneyWithConditions: fc.bigInt({ min: 0n }),
    moneyDone: fc.bigInt({ min: 0n }),
  }),
  coercions: fc.record({ total: fc.nat(), interagency: fc.nat() }),
  complaints: fc.record({ received: fc.nat(), settled: fc.nat() }),
}) as unknown as fc.Arbitrary<Counts>;

test('counts survive JSON, to the đồng', () => {
  fc.assert(
    fc.property(counts, one => {
      expect(countsFromJson(JSON.parse(JSON.stringify(countsToJson(one))))).toEqual(one);
    }),
  );
});

test('adding counts adds what is derived from them', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const sum = derive(addCounts(a, b).money);
      expect(sum.carriedForward).toBe(derive(a.money).carriedForward + derive(b.money).carriedForward);
      expect(addCounts(a, NO_COUNTS)).toEqual(a);
    }),
  );
});

describe('targets', () => {
  const target = (over: Partial<Target>): Target => ({
    indicator: 'cases_rate',
    unitId: null,
    tierAbove: null,
    tierUpTo: null,
    value: 7000,
    ...over,
  });
  // Bands of a plan of 2022: 500 to 5.000, above 5.000 to 10.000.
  const bands = [
    target({ value: 7100 }),
    target({ tierAbove: 499, tierUpTo: 5_000, value: 7500 }),
    target({ tierAbove: 5_000, tierUpTo: 10_000, value: 7400 }),
    target({ unitId: 'u1', value: 8000 }),
  ];
  test.each([
    ['u2', 5_000, 7500],
    ['u2', 5_001, 7400],
    ['u2', 10_001, 7100],
    ['u1', 5_000, 8000],
  ])('of unit %s with %i cases is %i', (unitId, size, value) => {
    expect(targetFor(bands, 'cases_rate', { unitId, size })).toBe(value);
  });

  test('none is set, none is invented', () => {
    expect(targetFor(bands, 'money_rate', { unitId: 'u1', size: 1 })).toBeNull();
  });

  test('a reduction is reached from above', () => {
    expect([reaches(-900, -800), reaches(-700, -800), reaches(7000, 7000), reaches(6999, 7000)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('reports', () => {
  test('print the published figures', () => {
    const text = figuresText('Lào Cai', LAO_CAI);
    expect(text).toMatch(/Thụ lý \/ taken in +23\.419 +1\.302\.149\.296\.000\n/);
    expect(text).toMatch(/entrusted, withdrawn +219 +81\.585\.156\.000\n/);
    expect(text).toMatch(/to enforce +23\.200 +1\.220\.564\.140\.000\n/);
    expect(text).toMatch(/with conditions +22\.669 +1\.026\.755\.382\.000\n/);
    expect(text).toMatch(/without conditions +531 +193\.808\.758\.000\n/);
    expect(text).toMatch(/done +22\.041 +385\.296\.980\.000\n/);
    expect(text).toMatch(/rate +97,2 % +37,5 %\n/);
    expect(text).toMatch(/remaining +628 +641\.458\.402\.000\n/);
    expect(text).toContain('Cưỡng chế: 241 việc, trong đó 73 việc');
  });

  test('of a campaign show targets, units and work items', () => {
    const text = campaignText({
      name: 'Đợt cao điểm',
      window: '03/05/2017 – 30/09/2017',
      measured: '01/10/2016 – 30/09/2017',
      asOf: '30/06/2017',
      counts: LAO_CAI,
      targets: [{ indicator: 'cases_backlog_change', target: -800, value: -812, pace: null }],
      units: [{ name: 'Chi cục A', counts: LAO_CAI, casesTarget: 7000, moneyTarget: null }],
      work: { tasks: 11, items: 37, done: 5, overdue: 2 },
    });
    expect(text).toMatch(/Tăng, giảm số việc chuyển kỳ sau +-8,00 % +-8,12 % ✓/);
    expect(text).toMatch(/Chi cục A +23\.419 +22\.669 +22\.041 +97,23 % +70,00 % +37,53 % +–/);
    expect(text).toContain('Nhiệm vụ: 11, đầu việc: 37, đã xong 5, quá hạn 2');
  });
});
