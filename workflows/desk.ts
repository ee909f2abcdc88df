import { ApplicationFailure, condition } from '@temporalio/workflow';
import type { CommandAnswer, MatterCommand, RecordEvent, Refusal } from '../activities/contract';

/** How many command ids a matter remembers. The record remembers all, with their answers; these are let in though their time is over. */
const REMEMBERED = 50;

/** First and longest pause between tries while the record can't be reached, ms. They double from one to the other. */
const PAUSES = {
  /** Somebody may still be waiting for the answer. */
  person: [5_000, 120_000],
  /** Nobody waits: an outage costs a sleeping matter few events, and work resumes within 15 minutes of its end. */
  matter: [60_000, 900_000],
} as const;

/** How long to wait after so many failures in a row, ms. */
export function pauseAfter(failures: number, from: keyof typeof PAUSES = 'matter'): number {
  const [first, longest] = PAUSES[from];
  return Math.min(longest, first * 2 ** Math.max(0, failures - 1));
}

/** A refusal as the caller of an update sees it: both languages in the message, the code as type, all of it in the details. */
export const refusalFailure = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`${refusal.vi} / ${refusal.en}`, refusal.code, refusal);

interface Job {
  readonly command: MatterCommand;
  /** A person waits for the answer; a matter does not. */
  readonly from: keyof typeof PAUSES;
  /** Not before this instant, epoch ms. */
  tryAt: number;
  failures: number;
  answer?: CommandAnswer;
  failure?: ApplicationFailure;
}

/** What survives continue-as-new of a desk: plain JSON. */
export interface DeskMemory {
  readonly known: readonly string[];
  readonly told: readonly RecordEvent[];
}

/** Where commands wait for the main loop, in the order they came. */
export class CommandDesk {
  private readonly carriedOut: string[];
  private readonly jobs: Job[];

  constructor(memory: DeskMemory) {
    this.carriedOut = [...memory.known];
    this.jobs = memory.told.map(command => ({ command, from: 'matter', tryAt: 0, failures: 0 }));
  }

  /** A person's command: waits for its answer. A repeated one goes to the record as well, which gives the same answer again. */
  async submit(command: MatterCommand): Promise<CommandAnswer> {
    const job = this.add(command, 'person');
    await condition(() => job.answer !== undefined || job.failure !== undefined);
    if (job.answer) return job.answer;
    throw job.failure;
  }

  /** Another matter's command: nobody waits. */
  receive(command: RecordEvent): void {
    const waits = this.jobs.some(job => job.command.commandId === command.commandId);
    if (!waits && !this.knows(command.commandId)) this.add(command, 'matter');
  }

  /** Whether this command was carried out, not long ago. */
  knows(commandId: string): boolean {
    return this.carriedOut.includes(commandId);
  }

  /** The first command that may be tried now. */
  next(now: number): Job | undefined {
    return this.jobs.find(job => job.tryAt <= now);
  }

  /** Earliest instant at which a postponed command may be tried again, epoch ms. */
  get nextTry(): number | null {
    return this.jobs.length === 0 ? null : Math.min(...this.jobs.map(job => job.tryAt));
  }

  get empty(): boolean {
    return this.jobs.length === 0;
  }

  /** Nobody waits for an answer. */
  get quiet(): boolean {
    return this.jobs.every(job => job.from === 'matter');
  }

  settle(job: Job, answer: CommandAnswer): void {
    job.answer = answer;
    if (!this.knows(answer.commandId)) this.carriedOut.push(answer.commandId);
    if (this.carriedOut.length > REMEMBERED) this.carriedOut.shift();
    this.remove(job);
  }

  refuse(job: Job, failure: ApplicationFailure): void {
    job.failure = failure;
    this.remove(job);
  }

  /** The record can't be reached: the command stays, and is tried again after a pause. Its caller may ask again for the answer. */
  postpone(job: Job, now: number): void {
    job.failures += 1;
    job.tryAt = now + pauseAfter(job.failures, job.from);
  }

  list(): { commandId: string; type: string; tryAt: number }[] {
    return this.jobs.map(job => ({ commandId: job.command.commandId, type: job.command.type, tryAt: job.tryAt }));
  }

  memory(): DeskMemory {
    const told = this.jobs.map(job => job.command).filter(command => command.type === 'recordEvent');
    return { known: this.carriedOut, told };
  }

  private add(command: MatterCommand, from: Job['from']): Job {
    const job: Job = { command, from, tryAt: 0, failures: 0 };
    this.jobs.push(job);
    return job;
  }

  private remove(job: Job): void {
    this.jobs.splice(this.jobs.indexOf(job), 1);
  }
}
