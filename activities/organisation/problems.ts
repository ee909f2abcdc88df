/** What stands in the way of reminders in a unit, until its administrator puts it right. Reads only. */

import type { Pool } from 'pg';
import { addressFault } from '../mail/address';
import { circlesOn } from './delegations';

export const PROBLEM_KINDS = [
  'no_head',
  'no_officer',
  'officer_left',
  'bad_address',
  'circular_delegation',
  'mail_not_arriving',
  'links_forged',
  'links_expired',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface StandingProblem {
  readonly kind: ProblemKind;
  /** Code of the unit whose administrator is asked. */
  readonly unit: string;
  /** Code of the officer concerned; null when it is the unit itself. */
  readonly officer: string | null;
  /** Matters or mails concerned; null where counting says nothing. */
  readonly count: number | null;
  /** What is wrong and what to do. */
  readonly vi: string;
  readonly en: string;
}

interface Counted {
  readonly unit: string;
  readonly officer: string | null;
  readonly count: number;
}

// A unit with something to do and nobody appointed to answer for it: its reminders climb to the head above.
const NO_HEAD = `
SELECT u.code AS unit, NULL AS officer, count(m.id)::int AS count
FROM unit u LEFT JOIN matter m ON m.unit_id = u.id AND m.closed_on IS NULL
WHERE u.valid_from <= $2::date AND (u.valid_to IS NULL OR u.valid_to >= $2::date)
  AND ($1::uuid[] IS NULL OR u.id = ANY($1::uuid[]))
  AND NOT EXISTS (SELECT 1 FROM officer_role r JOIN officer o ON o.id = r.officer_id AND o.active
    WHERE r.unit_id = u.id AND r.role IN ('branch_head', 'department_head', 'province_head')
      AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to >= $2::date))
GROUP BY u.id HAVING count(m.id) > 0 OR EXISTS (SELECT 1 FROM officer o WHERE o.unit_id = u.id AND o.active)
ORDER BY u.code`;

const NO_OFFICER = `
SELECT u.code AS unit, NULL AS officer, count(*)::int AS count
FROM matter m JOIN unit u ON u.id = m.unit_id
WHERE m.closed_on IS NULL AND m.officer_id IS NULL AND ($1::uuid[] IS NULL OR u.id = ANY($1::uuid[]))
GROUP BY u.code ORDER BY u.code`;

const OFFICER_LEFT = `
SELECT u.code AS unit, o.code AS officer, count(*)::int AS count
FROM matter m JOIN officer o ON o.id = m.officer_id AND NOT o.active JOIN unit u ON u.id = m.unit_id
WHERE m.closed_on IS NULL AND ($1::uuid[] IS NULL OR u.id = ANY($1::uuid[]))
GROUP BY u.code, o.code ORDER BY u.code, o.code`;

const OFFICERS = `
SELECT o.id, o.code, o.email, u.code AS unit FROM officer o JOIN unit u ON u.id = o.unit_id
WHERE o.active AND ($1::uuid[] IS NULL OR u.id = ANY($1::uuid[])) ORDER BY o.code`;

const TASKS = `
SELECT u.code AS unit, o.code AS officer, count(b.id)::int AS count
FROM delivery_task t JOIN unit u ON u.id = t.unit_id LEFT JOIN officer o ON o.id = t.officer_id
LEFT JOIN outbox b ON b.task_id = t.id AND b.state IN ('bounced', 'suppressed', 'unknown')
WHERE t.closed_at IS NULL AND t.reason NOT IN ('bad_address', 'circular_delegation')
  AND ($1::uuid[] IS NULL OR u.id = ANY($1::uuid[]))
GROUP BY u.code, o.code ORDER BY u.code, o.code`;

/** Refused links of so many days up to and with the day asked about are shown. */
const LINK_DAYS = 7;

// Whose forged links are, nobody knows: the provinces are told.
const LINKS_FORGED = `
SELECT u.code AS unit, NULL AS officer, (SELECT sum(count) FROM link_refusal
  WHERE reason IN ('forged', 'unsigned') AND day > $2::date - ${LINK_DAYS} AND day <= $2::date)::int AS count
FROM unit u WHERE u.kind = 'province' AND ($1::uuid[] IS NULL OR u.id = ANY($1::uuid[]))
  AND EXISTS (SELECT 1 FROM link_refusal
    WHERE reason IN ('forged', 'unsigned') AND day > $2::date - ${LINK_DAYS} AND day <= $2::date)
ORDER BY u.code`;

const LINKS_EXPIRED = `
SELECT u.code AS unit, o.code AS officer, sum(l.count)::int AS count
FROM link_refusal l JOIN officer o ON o.id = l.officer_id JOIN unit u ON u.id = o.unit_id
WHERE l.reason = 'expired' AND l.day > $2::date - ${LINK_DAYS} AND l.day <= $2::date
  AND ($1::uuid[] IS NULL OR u.id = ANY($1::uuid[]))
GROUP BY u.code, o.code ORDER BY u.code, o.code`;

/**
 * Standing problems of units, by kind and unit.
 * @param unitIds units to look at; null: all
 * @param day ISO date on which roles and delegations are looked at
 */
export async function standingProblems(
  pool: Pool,
  unitIds: readonly string[] | null,
  day: string,
): Promise<StandingProblem[]> {
  const counted = async (text: string, values: unknown[] = [unitIds]) => (await pool.query<Counted>(text, values)).rows;
  const officers = (await pool.query<{ id: string; code: string; email: string; unit: string }>(OFFICERS, [unitIds]))
    .rows;
  const byId = new Map(officers.map(officer => [officer.id, officer]));
  const circles = (await circlesOn(pool, day)).filter(circle => circle.some(({ id }) => byId.has(id)));
  return [
    ...(await counted(NO_HEAD, [unitIds, day])).map(noHead),
    ...(await counted(NO_OFFICER)).map(noOfficer),
    ...(await counted(OFFICER_LEFT)).map(officerLeft),
    ...officers.flatMap(({ code, unit, email }): StandingProblem[] => {
      const fault = addressFault(email);
      if (fault === null) return [];
      const remedy = { vi: 'Sửa bằng: thoihan officer address', en: 'Correct it: thoihan officer address' };
      return [
        {
          ...{ kind: 'bad_address' as const, unit, officer: code, count: null },
          vi: `Cán bộ ${code}: ${fault.vi} ${remedy.vi} ${code} <địa chỉ>.`,
          en: `Officer ${code}: ${fault.en} ${remedy.en} ${code} <address>.`,
        },
      ];
    }),
    ...circles.map((circle): StandingProblem => {
      const inside = circle.map(({ id }) => byId.get(id)).find(one => one !== undefined)!;
      const way = [...circle, circle[0]].map(({ code }) => code).join(' → ');
      return {
        ...{ kind: 'circular_delegation' as const, unit: inside.unit, officer: inside.code, count: null },
        vi: `Ủy quyền vòng tròn: ${way}. Thư được gửi cho chính người vắng; hãy chấm dứt một ủy quyền.`,
        en: `Delegations in a circle: ${way}. Mails go to the absent officer; end one of the delegations.`,
      };
    }),
    ...(await counted(TASKS)).map(mailNotArriving),
    ...(await counted(LINKS_FORGED, [unitIds, day])).map(linksForged),
    ...(await counted(LINKS_EXPIRED, [unitIds, day])).map(linksExpired),
  ];
}

const noHead = ({ unit, count }: Counted): StandingProblem => ({
  ...{ kind: 'no_head', unit, officer: null, count },
  vi: `Đơn vị ${unit} chưa có người đứng đầu; nhắc việc chuyển lên cấp trên. Bổ nhiệm: thoihan officer role <cán bộ> branch_head --unit ${unit} --from <ngày>.`,
  en: `Unit ${unit} has no head; its reminders climb to the unit above. Appoint one: thoihan officer role <officer> branch_head --unit ${unit} --from <date>.`,
});

const noOfficer = ({ unit, count }: Counted): StandingProblem => ({
  ...{ kind: 'no_officer', unit, officer: null, count },
  vi: `${count} việc của ${unit} chưa phân công cán bộ; người đứng đầu được nhắc thay. Phân công từng việc.`,
  en: `${count} matters of ${unit} have no officer; the head is reminded instead. Assign them.`,
});

const officerLeft = ({ unit, officer, count }: Counted): StandingProblem => ({
  ...{ kind: 'officer_left', unit, officer, count },
  vi: `${count} việc của ${unit} còn đứng tên cán bộ ${officer} đã nghỉ. Phân công lại.`,
  en: `${count} matters of ${unit} still belong to officer ${officer}, who has left. Assign them again.`,
});

const mailNotArriving = ({ unit, officer, count }: Counted): StandingProblem => ({
  ...{ kind: 'mail_not_arriving', unit, officer, count },
  vi: `${count} thư cho cán bộ ${officer ?? '—'} không đến nơi. Xem: thoihan mail problems --unit ${unit}.`,
  en: `${count} mails to officer ${officer ?? '—'} do not arrive. See: thoihan mail problems --unit ${unit}.`,
});

const linksForged = ({ unit, officer, count }: Counted): StandingProblem => ({
  ...{ kind: 'links_forged', unit, officer, count },
  vi: `${LINK_DAYS} ngày qua có ${count} lần mở đường dẫn xác nhận không có chữ ký đúng; không lần nào được ghi. Nếu nhiều, đổi khóa LINK_KEYS và xem nhật ký truy cập.`,
  en: `In the last ${LINK_DAYS} days links without a valid signature were opened ${count} times; none acknowledged anything. If there are many, change LINK_KEYS and look at the access log.`,
});

const linksExpired = ({ unit, officer, count }: Counted): StandingProblem => ({
  ...{ kind: 'links_expired', unit, officer, count },
  vi: `${LINK_DAYS} ngày qua cán bộ ${officer} mở ${count} lần đường dẫn đã hết hạn: thư cũ hơn 30 ngày sau hạn. Nhắc cán bộ xem hộp nhắc việc.`,
  en: `In the last ${LINK_DAYS} days officer ${officer} opened ${count} expired links: mails from more than 30 days after the due day. Point them to their inbox.`,
});
