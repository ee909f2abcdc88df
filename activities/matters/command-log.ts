/** Commands that were carried out, so that the same id gives the same answer; and the audit trail. */

import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { canonical } from '../../law/canonical';
import type { CommandAnswer, Effect, MatterCommand } from '../contract';
import { refuse } from './refusal';
import { instant } from './rows';

export interface Remembered {
  readonly answer: CommandAnswer;
  readonly effects: readonly Effect[];
}

const keyOf = (matterId: string, commandId: string): string => `matter:${matterId}:${commandId}`;
const hashOf = (command: MatterCommand): string => createHash('sha256').update(canonical(command)).digest('hex');

const FIND = `SELECT body_hash, answer FROM command WHERE key = $1`;

/**
 * What was answered to this command before; null when it is new.
 * @throws CommandRefused when the id was used for another command
 */
export async function remembered(
  client: PoolClient,
  matterId: string,
  command: MatterCommand,
): Promise<Remembered | null> {
  const { rows } = await client.query({
    name: 'command-find',
    text: FIND,
    values: [keyOf(matterId, command.commandId)],
  });
  if (rows[0] === undefined) return null;
  if (rows[0].body_hash !== hashOf(command)) {
    refuse(
      'command_reused',
      `Mã lệnh ${command.commandId} đã dùng cho một lệnh khác của việc này. Hãy gửi lại với mã mới.`,
      `Command id ${command.commandId} was used for another command on this matter. Send it again with a new id.`,
    );
  }
  return rows[0].answer;
}

const REMEMBER = `
WITH kept AS (
  INSERT INTO command (key, body_hash, status, answer, created_at) VALUES ($1, $2, 200, $3, $4)
)
INSERT INTO audit (at, actor, action, object, detail) VALUES ($4, $5, $6, $7, $8)`;

/** Keep the answer and the trace of who did what. `detail` holds ids and codes only. */
export async function remember(
  client: PoolClient,
  matterId: string,
  command: MatterCommand,
  result: Remembered,
  detail: Readonly<Record<string, string | number | null>>,
  now: number,
): Promise<void> {
  const values = [
    keyOf(matterId, command.commandId),
    hashOf(command),
    JSON.stringify(result),
    instant(now),
    command.by,
    command.type,
    `matter:${matterId}`,
    JSON.stringify({ commandId: command.commandId, ...detail }),
  ];
  await client.query({ name: 'command-keep', text: REMEMBER, values });
}
