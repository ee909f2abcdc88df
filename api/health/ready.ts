import type { HealthCheck } from './checks';

export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  /** Present when not ok: what is missing, for people. */
  readonly vi?: string;
  readonly en?: string;
}

const PATIENCE_MS = 4000;

/** Asks every check at once; each has four seconds. Never throws. */
export function runChecks(checks: readonly HealthCheck[], now: () => number): Promise<CheckResult[]> {
  return Promise.all(
    checks.map(async check => {
      const begun = now();
      const failure = await patiently(check.probe());
      const ms = now() - begun;
      if (failure === null) return { name: check.name, ok: true, ms };
      return { name: check.name, ok: false, ms, vi: check.vi, en: `${check.en} (${failure})` };
    }),
  );
}

/** The class of what went wrong, or null. Messages of drivers may quote a connection string, so only its name is passed on. */
async function patiently(probe: Promise<void>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>(resolve => {
    timer = setTimeout(() => resolve('timeout'), PATIENCE_MS);
  });
  try {
    return await Promise.race([probe.then(() => null), tooLate]);
  } catch (error) {
    return error instanceof Error ? ((error as { code?: string | number }).code?.toString() ?? error.name) : 'error';
  } finally {
    clearTimeout(timer);
  }
}
