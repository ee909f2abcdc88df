import { ActivityFailure, ApplicationFailure, isCancellation, TemporalFailure } from '@temporalio/workflow';

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
 * What went wrong outside, or the error again when it is none of that: a cancellation must pass, and a defect of workflow code must
 * fail the workflow task (which is retried with mended code) and never the matter.
 * A local activity's failure arrives bare, a normal one's wrapped.
 */
export function outerFailure(error: unknown): { readonly type: string; readonly defect: boolean } {
  if (isCancellation(error) || !(error instanceof TemporalFailure)) throw error;
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (!(cause instanceof ApplicationFailure)) return { type: cause?.name ?? error.name, defect: false };
  const type = cause.type ?? cause.name;
  return { type, defect: cause.nonRetryable === true || DEFECTS.includes(type) };
}
