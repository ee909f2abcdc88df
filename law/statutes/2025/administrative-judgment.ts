import { ADMINISTRATIVE_JUDGMENT_ROWS } from '../both/administrative-judgment';
import { duties2025 } from '../words';

/** Luật Tố tụng hành chính and NĐ 71/2016: the same text under both enforcement laws. */
export const ADMINISTRATIVE_JUDGMENT = duties2025('administrative_judgment', ADMINISTRATIVE_JUDGMENT_ROWS);
