/** Why a change to officers, their mail or what they stand in for was not made; `field` names what the caller gave. Nothing was written. */
export class OfficeRefused extends Error {
  override readonly name = 'OfficeRefused';
  constructor(
    readonly code:
      | 'unknown_officer'
      | 'unknown_unit'
      | 'code_taken'
      | 'wrong_address'
      | 'address_taken'
      | 'wrong_days'
      | 'circular_delegation'
      | 'no_delegation'
      | 'no_role'
      | 'unknown_task'
      | 'task_closed'
      | 'wrong_target'
      | 'no_subscription'
      | 'feed_made'
      | 'no_feed',
    readonly field: string,
    readonly vi: string,
    readonly en: string,
  ) {
    super(`${vi} / ${en}`);
  }
}
