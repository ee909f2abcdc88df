/**
 * The life of one matter, whatever its kind. It knows no statute: every date comes from the record, by a local activity that runs
 * the engine and writes in one transaction. Here is only when to wake, whom to answer, and when to begin a new history.
 */

import {
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { MatterActivities, MatterCommand, MatterState } from '../activities/contract';
import { Alarm } from './alarm';
import { CommandDesk, type DeskMemory, pauseAfter, refusalFailure } from './desk';
import { carryOut } from './effects';
import { DEFECTS, outerFailure } from './failures';
import * as messages from './messages';
import { refuse } from './refusals';
import { Rest } from './rest';
import { publish } from './search-attributes';

// Local activities, both: each is one short transaction that may be repeated, and costs one event instead of six.
const { applyCommand } = proxyLocalActivities<Pick<MatterActivities, 'applyCommand'>>({
  // Far under a second when the database answers; 10 s without an answer is an outage.
  startToCloseTimeout: '10 seconds',
  // Few and quick, so that an outage is noticed; then the command is put back and tried again after a pause (see `CommandDesk`), and
  // others are served. A defect of ours, or data the record can't hold, won't get better by repeating.
  retry: {
    initialInterval: '200 milliseconds',
    maximumAttempts: 4,
    nonRetryableErrorTypes: DEFECTS,
  },
});
const { wakeUp, recompute } = proxyLocalActivities<Pick<MatterActivities, 'wakeUp' | 'recompute'>>({
  startToCloseTimeout: '10 seconds',
  // Must happen in the end, so the main loop tries again after a pause, for ever (see `pauseAfter`); meanwhile commands are served.
  retry: { initialInterval: '1 second', maximumAttempts: 3 },
});

/** What continue-as-new carries beside the state. */
export interface Memory extends DeskMemory {
  readonly v: 1;
  readonly recompute: boolean;
}
const NOTHING: Memory = { v: 1, known: [], told: [], recompute: false };

/** A wake-up that answers with a moment already past must not spin. */
const SHORTEST_SLEEP_MS = 60_000;

/**
 * Runs a matter until it has ended and everybody has been answered.
 * @param initial the state as the record has it. A matter that has ended may be started for one command (update-with-start).
 * @returns the last state
 */
export async function matterEntity(initial: MatterState, memory: Memory = NOTHING): Promise<MatterState> {
  let matter = initial;
  let recomputeWanted = memory.recompute;
  let failures = 0;
  let notBefore = 0;
  const desk = new CommandDesk(memory);
  const rest = new Rest();
  const alarm = new Alarm(rest.end);

  // ── Messages ──
  const validator = (update: MatterCommand['type']) => (command: MatterCommand) => {
    if (desk.knows(command?.commandId)) return;
    const refusal = refuse(update, matter, command, Date.now(), desk.empty);
    if (refusal) throw refusalFailure(refusal);
  };
  const submit = (command: MatterCommand) => {
    rest.end();
    return desk.submit(command);
  };
  setHandler(messages.recordEvent, submit, { validator: validator('recordEvent') });
  setHandler(messages.correctEvent, submit, { validator: validator('correctEvent') });
  setHandler(messages.acknowledge, submit, { validator: validator('acknowledge') });
  setHandler(messages.reassign, submit, { validator: validator('reassign') });
  setHandler(messages.tell, command => {
    rest.end();
    desk.receive(command);
  });
  setHandler(messages.recompute, () => {
    rest.end();
    recomputeWanted = true;
    notBefore = 0;
  });
  setHandler(messages.state, () => matter);
  setHandler(messages.pending, () => ({
    commands: desk.list(),
    recompute: recomputeWanted,
    alarmAt: alarm.at,
    failures,
    remembered: desk.memory().known.length,
  }));

  // ── What there is to do ──
  const wakeAt = (): number | null => {
    if (matter.closed) return null;
    if (recomputeWanted) return notBefore;
    return matter.nextWake === null ? null : Math.max(matter.nextWake, notBefore);
  };
  const due = () => (wakeAt() ?? Number.POSITIVE_INFINITY) <= Date.now();
  const busy = () => due() || desk.next(Date.now()) !== undefined;
  const ended = () => matter.closed && desk.empty && allHandlersFinished();
  const full = () => workflowInfo().continueAsNewSuggested && desk.quiet && allHandlersFinished();
  const earliest = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));

  // ── The only places that do I/O, one at a time ──
  async function serve(): Promise<void> {
    const job = desk.next(Date.now());
    if (!job) return;
    const { command } = job;
    try {
      const outcome = await applyCommand({ matterId: matter.matterId, command, now: Date.now() });
      if (outcome.answer.refusal) {
        if (job.from === 'matter')
          log.info('told command refused', { commandId: command.commandId, code: outcome.answer.refusal.code });
        return desk.refuse(job, refusalFailure(outcome.answer.refusal));
      }
      matter = outcome.state;
      for (const effect of outcome.effects) await carryOut(effect);
      desk.settle(job, outcome.answer);
    } catch (error) {
      const { type: cause, defect } = outerFailure(error);
      log.error('command not recorded', { commandId: command.commandId, type: command.type, defect, cause });
      if (defect) desk.refuse(job, refusalFailure(notRecordable(command)));
      else desk.postpone(job, Date.now());
    }
  }

  async function wake(): Promise<void> {
    const work = recomputeWanted ? recompute : wakeUp;
    recomputeWanted = false;
    try {
      const { matterId, allowed, allowedHash } = matter;
      const result = await work({ matterId, now: Date.now(), allowedHash });
      matter = { allowed, ...result.state };
      failures = 0;
      notBefore = Date.now() + SHORTEST_SLEEP_MS;
    } catch (error) {
      const { type: cause } = outerFailure(error);
      recomputeWanted ||= work === recompute;
      failures += 1;
      notBefore = Date.now() + pauseAfter(failures);
      log.error('wake-up failed; will be tried again', { failures, cause });
    }
  }

  // Started after its end: the message that started it is a correction, or something that may follow the end.
  if (matter.closed) await condition(() => !desk.empty, '1 minute');

  // ── The main loop ──
  for (;;) {
    while (busy()) {
      if (desk.next(Date.now())) await serve();
      else await wake();
    }
    publish(matter);
    if (ended()) return matter;
    if (full()) await continueAsNew(matter, { v: 1, ...desk.memory(), recompute: recomputeWanted } satisfies Memory);
    alarm.set(earliest(wakeAt(), desk.nextTry));
    // The answer of a command may still be on its way out; an end, and a new history, wait for it.
    if (allHandlersFinished()) await rest.begin();
    else await condition(() => busy() || allHandlersFinished());
  }
}

const notRecordable = (command: MatterCommand) => ({
  code: 'not_recordable',
  vi: `Không ghi được lệnh ${command.commandId} do lỗi của chương trình hoặc dữ liệu không hợp lệ. Hãy kiểm tra nội dung; nếu đúng, báo quản trị viên kèm mã lệnh.`,
  en: `Command ${command.commandId} cannot be recorded, because of a defect or of data the record cannot hold. Check its content; if it is right, give the administrator its id.`,
});
