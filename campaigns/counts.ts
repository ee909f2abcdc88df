/**
 * The figures of a scope (province, unit, enforcer, register) over a measuring window, as the statistical reports keep them:
 * cases in numbers, money in đồng. Only independent figures are stored; sums and differences are derived from them.
 *
 * Algebra of the published reports of 2022 and later (three groups; older reports have the third at zero):
 *
 *     taken in (thụ lý)             = carried over + new
 *     to enforce (phải thi hành)    = taken in − entrusted − withdrawn
 *     to enforce                    = with conditions + without conditions + postponed or suspended
 *     done (xong)                   = completed + terminated
 *     rate                          = done / with conditions
 *     carried forward               = to enforce − done
 *
 * Cases in the separate register (sổ theo dõi riêng) are outside all of it and printed beside it.
 */

/** One column of a report: numbers of cases, or đồng. */
export interface Tally<N extends number | bigint> {
  readonly carriedOver: N;
  readonly new: N;
  readonly entrusted: N;
  readonly withdrawn: N;
  /** Done ones included. */
  readonly withConditions: N;
  readonly withoutConditions: N;
  readonly postponedOrSuspended: N;
  readonly completed: N;
  readonly terminated: N;
  readonly separateRegister: N;
}

export interface Counts {
  readonly cases: Tally<number>;
  readonly money: Tally<bigint>;
  /** Of the cases above, those owed to a credit institution (án tín dụng, ngân hàng). */
  readonly credit: {
    readonly withConditions: number;
    readonly done: number;
    readonly moneyWithConditions: bigint;
    readonly moneyDone: bigint;
  };
  /** Coercion decisions of the window; each is one. `interagency`: carried out with other forces. */
  readonly coercions: { readonly total: number; readonly interagency: number };
  /** Complaints and denunciations open in the window, and those of them settled in it. */
  readonly complaints: { readonly received: number; readonly settled: number };
}

export const TALLY_FIELDS = [
  'carriedOver',
  'new',
  'entrusted',
  'withdrawn',
  'withConditions',
  'withoutConditions',
  'postponedOrSuspended',
  'completed',
  'terminated',
  'separateRegister',
] as const satisfies readonly (keyof Tally<number>)[];

const tally = <N extends number | bigint>(value: (field: keyof Tally<N>) => N): Tally<N> =>
  Object.fromEntries(TALLY_FIELDS.map(field => [field, value(field)])) as unknown as Tally<N>;

/** The counts of nothing. */
export const NO_COUNTS: Counts = {
  cases: tally(() => 0),
  money: tally(() => 0n),
  credit: { withConditions: 0, done: 0, moneyWithConditions: 0n, moneyDone: 0n },
  coercions: { total: 0, interagency: 0 },
  complaints: { received: 0, settled: 0 },
};

/** Counts of two scopes that share no matter, together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    cases: tally(field => a.cases[field] + b.cases[field]),
    money: tally(field => a.money[field] + b.money[field]),
    credit: {
      withConditions: a.credit.withConditions + b.credit.withConditions,
      done: a.credit.done + b.credit.done,
      moneyWithConditions: a.credit.moneyWithConditions + b.credit.moneyWithConditions,
      moneyDone: a.credit.moneyDone + b.credit.moneyDone,
    },
    coercions: {
      total: a.coercions.total + b.coercions.total,
      interagency: a.coercions.interagency + b.coercions.interagency,
    },
    complaints: {
      received: a.complaints.received + b.complaints.received,
      settled: a.complaints.settled + b.complaints.settled,
    },
  };
}

/** Sums and differences of a column, by the algebra above. */
export interface Derived<N extends number | bigint> {
  readonly takenIn: N;
  readonly toEnforce: N;
  readonly done: N;
  /** With conditions, not done yet. */
  readonly remaining: N;
  readonly carriedForward: N;
}

export function derive(t: Tally<number>): Derived<number>;
export function derive(t: Tally<bigint>): Derived<bigint>;
export function derive(t: Tally<number> | Tally<bigint>): Derived<number> | Derived<bigint> {
  return typeof t.new === 'bigint'
    ? derived(
        t as Tally<bigint>,
        (a, b) => a + b,
        (a, b) => a - b,
      )
    : derived(
        t as Tally<number>,
        (a, b) => a + b,
        (a, b) => a - b,
      );
}

function derived<N extends number | bigint>(
  t: Tally<N>,
  plus: (a: N, b: N) => N,
  minus: (a: N, b: N) => N,
): Derived<N> {
  const takenIn = plus(t.carriedOver, t.new);
  const toEnforce = minus(minus(takenIn, t.entrusted), t.withdrawn);
  const done = plus(t.completed, t.terminated);
  return { takenIn, toEnforce, done, remaining: minus(t.withConditions, done), carriedForward: minus(toEnforce, done) };
}
