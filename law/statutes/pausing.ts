/**
 * What stops which clock, and why. A duty names one of these lists in `pausedBy`.
 *
 * Neither enforcement law has a general rule that stops clocks. Postponement (Điều 46 / 48) and suspension (Điều 47 / 49) stop
 * the case as a whole until the decision to continue, so the clocks of carrying it out stand still meanwhile: derived, as is the
 * stay ordered by who resolves a complaint (Điều 101(1)b of the 2025 law). Written in the text are only these: the suspension of a
 * complaint (Điều 105(4), 106(3)), the pause of an auction (Điều 84), and time of force majeure (34(2), 96(4); NĐ 152 67(1)c).
 */

/** Runs whatever happens: acts about the file itself, and those by which a pause begins, is made known or ends. */
export const RUNS_ON: readonly string[] = [];

/** Carrying out the judgment: stands still while the case is postponed, suspended or stayed (derived from 46, 47, 101(1)b). */
export const WHILE_CASE_STOPPED: readonly string[] = ['postponed', 'suspended', 'stayed'];

/** Selling the asset: also while the auction is paused (Điều 84). */
export const WHILE_SALE_STOPPED: readonly string[] = ['postponed', 'suspended', 'stayed', 'auction-paused'];

/** Handing over the asset: also during force majeure, as the decree says (NĐ 152 67(1)c). */
export const WHILE_HANDOVER_STOPPED: readonly string[] = ['postponed', 'suspended', 'stayed', 'force-majeure'];

/** Somebody's right to act: time of emergency, obstacle or force majeure is not counted (34(2), 96(4)). */
export const FORCE_MAJEURE: readonly string[] = ['force-majeure'];

/** The limitation of the 2008 law: also the time of a postponement or suspension is not counted (Điều 30). */
export const WHILE_LIMITATION_STOPPED_2008: readonly string[] = ['postponed', 'suspended', 'force-majeure'];

/** Settling a conflict of competence: time of inquiry and of hearing the requester is not counted (NĐ 151 40(2)). */
export const COMPETENCE_INQUIRY: readonly string[] = ['competence-inquiry'];

/** Resolving a complaint: the time of its suspension is not counted (105(4); at the second level 106(3)). */
export const WHILE_COMPLAINT_SUSPENDED: readonly string[] = ['complaint-suspended'];

/** Said on every row that uses a derived pause. */
export const CASE_STOP_IS_DERIVED =
  'Luật không có quy định chung về ngừng thời hạn; hoãn, tạm đình chỉ, tạm dừng theo khiếu nại làm ngừng việc thi hành án nên thời hạn tạm ngừng cho đến quyết định tiếp tục.';
