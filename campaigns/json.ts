import { type Counts, TALLY_FIELDS, type Tally } from './counts';

/** Counts as JSON: money as decimal strings of đồng. */
export interface CountsJson {
  readonly cases: Tally<number>;
  readonly money: { readonly [field in keyof Tally<bigint>]: string };
  readonly credit: { withConditions: number; done: number; moneyWithConditions: string; moneyDone: string };
  readonly coercions: Counts['coercions'];
  readonly complaints: Counts['complaints'];
}

export function countsToJson(counts: Counts): CountsJson {
  return {
    cases: counts.cases,
    money: Object.fromEntries(TALLY_FIELDS.map(field => [field, String(counts.money[field])])) as CountsJson['money'],
    credit: {
      ...counts.credit,
      moneyWithConditions: String(counts.credit.moneyWithConditions),
      moneyDone: String(counts.credit.moneyDone),
    },
    coercions: counts.coercions,
    complaints: counts.complaints,
  };
}

/** The reverse of `countsToJson`. */
export function countsFromJson(json: CountsJson): Counts {
  return {
    cases: json.cases,
    money: Object.fromEntries(
      TALLY_FIELDS.map(field => [field, BigInt(json.money[field])]),
    ) as unknown as Tally<bigint>,
    credit: {
      ...json.credit,
      moneyWithConditions: BigInt(json.credit.moneyWithConditions),
      moneyDone: BigInt(json.credit.moneyDone),
    },
    coercions: json.coercions,
    complaints: json.complaints,
  };
}
