import { ENDED_LIST_ROWS, REPORTING_ROWS, REPORTING_RULES as RULES } from '../both/reporting';
import { duties2025, rules2025 } from '../words';

/** TT 05/2024, TTLT 12/2021, NĐ 152 Điều 32(2), and the agency's own work items. */
export const REPORTING = duties2025('plan', [...REPORTING_ROWS, ...ENDED_LIST_ROWS]);

export const REPORTING_RULES = rules2025('plan', RULES);
