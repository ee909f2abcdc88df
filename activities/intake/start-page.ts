import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { warning } from '../../registers/issue';
import { type CommandAnswer, type MatterState, matterWorkflowId, type RecordEvent } from '../contract';
import { matterWorkflowType, sleepingStart } from '../matter-start';
import type { IntakeDesk } from './desk';
import { noteIssues } from './staging';

/** Requests on their way to Temporal at a time. While another page is computed the answers wait, so few in flight would leave the server idle. */
const AT_ONCE = 60;

const TO_START = `
SELECT n, data -> 'state' AS state FROM import_row
WHERE import_id = $1::uuid AND page = $2 AND written AND NOT started AND data ? 'state' ORDER BY n`;
const TO_TELL = `
SELECT r.n, r.matter_id AS "matterId", r.data -> 'command' AS command, r.data ->> 'sheet' AS sheet, (r.data ->> 'row')::int AS row,
  m.id IS NOT NULL AS known, m.closed_on IS NOT NULL AS closed
FROM import_row r LEFT JOIN matter m ON m.id = r.matter_id
WHERE r.import_id = $1::uuid AND r.page = $2 AND r.written AND NOT r.started AND r.data ->> 'what' = 'event' ORDER BY r.n`;
// Marked and counted in one statement, each row once, even when two attempts at a page overlap. Once its last page is written, what
// remains of an import is starting.
const STARTED = `
WITH marked AS (
  UPDATE import_row SET started = true WHERE import_id = $1::uuid AND n = ANY($2::int[]) AND NOT started
  RETURNING data ? 'state' AS matter
)
UPDATE import SET started = started + (SELECT count(*) FROM marked WHERE matter),
  state = CASE WHEN $3 >= (SELECT max(page) FROM import_row WHERE import_id = $1::uuid) THEN 'starting' ELSE state END
WHERE id = $1::uuid AND state IN ('writing', 'starting')`;

/** Starts the workflows of the open matters of a page, and passes events on to matters recorded earlier. Repeating it starts nothing twice. */
export async function startPage(
  desk: IntakeDesk,
  { importId, page }: { importId: string; page: number; now: number },
): Promise<{ started: number }> {
  const matters = (await desk.pool.query<{ n: number; state: MatterState }>(TO_START, [importId, page])).rows;
  const events = (await desk.pool.query<EventToTell>(TO_TELL, [importId, page])).rows;
  if (matters.length + events.length > 0) {
    const client = await desk.temporal();
    await each(matters, AT_ONCE, ({ state }) => start(client, state));
    await each(events, AT_ONCE, event => tell(desk, client, importId, event));
  }
  await desk.pool.query(STARTED, [importId, [...matters, ...events].map(row => row.n), page]);
  return { started: matters.length };
}

async function start(client: Client, state: MatterState): Promise<void> {
  try {
    await client.workflow.start(matterWorkflowType(state.kind), sleepingStart(state, Date.now()));
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause;
  }
}

interface EventToTell {
  readonly n: number;
  readonly matterId: string;
  readonly command: RecordEvent;
  readonly sheet: string;
  readonly row: number;
  readonly known: boolean;
  readonly closed: boolean;
}

/** Records an event of a book on a matter that lives already. A refusal of the law is a line of the report, not a failure. */
async function tell(desk: IntakeDesk, client: Client, importId: string, event: EventToTell): Promise<void> {
  const refused = (vi: string, en: string) =>
    noteIssues(desk.pool, importId, [
      { sheet: event.sheet, row: event.row, column: null, ...warning('event-not-recorded', vi, en) },
    ]);
  if (!event.known) {
    return refused(
      'Không có việc nào mang số này trong chương trình; diễn biến chưa được ghi. Nhập sổ thụ lý trước.',
      'No matter has this number; the event was not recorded. Import the register of cases first.',
    );
  }
  if (event.closed)
    return refused(
      'Việc này đã kết thúc; diễn biến không được ghi.',
      'The matter has ended; the event was not recorded.',
    );
  try {
    const handle = client.workflow.getHandle(matterWorkflowId(event.matterId));
    const answer = await handle.executeUpdate<CommandAnswer, [RecordEvent]>('recordEvent', {
      args: [event.command],
      updateId: event.command.commandId,
    });
    if (answer.refusal) await refused(answer.refusal.vi, answer.refusal.en);
  } catch (cause) {
    if (!(cause instanceof WorkflowUpdateFailedError)) throw cause;
    const said = cause.cause instanceof ApplicationFailure ? cause.cause.message : cause.message;
    await refused(said, said);
  }
}

/** Works through the items, so many at a time; the first failure is thrown after those under way have ended. */
async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lanes = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    while (next < items.length) {
      const item = items[next]!;
      next += 1;
      await work(item);
    }
  });
  const results = await Promise.allSettled(lanes);
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
}
