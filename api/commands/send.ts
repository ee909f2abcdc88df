import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { commandMatter } from '../../activities/command-matter';
import type { CommandAnswer, MatterCommand, MatterState, Refusal } from '../../activities/contract';
import { matterStart, matterWorkflowType } from '../../activities/matter-start';
import { remembered } from '../../activities/matters/command-log';
import type { ApiContext } from '../deps';
import { Problem } from '../http/problem';

type Sending = Pick<ApiContext, 'temporal' | 'loadState' | 'limits' | 'pool'>;

/**
 * Says a command to a matter's workflow as an update (`updateId` = command id) and waits for the answer, at most `limits.answerMs`.
 * A matter whose workflow is gone though the record says it is open (a server lost or restored) is started again from the
 * record in the same call. A matter that has ended takes nothing but a correction, and what the law lets follow the end.
 * @throws Problem 422 with the refusal's own texts; 503 when Temporal can't be reached; 504 when no answer came in time. After a
 *   5xx the same command may be sent again.
 */
export async function sendCommand(to: Sending, matterId: string, command: MatterCommand): Promise<CommandAnswer> {
  const client = await connected(to.temporal);
  try {
    return await client.withDeadline(Date.now() + to.limits.answerMs, () => deliver(to, client, matterId, command));
  } catch (error) {
    throw explained(error);
  }
}

const deliver = (to: Sending, client: Client, matterId: string, command: MatterCommand): Promise<CommandAnswer> =>
  commandMatter(client, to.loadState, matterId, command, state =>
    mayFollow(state, command) ? null : answeredBefore(to, matterId, command),
  );

const mayFollow = ({ allowed }: MatterState, command: MatterCommand): boolean =>
  command.type === 'correctEvent' ||
  (command.type === 'recordEvent' && Object.values(allowed).some(types => types.includes(command.event)));

/** The command may be the very one that ended the matter, sent again because its answer was lost. */
async function answeredBefore({ pool }: Sending, matterId: string, command: MatterCommand): Promise<CommandAnswer> {
  const db = await pool.connect();
  try {
    const known = await remembered(db, matterId, command);
    if (known) return known.answer;
  } finally {
    db.release();
  }
  throw matterClosed();
}

/** Has a matter run the engine again; one whose workflow is gone gets it back. @throws Problem 503 when Temporal can't be reached */
export async function sendRecompute(to: Sending, matterId: string): Promise<void> {
  const client = await connected(to.temporal);
  const state = await to.loadState({ matterId });
  try {
    await client.workflow.signalWithStart(matterWorkflowType(state.kind), {
      ...matterStart(state),
      signal: 'recompute',
    });
  } catch (error) {
    throw explained(error);
  }
}

/** The client, or a 503 that says how to go on. */
export async function connected(temporal: () => Promise<Client>): Promise<Client> {
  try {
    return await temporal();
  } catch (error) {
    throw unreachable(error);
  }
}

const unreachable = (cause: unknown): Problem =>
  Object.assign(
    new Problem(
      503,
      'temporal_unreachable',
      'Không liên lạc được với Temporal nên chưa ghi gì. Xem GET /health/ready, rồi gửi lại với cùng Idempotency-Key.',
      'Temporal cannot be reached, so nothing was recorded. See GET /health/ready, then send again with the same Idempotency-Key.',
      { retryAfterSeconds: 5 },
    ),
    { cause },
  );

const matterClosed = (): Problem =>
  new Problem(
    422,
    'matter_closed',
    'Việc đã kết thúc nên không ghi thêm được. Nếu ghi kết thúc nhầm, hãy đính chính sự kiện kết thúc.',
    'The matter has ended, so nothing more can be recorded. If the ending was a mistake, correct that event.',
  );

/** What the workflow or the way to it answered, as a Problem where it can be told; other errors are passed on. */
function explained(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    const refusal = error.cause.details?.[0] as Refusal | undefined;
    if (refusal?.vi === undefined) return error;
    return new Problem(422, refusal.code, refusal.vi, refusal.en);
  }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || grpcCode(error) === DEADLINE_EXCEEDED) {
    return new Problem(
      504,
      'no_answer_yet',
      'Lệnh đã gửi nhưng chưa có câu trả lời (worker bận hoặc chưa chạy). Gửi lại với cùng Idempotency-Key; không ghi trùng.',
      'The command was sent but no answer came (the worker is busy or not running). Send again with the same Idempotency-Key; it will not be recorded twice.',
      { retryAfterSeconds: 5 },
    );
  }
  return error instanceof ServiceError || grpcCode(error) === UNAVAILABLE ? unreachable(error) : error;
}

const DEADLINE_EXCEEDED = 4;
const UNAVAILABLE = 14;

function grpcCode(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  const cause = error instanceof ServiceError ? error.cause : undefined;
  return isGrpcServiceError(cause) ? cause.code : undefined;
}
