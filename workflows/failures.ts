import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  TemporalFailure,
} from '@temporalio/workflow';

/** Error classes that repeating doesn't cure: a defect of ours, or data the record can't hold. */
export const DEFECTS: string[] = [
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'PrismaClientValidationError',
  'MatterNotFound',
];

/**
 * What went wrong outside, or the error again when it is none of that: a cancellation of the workflow must pass, and a defect of workflow
 * code must fail the workflow task (which is retried with mended code) and never the matter.
 * A local activity's failure arrives bare, a normal one's wrapped. One whose worker ended under it, or whose workflow task ran out, is
 * said to be cancelled though nobody cancelled the matter: that is an outage like any other.
 */
export function outerFailure(error: unknown): { readonly type: string; readonly defect: boolean } {
  if (!(error instanceof TemporalFailure)) throw error;
  if (isCancellation(error)) {
    if (CancellationScope.current().consideredCancelled) throw error;
    return { type: 'Cancelled', defect: false };
  }
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (!(cause instanceof ApplicationFailure)) return { type: cause?.name ?? error.name, defect: false };
  const type = cause.type ?? cause.name;
  return { type, defect: cause.nonRetryable === true || DEFECTS.includes(type) };
}
