import type { EventDef } from '../../model';
import { COMPLAINT_DECISION } from './decision';
import { COMPLAINT_HANDLING } from './handling';
import { COMPLAINT_INTAKE } from './intake';

/**
 * The life of a complaint about enforcement at either level (Điều 96 – 107); `level`, `class` and `against` are facts of the matter.
 * A second complaint is a matter of its own, begun by the first.
 */
export const COMPLAINT: readonly EventDef[] = [...COMPLAINT_INTAKE, ...COMPLAINT_HANDLING, ...COMPLAINT_DECISION];
