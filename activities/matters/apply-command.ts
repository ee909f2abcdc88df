import type { PoolClient } from 'pg';
import type { CommandOutcome, MatterCommand, Refusal } from '../contract';
import { acknowledge, reassign } from './assignments';
import { remember, remembered } from './command-log';
import { correctEvent } from './correct-event';
import type { MatterDesk } from './desk';
import { type KeptMatter, loadMatter, lockMatter } from './load';
import { changedDeadlines, type Outcome } from './outcome';
import { project } from './project';
import { recordEvent } from './record-event';
import { CommandRefused } from './refusal';
import { matterState } from './state';
import { inTransaction } from './transaction';

/**
 * Carry a command out in one transaction under the matter's lock: all of it, or nothing and a refusal. The same command again gives
 * the same answer and writes nothing.
 * @param now epoch ms
 * @throws MatterNotFound
 */
export async function applyCommand(
  desk: MatterDesk,
  { matterId, command, now }: { matterId: string; command: MatterCommand; now: number },
): Promise<CommandOutcome> {
  try {
    const { urgent, ...said } = await inTransaction(desk.pool, async client => {
      const matter = await lockMatter(client, matterId);
      const known = await remembered(client, matterId, command);
      if (known) {
        const rules = await desk.rules(now, matter);
        return { ...known, state: matterState(matter, project(matter, rules, now)), urgent: false };
      }

      const outcome = await carryOut(client, desk, matter, command, now);
      const { effects, eventId, projection } = outcome;
      const answer = {
        commandId: command.commandId,
        eventId,
        seq: outcome.matter.lastSeq,
        stage: projection.standing.stage,
        changed: changedDeadlines(matter, outcome.changes),
        refusal: null,
      };
      await remember(client, matterId, command, { answer, effects }, outcome.detail, now);
      return { state: matterState(outcome.matter, projection), effects, answer, urgent: outcome.urgent };
    });
    if (urgent) desk.hurry();
    return said;
  } catch (error) {
    if (error instanceof CommandRefused) return refused(desk, matterId, command, error.refusal, now);
    throw error;
  }
}

function carryOut(
  client: PoolClient,
  desk: MatterDesk,
  matter: KeptMatter,
  command: MatterCommand,
  now: number,
): Promise<Outcome> {
  switch (command.type) {
    case 'recordEvent':
      return recordEvent(client, desk, matter, command, now);
    case 'correctEvent':
      return correctEvent(client, desk, matter, command, now);
    case 'acknowledge':
      return acknowledge(client, desk, matter, command, now);
    case 'reassign':
      return reassign(client, desk, matter, command, now);
  }
}

async function refused(
  desk: MatterDesk,
  matterId: string,
  { commandId }: MatterCommand,
  refusal: Refusal,
  now: number,
): Promise<CommandOutcome> {
  const client = await desk.pool.connect();
  try {
    const matter = await loadMatter(client, matterId);
    const projection = project(matter, await desk.rules(now, matter), now);
    return {
      state: matterState(matter, projection),
      effects: [],
      answer: { commandId, eventId: null, seq: matter.lastSeq, stage: projection.standing.stage, changed: [], refusal },
    };
  } finally {
    client.release();
  }
}
