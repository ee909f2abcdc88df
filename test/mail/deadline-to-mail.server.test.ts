import { createMailActivities } from '../../activities/mail';
import { DEFAULT_POLICY, reachedThresholds } from '../../alerts';
import { builtInLaw, standing, toDay, toIso, vietnamDay } from '../../law';
import type { LoggedEvent } from '../../law/model';
import { aCase, at, decidedOn, openBench } from '../record/workbench';
import { LINK_KEYS } from '../support/link-keys';

jest.setTimeout(60_000);

let bench: Awaited<ReturnType<typeof openBench>>;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

interface Told {
  readonly threshold: string;
  readonly channel: string;
  readonly state: string;
  readonly key: string;
  readonly mail: string | null;
  readonly at: Date | null;
}

test('from the decision to the mailbox: asleep between wake-ups, each threshold is told of once, on its morning', async () => {
  const law = builtInLaw();
  const { calendar } = law;
  const mail = createMailActivities({
    pool: bench.pool,
    mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'Thời Hạn <thoihan@thads.test>' },
    linkKeys: LINK_KEYS,
    publicUrl: 'http://thoihan.test',
  });
  const start = at('2026-08-03', '09:00');
  const id = await bench.write(aCase(decidedOn('2026-08-03')), start);
  let wake = (await bench.activities.loadState({ matterId: id })).nextWake;
  const mornings: string[] = [];
  for (let day = toDay('2026-08-04'); day <= toDay('2026-09-30'); day++) {
    const digestTime = at(toIso(day), '07:30');
    while (wake !== null && wake < digestTime + 24 * 3_600_000 && vietnamDay(wake) <= day) {
      const woken = await bench.activities.wakeUp({ matterId: id, now: wake });
      expect(woken.state.nextWake ?? Number.POSITIVE_INFINITY).toBeGreaterThan(wake);
      wake = woken.state.nextWake;
    }
    const { mails } = await mail.composeDigests({ day: toIso(day), now: digestTime });
    if (mails > 0) mornings.push(toIso(day));
    // The relay takes them: a mail that nobody took would be made up for by the next.
    await bench.rows(`UPDATE outbox SET state = 'accepted'`);
  }
  expect(mornings.length).toBeGreaterThanOrEqual(5);
  expect(mornings.every(morning => calendar.isWorking(toDay(morning)))).toBe(true);

  const told = await bench.rows<Told>(
    `SELECT a.threshold, a.channel, a.state, d.key, o.id AS mail, o.created_at AS at
     FROM alert a JOIN deadline d ON d.id = a.deadline_id LEFT JOIN outbox o ON o.id = a.outbox_id WHERE a.matter_id = $1`,
    [id],
  );
  // What the policy asks for, straight from the engine: nobody acted, so everything open is still open.
  const events = await bench.rows<{ id: string; seq: number; type: string; on: string }>(
    `SELECT id, seq, type, to_char(occurred_on, 'YYYY-MM-DD') AS "on" FROM event WHERE matter_id = $1 ORDER BY seq`,
    [id],
  );
  const log: LoggedEvent[] = events.map(event => ({
    id: event.id,
    seq: event.seq,
    type: event.type,
    occurredOn: toDay(event.on),
    attrs: {},
    recordedAt: start,
  }));
  const end = at('2026-09-30', '07:30');
  const facts = { origin: 'on_request' };
  const today = toDay('2026-09-30');
  const { deadlines } = standing({ kind: 'enforcement_case', facts, events: log, law, today, now: end });
  const due = reachedThresholds(
    deadlines.map(deadline => ({ deadline, since: start, seen: [] })),
    { policies: [DEFAULT_POLICY], calendar, unread: null },
    end,
  );
  const names = (rows: { key: string; code: string }[]) => rows.map(row => `${row.key} ${row.code}`).sort();
  expect(names(told.map(({ key, threshold }) => ({ key, code: threshold })))).toEqual(
    names(due.map(hit => ({ key: hit.deadlineKey, code: hit.code }))),
  );
  expect(told.length).toBeGreaterThan(10);

  // All of it reached a mail, on the morning it fell; a digest waits for the next working morning.
  for (const alert of told) {
    expect([alert.threshold, alert.state]).toEqual([alert.threshold, 'queued']);
    const hit = due.find(one => one.deadlineKey === alert.key && one.code === alert.threshold)!;
    const fell = Math.max(hit.dueAt, start);
    const waited = vietnamDay(alert.at!.getTime()) - vietnamDay(fell);
    expect(waited).toBeLessThanOrEqual(alert.channel === 'digest' && fell === start ? 1 : 0);
  }
});
