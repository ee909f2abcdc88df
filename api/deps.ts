import type { MatterActivities } from '../activities/contract';
import type { ActivityDeps } from '../activities/deps';
import { MAX_BYTES } from '../activities/intake';
import type { LawReader } from '../activities/law';
import type { HealthCheck } from './health/checks';

/**
 * Everything the HTTP server needs; nothing in here is opened or closed by it. `temporal` connects on first use, so that the
 * server answers (and says what is missing) while Temporal is away.
 */
export interface ApiDeps
  extends Pick<
    ActivityDeps,
    'prisma' | 'pool' | 'temporal' | 'mail' | 'linkKeys' | 'webhooks' | 'publicUrl' | 'uploadsDir' | 'log'
  > {
  readonly checks: readonly HealthCheck[];
  /** Epoch milliseconds. The API is the edge at which "now" is read; tests bring their own. */
  readonly now?: () => number;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  /** Largest register taken, bytes. */
  readonly uploadBytes: number;
  /** Largest JSON body, bytes. */
  readonly bodyBytes: number;
  /** Longest wait for the answer of a command, ms. */
  readonly answerMs: number;
}

export const DEFAULT_LIMITS: Limits = { uploadBytes: MAX_BYTES, bodyBytes: 256 * 1024, answerMs: 15_000 };

/** What routes get: the dependencies with their defaults filled in. */
export type ApiContext = Omit<ApiDeps, 'limits' | 'now'> & {
  readonly limits: Limits;
  readonly now: () => number;
  readonly lawAt: LawReader;
  readonly loadState: MatterActivities['loadState'];
};
