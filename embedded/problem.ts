/** Something a person can put right. Printed without a stack; both texts say what to do next. */
export class Problem extends Error {
  constructor(
    readonly vi: string,
    readonly en: string,
  ) {
    super(`${vi}\n${en}`);
    this.name = 'Problem';
  }
}

/** The text to print for any error: a Problem's two sentences, or the stack of what nobody expected. */
export function describe(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Node's error code (`ENOENT`, `ECONNREFUSED`, …), or undefined. By shape: an error may come from another realm. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
