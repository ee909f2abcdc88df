import { readStatement } from '../../activities/recount/read';
import { builtInLaw, toIso, vietnamDay } from '../../law';
import { until } from '../support/program';
import { type Behaviour, messageIds } from '../support/relay';
import { caseOfLastWeek, freeze, frozenCase, type House, openHouse, wakeNow } from './house';
import { type Strike, startVictim } from './victim';

/**
 * A worker dies at every step from a wake-up to the relay's 250, another goes on. Each reminder must then be kept once, its mail accepted
 * once (twice only where nobody can know, docs/decisions/0008), and the statement must miss nothing.
 */
jest.setTimeout(120_000);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DEATH_MS = 60_000;
/** A worker's silence is noticed after ten seconds, a digest's after thirty. */
const RECOVERY_MS = 45_000;
/** When the dispatcher looks again: a claim lasts ten minutes, a doubt rests fifteen. */
const LATER = [0, 11 * MINUTE, 27 * MINUTE, 43 * MINUTE];

let house: House;
beforeEach(async () => {
  house = await openHouse();
}, 60_000);
afterEach(() => house.close(), 60_000);

const MAILS = 'SELECT message_id AS id, kind, state::text AS state, attempts FROM outbox ORDER BY kind, message_id';
interface Kept {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
}
const keptMails = () => house.sql<Kept>(MAILS);

/** Another worker goes on until everything is written; then hours pass for the dispatcher, and what is there in the end is looked at. */
async function recovered(
  kind: 'urgent' | 'digest',
  mails: number,
  answered?: Promise<unknown>,
): Promise<{ mails: Kept[]; taken: Record<string, number> }> {
  const stop = await house.server.serve(house.activities);
  const written = async () => ((await keptMails()).filter(one => one.kind === kind).length >= mails ? true : null);
  await until(`${mails} mails in the outbox`, RECOVERY_MS, written);
  await answered;
  // What it is sending is not to be taken for abandoned.
  await stop();
  const now = Date.now();
  for (const after of LATER) await house.activities.dispatchMail({ now: now + after });
  const day = toIso(vietnamDay(now));
  await house.activities.writeStatement({ day, revision: 1, now, asked: 0, revived: 0 });
  const statement = (await readStatement(house.database.pool, { day, units: null, mostGaps: 10 }))!;
  expect(statement).toMatchObject({ gaps: [], early: 0, groundless: 0 });
  const due = statement.provinces.reduce((sum, one) => sum + one.fates.due, 0);
  expect(due).toBeGreaterThan(0);
  // Mails that wait for an office to open; the longest holidays are shorter.
  await house.activities.dispatchMail({ now: now + 14 * DAY });

  const taken: Record<string, number> = {};
  const all = await keptMails();
  // The schedule of the digests may come round meanwhile: its mails are another matter.
  const others = all.filter(one => one.kind !== kind).map(({ id }) => id);
  for (const id of messageIds(house.relay.accepted)) if (!others.includes(id)) taken[id] = (taken[id] ?? 0) + 1;
  return { mails: all.filter(one => one.kind === kind), taken };
}

/** Every mail that is kept was taken so often, and no other. */
const eachTaken = (mails: readonly Kept[], times: number) => Object.fromEntries(mails.map(({ id }) => [id, times]));

const LOADS = 'FROM event WHERE matter_id = m\\.id';
const WRITES = 'WITH held AS[^]*INSERT INTO alert';
const ASKS = 'the sender stopped before it could note';
const CLAIMS = 'WITH ready AS[^]*SKIP LOCKED';
const NOTES = 'WITH settled AS \\(\\s*UPDATE outbox SET state';

test.each<[string, Strike, number]>([
  ['the matter is about to be read', { when: 'before', statement: LOADS }, 1],
  ['the matter has been read', { when: 'after', statement: LOADS }, 1],
  ['alert and mail are about to be written', { when: 'before', statement: WRITES }, 1],
  ['alert and mail are written, nobody has heard', { when: 'after', statement: WRITES }, 1],
  ['the dispatcher has begun', { when: 'before', statement: ASKS }, 1],
  ['the mail is about to be claimed', { when: 'before', statement: CLAIMS }, 1],
  ['the mail is claimed, nothing is sent', { when: 'after', statement: CLAIMS }, 1],
  ['the relay has said 250, nobody has noted it', { when: 'before', statement: NOTES }, 2],
  ['the 250 is noted, the dispatcher is not done', { when: 'after', statement: NOTES }, 1],
])('urgent mail, killed when %s', async (_, strike, times) => {
  await wakeNow(house, await frozenCase(house));
  await startVictim(house, strike).died(DEATH_MS);
  const { mails, taken } = await recovered('urgent', 1);
  expect(mails).toEqual([expect.objectContaining({ kind: 'urgent', state: 'accepted' })]);
  expect(taken).toEqual(eachTaken(mails, times));
});

