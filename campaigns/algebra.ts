import { type Counts, derive, TALLY_FIELDS } from './counts';

export interface AlgebraFault {
  readonly column: 'cases' | 'money';
  readonly rule: 'negative' | 'groups' | 'done';
  readonly vi: string;
  readonly en: string;
}

/**
 * Where the figures contradict each other: a negative figure, groups that do not add up to what is to be enforced, more done than
 * had conditions. Empty for sound figures. Published reports contain such slips, and registers do.
 */
export function checkAlgebra(counts: Counts): AlgebraFault[] {
  return (['cases', 'money'] as const).flatMap(column => {
    const t = counts[column];
    const { toEnforce, done } = column === 'cases' ? derive(counts.cases) : derive(counts.money);
    const groups =
      column === 'cases'
        ? counts.cases.withConditions + counts.cases.withoutConditions + counts.cases.postponedOrSuspended
        : counts.money.withConditions + counts.money.withoutConditions + counts.money.postponedOrSuspended;
    const faults: AlgebraFault[] = TALLY_FIELDS.filter(field => t[field] < 0).map(field => ({
      column,
      rule: 'negative',
      vi: `Số liệu âm: ${field} = ${t[field]}.`,
      en: `Negative figure: ${field} = ${t[field]}.`,
    }));
    if (groups !== toEnforce) {
      faults.push({
        column,
        rule: 'groups',
        vi: `Có điều kiện + chưa có điều kiện + hoãn, tạm đình chỉ = ${groups}, khác số phải thi hành ${toEnforce}.`,
        en: `The three groups add up to ${groups}, not to the ${toEnforce} that are to be enforced.`,
      });
    }
    if (done > t.withConditions) {
      faults.push({
        column,
        rule: 'done',
        vi: `Đã xong ${done} nhiều hơn có điều kiện ${t.withConditions}.`,
        en: `${done} done, more than the ${t.withConditions} with conditions.`,
      });
    }
    return faults;
  });
}
