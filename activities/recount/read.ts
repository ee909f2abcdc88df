import type { Pool } from 'pg';
import { brokenStatement, type KeptStatement, statementOf } from './statement';

/** What became of thresholds; `due` is the sum of all but `created`. */
export interface Fates {
  readonly due: number;
  readonly created: number;
  readonly acknowledged: number;
  readonly accepted: number;
  readonly onTheWay: number;
  readonly waiting: number;
  readonly held: number;
  readonly silent: number;
  readonly settled: number;
  readonly undeliverable: number;
  readonly nobody: number;
  readonly unaccounted: number;
}

export interface ProvinceFates {
  readonly provinceId: string;
  readonly province: string;
  /** Fell since the statement of the day before; `false`: earlier, and still counting. */
  readonly fresh: boolean;
  readonly fates: Fates;
}

export interface Gap {
  readonly kind: 'unaccounted' | 'nobody' | 'early' | 'groundless';
  readonly why: string;
  readonly matterId: string;
  readonly matter: string;
  readonly unit: string;
  readonly dutyId: string;
  readonly due: string;
  readonly threshold: string;
  readonly level: string;
  /** ISO instant; null where there is no such threshold. */
  readonly fellAt: string | null;
}

export interface Statement extends KeptStatement {
  readonly provinces: readonly ProvinceFates[];
  readonly gaps: readonly Gap[];
  /** Gaps beyond those listed. */
  readonly moreGaps: number;
  /** Unaccounted in the first count of the day. */
  readonly found: number;
  /** Number of the first statement of the chain that was altered; null: none. */
  readonly broken: number | null;
}

const PROVINCES = `
SELECT p.province_id AS "provinceId", u.code AS province, p.fresh, json_build_object('due', due, 'created', created,
  'acknowledged', acknowledged, 'accepted', accepted, 'onTheWay', on_the_way, 'waiting', waiting, 'held', held, 'silent', silent,
  'settled', settled, 'undeliverable', undeliverable, 'nobody', nobody, 'unaccounted', unaccounted) AS fates
FROM alert_statement_part AS p JOIN unit AS u ON u.id = p.province_id
WHERE p.statement = $1::int AND ($2::uuid[] IS NULL OR p.province_id = ANY($2::uuid[]))
ORDER BY u.code, p.fresh DESC`;

const GAPS = `
SELECT g.kind, g.why, g.matter_id AS "matterId", m.number AS matter, u.code AS unit, d.duty_id AS "dutyId",
  to_char(d.due, 'YYYY-MM-DD') AS due, g.threshold, g.level,
  to_char(g.fell_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "fellAt"
FROM alert_statement_gap AS g
JOIN matter AS m ON m.id = g.matter_id
JOIN unit AS u ON u.id = m.unit_id
JOIN deadline AS d ON d.id = g.deadline_id
WHERE g.statement = $1::int AND ($2::uuid[] IS NULL OR m.unit_id = ANY($2::uuid[]))
ORDER BY g.place`;

const FOUND = `
SELECT coalesce(sum(p.unaccounted), 0)::int AS n
FROM alert_statement AS s JOIN alert_statement_part AS p ON p.statement = s.n
WHERE s.day = $1::date AND s.revision = 1 AND ($2::uuid[] IS NULL OR p.province_id = ANY($2::uuid[]))`;

/**
 * The statement of a day (ISO date; null: the latest) in its last revision, with the provinces and gaps of the units asked for.
 * @param units ids; null: all
 * @returns null when there is no statement
 */
export async function readStatement(
  pool: Pool,
  { day, units, mostGaps }: { day: string | null; units: readonly string[] | null; mostGaps: number },
): Promise<Statement | null> {
  const kept = await statementOf(pool, day);
  if (kept === null) return null;
  const [provinces, gaps, found, broken] = await Promise.all([
    pool.query<ProvinceFates>(PROVINCES, [kept.n, units]),
    pool.query<Gap>(GAPS, [kept.n, units]),
    pool.query<{ n: number }>(FOUND, [kept.day, units]),
    brokenStatement(pool),
  ]);
  return {
    ...kept,
    provinces: provinces.rows,
    gaps: gaps.rows.slice(0, mostGaps),
    moreGaps: Math.max(0, gaps.rows.length - mostGaps),
    found: found.rows[0]!.n,
    broken,
  };
}

const DUTY = `
SELECT EXISTS (SELECT 1 FROM matter WHERE created_at < $2) AS wanted,
  to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, s.due, s.unaccounted, s.nobody, s.early, s.groundless
FROM (SELECT 1) AS one LEFT JOIN (
  SELECT st.at, st.early, st.groundless, coalesce(sum(p.due), 0)::int AS due, coalesce(sum(p.unaccounted), 0)::int AS unaccounted,
    coalesce(sum(p.nobody), 0)::int AS nobody
  FROM alert_statement AS st LEFT JOIN alert_statement_part AS p ON p.statement = st.n
  WHERE st.n = (SELECT n FROM alert_statement WHERE day = $1::date ORDER BY revision DESC LIMIT 1)
  GROUP BY st.n
) AS s ON true`;

export interface StatementDuty {
  /** The day whose statement must be there by now, ISO. */
  readonly day: string;
  /** There is something to count: matters that were there on that morning. */
  readonly wanted: boolean;
  /** When it was counted, ISO instant; null: it is missing. */
  readonly at: string | null;
  readonly due: number | null;
  readonly unaccounted: number | null;
  readonly nobody: number | null;
  readonly early: number | null;
  readonly groundless: number | null;
}

/**
 * The statement that must be there by now, and what it says in all.
 * @param day ISO date; @param from instant of that day's count: what came later is not asked for
 */
export async function statementDuty(pool: Pool, day: string, from: Date): Promise<StatementDuty> {
  return { day, ...(await pool.query<Omit<StatementDuty, 'day'>>(DUTY, [day, from])).rows[0]! };
}
