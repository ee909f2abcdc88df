import { ADMINISTRATIVE_JUDGMENT_ROWS } from '../both/administrative-judgment';
import { duties2008 } from '../words';

/** Luật Tố tụng hành chính and NĐ 71/2016: the same text under both enforcement laws. */
export const ADMINISTRATIVE_JUDGMENT = duties2008('administrative_judgment', ADMINISTRATIVE_JUDGMENT_ROWS);
