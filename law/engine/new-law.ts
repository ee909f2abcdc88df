import { toDay } from '../day';
import type { Day } from '../model';

/** First day on which Luật 106/2025/QH15 is in force. */
export const NEW_LAW: Day = toDay('2026-07-01');
