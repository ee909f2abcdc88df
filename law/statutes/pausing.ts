/**
 * What stops which clock: the lists a duty names in `pausedBy`. They follow from the table in `law/coupling.ts`, which says why.
 */

import { stoppedBy } from '../coupling';

/** Runs whatever happens: acts about the file itself, and those by which a pause begins, is made known or ends. */
export const RUNS_ON: readonly string[] = stoppedBy('file');

/** Carrying out the judgment: stands still while the case is postponed, suspended or stayed. */
export const WHILE_CASE_STOPPED: readonly string[] = stoppedBy('carrying-out');

/** Selling the asset: also while the auction is paused. */
export const WHILE_SALE_STOPPED: readonly string[] = stoppedBy('sale');

/** Handing over the asset: also during force majeure. */
export const WHILE_HANDOVER_STOPPED: readonly string[] = stoppedBy('handover');

/** Somebody's right to act: time of emergency, obstacle or force majeure is not counted. */
export const FORCE_MAJEURE: readonly string[] = stoppedBy('right');

/** The limitation of the 2008 law: also the time of a postponement or suspension is not counted. */
export const WHILE_LIMITATION_STOPPED_2008: readonly string[] = stoppedBy('limitation-2008');

/** Settling a conflict of competence: time of inquiry and of hearing the requester is not counted. */
export const COMPETENCE_INQUIRY: readonly string[] = stoppedBy('competence');

/** Resolving a complaint: the time of its suspension is not counted. */
export const WHILE_COMPLAINT_SUSPENDED: readonly string[] = stoppedBy('complaint');

/** Said on every row that uses a derived pause. */
export const CASE_STOP_IS_DERIVED =
  'Luật không có quy định chung về ngừng thời hạn; hoãn, tạm đình chỉ, tạm dừng theo khiếu nại làm ngừng việc thi hành án nên thời hạn tạm ngừng cho đến quyết định tiếp tục.';