test.each<[string, 'sender' | 'recipient' | 'text', number]>([
  ['the relay knows the sender', 'sender', 0],
  ['the relay knows the recipient', 'recipient', 0],
  ['the relay has the whole text and has not answered', 'text', 1],
])('urgent mail, killed when %s', async (_, silentAt, received) => {
  let kill = (): void => undefined;
  house.relay.plan({ silentAt, meanwhile: () => kill() } satisfies Behaviour);
  await wakeNow(house, await frozenCase(house));
  const victim = startVictim(house, null);
  kill = victim.kill;
  await victim.died(DEATH_MS);
  const { mails, taken } = await recovered('urgent', 1);
  expect(mails).toEqual([expect.objectContaining({ kind: 'urgent', state: 'accepted', attempts: 2 })]);
  expect(taken).toEqual(eachTaken(mails, 1));
  expect(messageIds(house.relay.received).filter(id => id in taken)).toHaveLength(received + 1);
});

test.each<[string, Strike]>([
  ['the event is about to be appended', { when: 'before', statement: 'INSERT INTO event' }],
  ['everything is written, not committed', { when: 'before', statement: '^COMMIT$', armedBy: 'INSERT INTO event' }],
  [
    'it is committed, the officer has no answer',
    { when: 'after', statement: '^COMMIT$', armedBy: 'INSERT INTO event' },
  ],
])('an event recorded late, killed when %s', async (_, strike) => {
  const matterId = await caseOfLastWeek(house);
  const state = await house.activities.loadState({ matterId });
  const matter = await wakeNow(house, matterId);
  const victim = startVictim(house, strike);
  const answered = matter.send(freeze(Date.now() - 30 * 60 * MINUTE));
  await victim.died(DEATH_MS);
  // The decision is late: the officer and the head hear of it at once, of the papers to the Procuracy in office hours.
  const { mails, taken } = await recovered('urgent', 2, answered);
  expect(await answered).toMatchObject({ refusal: null, seq: state.lastSeq + 1 });
  expect(mails.map(({ kind, state: how }) => [kind, how])).toEqual(Array(mails.length).fill(['urgent', 'accepted']));
  expect(taken).toEqual(eachTaken(mails, 1));
  expect(await house.sql(`SELECT 1 FROM event WHERE type = 'freeze-minutes-drawn'`)).toHaveLength(1);
});

const DIGEST = "INSERT INTO outbox[^]*'digest'";
test.each<[string, Strike, number]>([
  ['a mail is composed, not committed', { when: 'before', statement: '^COMMIT$', armedBy: DIGEST }, 1],
  ['a mail is committed, the others are not composed', { when: 'after', statement: '^COMMIT$', armedBy: DIGEST }, 1],
  ['all are composed and about to be claimed', { when: 'before', statement: CLAIMS }, 1],
  ['the first is answered, not noted', { when: 'before', statement: NOTES }, 2],
])('the morning, killed when %s', async (_, strike, times) => {
  const matterId = await caseOfLastWeek(house);
  await house.activities.wakeUp({ matterId, now: Date.now() });
  const day = toIso(builtInLaw().calendar.next(vietnamDay(Date.now())));
  await house.server.client.workflow.start('digest', {
    ...{ workflowId: 'morning', taskQueue: 'thoihan', args: [{ day }] },
  });
  await startVictim(house, strike).died(DEATH_MS);
  const { mails, taken } = await recovered('digest', 2);
  expect(mails.map(({ kind, state }) => [kind, state])).toEqual(Array(mails.length).fill(['digest', 'accepted']));
  const most = Math.max(...Object.values(taken));
  expect(Object.keys(taken).sort()).toEqual(mails.map(({ id }) => id).sort());
  expect(most).toBeLessThanOrEqual(times);
});
