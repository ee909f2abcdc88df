import { REPORTING_ROWS, REPORTING_RULES as RULES } from '../both/reporting';
import { duties2008, rules2008 } from '../words';

/** TT 05/2024, TTLT 12/2021, and the agency's own work items: the same under both enforcement laws. */
export const REPORTING = duties2008('plan', REPORTING_ROWS);

export const REPORTING_RULES = rules2008('plan', RULES);
