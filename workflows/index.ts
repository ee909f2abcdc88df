/** Every workflow, by the name under which it is started. */

export { bounces } from './bounces';
export { campaignProgress } from './campaign-progress';
export { complaint } from './complaint';
export { digest } from './digest';
export { dispatch } from './dispatch';
export { enforcementCase } from './enforcement-case';
export { intake } from './intake';
export { recomputeAll } from './recompute-all';
export { recount } from './recount';
export { rehearsal } from './rehearsal';
export { reportPlans } from './report-plans';
export { webhooks } from './webhooks';
export { weekly } from './weekly';
