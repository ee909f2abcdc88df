import { builtInLaw, dueOf, instantOf, officialCalendar, toDay, toIso, vietnamDay, vietnamMinute } from '../../law';
import { eventsByKind, replayed } from '../support/histories';
import {
  alertsOf,
  deadlinesOf,
  eventsOf,
  matterOf,
  newCase,
  type Office,
  openOffice,
  startMatter,
} from '../support/matters';
import { until } from '../support/program';
import { type TimeSkippingServer, timeSkippingServer } from '../support/temporal';

const MINUTE = 60_000;
/** Wake-ups for days are spread over this long after 06:00. */
const MORNING_MS = 75 * MINUTE;

describe('lives of matters, skipped through', () => {
  let server: TimeSkippingServer;
  let office: Office;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    server = await timeSkippingServer();
    office = await openOffice({ server });
    stop = await server.serve(office.activities);
  }, 90_000);
  afterAll(async () => {
    await stop?.();
    await server?.close();
    await office?.close();
  });

  const today = async (plus = 0) => toIso(vietnamDay(await server.env.currentTimeMs()) + plus);
  /** A case with its decision, all of it on the day that has come. */
  const decidedCase = async () => {
    const on = await today();
    const matter = await startMatter(server, await newCase(office, on));
    for (const event of [
      'judgment-received',
      'request-received',
      'decision-issued',
      'enforcer-assigned',
      'file-opened',
    ])
      await matter.record(event, on);
    return matter;
  };

  test('a case from its request to its end: alerts on their mornings, a late entry, a correction', async () => {
    const asked = await today();
    const matter = await startMatter(server, await newCase(office, asked));
    await matter.record('judgment-received', asked);
    await matter.record('request-received', asked);
    const { due } = dueOf(builtInLaw(), { dutyId: 'enforcement-decision-on-request', on: asked });
    expect((await deadlinesOf(office, matter.id))['enforcement-decision-on-request']).toMatchObject({
      due,
      status: 'open',
    });

    // Nobody acts. Each threshold finds the matter awake on its own morning, not before and not a day later.
    await server.skipDays(30);
    const owed = 'enforcement-decision-on-request';
    expect((await deadlinesOf(office, matter.id))[owed]).toMatchObject({ status: 'overdue' });
    const alerts = (await alertsOf(office, matter.id)).filter(alert => alert.dutyId === owed);
    expect(alerts.map(alert => alert.threshold)).toEqual(expect.arrayContaining(['before-2', 'due', 'overdue']));
    for (const { dueAt, createdAt } of alerts) {
      expect(createdAt).toBeGreaterThanOrEqual(dueAt);
      expect(createdAt).toBeLessThan(dueAt + MORNING_MS + MINUTE);
    }

    // It had been decided in time; only the entry comes late.
    await matter.record('decision-issued', due);
    expect((await deadlinesOf(office, matter.id))[owed]).toMatchObject({ status: 'met' });

    const now = await today();
    for (const event of ['enforcer-assigned', 'file-opened', 'sent-to-procuracy', 'notification-sent'])
      await matter.record(event, now);
    const notice = await matter.record('valid-notice', now);
    const period = (await deadlinesOf(office, matter.id))['voluntary-period'];
    expect(period).toMatchObject({ due: dueOf(builtInLaw(), { dutyId: 'voluntary-period', on: now }).due, version: 1 });

    // The day of the notice was misread: it was two days earlier, and every date that hangs on it moves.
    const earlier = toIso(toDay(now) - 2);
    await matter.send({
      type: 'correctEvent',
      commandId: 'correction-1',
      eventId: notice.eventId ?? '',
      occurredOn: earlier,
      reason: 'typing_error',
      by: 'x',
    });
    expect((await deadlinesOf(office, matter.id))['voluntary-period']).toMatchObject({
      due: dueOf(builtInLaw(), { dutyId: 'voluntary-period', on: earlier }).due,
      version: 2,
    });

    // The voluntary period runs out by itself, and what follows from that is owed from that morning on.
    await server.skipDays(15);
    const after = await deadlinesOf(office, matter.id);
    expect(after['initial-verification']).toMatchObject({ status: 'open' });
    await matter.record('verification-done', await today(), { attrs: { result: 'has_means' } });
    await matter.record('completed', await today());
    expect(await matter.handle.result()).toMatchObject({ closed: true, nextWake: null, stage: 'ended' });
    expect((await eventsOf(office, matter.id)).map(event => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    await replayed(matter.handle, 'enforcement-case');
  });

  test('a complaint stays its case: the clocks stand still and run on, told both ways', async () => {
    const matter = await decidedCase();
    await matter.record('valid-notice', await today());
    await server.skipDays(13);
    const before = (await deadlinesOf(office, matter.id))['initial-verification'];
    expect(before).toMatchObject({ status: 'open' });

    await matter.record('complaint-received', await today(), { attrs: { class: 'a' } });
    const { rows } = await office.database.pool.query('SELECT id FROM matter WHERE parent_id = $1', [matter.id]);
    expect(rows).toHaveLength(1);
    const complaint = matterOf(server, rows[0].id);
    await complaint.record('complaint-accepted', await today());

    const stayedOn = await today();
    await complaint.record('stay-ordered', stayedOn);
    await server.env.sleep('1 minute');
    expect((await deadlinesOf(office, matter.id))['initial-verification']).toMatchObject({ status: 'paused' });

    // Shorter than the limit for deciding the complaint, with which a stay ends by itself.
    await server.skipDays(10);
    const liftedOn = await today();
    await complaint.record('decision-issued', liftedOn, { attrs: { outcome: 'wrong' } });
    await server.env.sleep('1 minute');
    const after = (await deadlinesOf(office, matter.id))['initial-verification'];
    // Nine days from the end of the voluntary period, and as many as the clock stood still.
    const stayed = toDay(liftedOn) - toDay(stayedOn);
    const due = officialCalendar().next(toDay(before?.startedOn ?? '') + 9 + stayed);
    expect(after).toMatchObject({ status: 'open', due: toIso(due) });
    expect((await eventsOf(office, matter.id)).map(event => event.type).slice(-3)).toEqual([
      'complaint-received',
      'stay-by-complaint',
      'stay-lifted',
    ]);
    await replayed(matter.handle, 'case-with-complaint');
    await replayed(complaint.handle, 'complaint');
  });

  test('a typical life, twenty commands and a dozen wake-ups, costs at most 400 events', async () => {
    const matter = await startMatter(server, await newCase(office, await today()));
    const life: readonly (readonly [event: string, daysBefore: number, attrs?: Record<string, string>])[] = [
      ['judgment-received', 0],
      ['request-received', 0],
      ['decision-issued', 8],
      ['enforcer-assigned', 1],
      ['file-opened', 0],
      ['sent-to-procuracy', 1],
      ['notification-sent', 0],
      ['valid-notice', 4],
      ['information-requested', 1, { about: 'other' }],
      ['information-received', 2],
      ['verification-done', 18, { result: 'no_means' }],
      ['no-condition-ground-found', 1],
      ['no-condition-decided', 3],
      ['notification-sent', 2],
      ['sent-to-procuracy', 0],
      ['no-condition-published', 1],
      ['verification-done', 160, { result: 'no_means' }],
      ['new-information-received', 40],
      ['condition-regained', 3],
      ['no-condition-publication-ended', 1],
      ['verification-done', 5, { result: 'has_means' }],
      ['completed', 30],
    ];
    for (const [event, daysBefore, attrs = {}] of life) {
      await server.skipDays(daysBefore);
      await matter.record(event, await today(), { attrs });
    }
    await matter.handle.result();
    const kinds = await eventsByKind(matter.handle);
    const wakeUps = kinds.TIMER_FIRED ?? 0;
    console.log(`${life.length} commands, ${wakeUps} wake-ups`, kinds);
    expect(wakeUps).toBeGreaterThanOrEqual(12);
    expect(kinds.total).toBeLessThanOrEqual(400);
    await replayed(matter.handle, 'typical-case');
  });

  test('what falls due at once waits for the office to open; what is counted in hours sends its mail without waiting', async () => {
    const calendar = officialCalendar();
    while (calendar.isWorking(toDay(await today()))) await server.skipDays(1);
    const received = await today();
    const matter = await startMatter(server, await newCase(office, received, 'interim'));
    await matter.record('judgment-received', received);
    const mailsOf = async (matterId: string) => {
      const { rows } = await office.database.pool.query<{ attempts: number; at: Date }>(
        `SELECT o.attempts, o.next_try_at AS at FROM outbox o JOIN alert a ON a.outbox_id = o.id WHERE a.matter_id = $1 ORDER BY 2`,
        [matterId],
      );
      return rows;
    };
    // One day more, so that the morning is past whatever the hour of this test.
    const opens = calendar.next(toDay(received));
    await server.skipDays(opens - toDay(received) + 1);
    const [first] = await mailsOf(matter.id);
    expect(first).toEqual({ attempts: 0, at: new Date(instantOf(opens, 7 * 60 + 30)) });

    const frozen = await decidedCase();
    await frozen.record('freeze-minutes-drawn', await today(), { at: '00:00' });
    await server.skipDays(1);
    // The dispatcher is asked for beside the wake-up, and takes a moment; what waits for an office is not for it: no schedule runs here.
    const atOnce = async () =>
      (await mailsOf(frozen.id)).filter(mail => vietnamMinute(mail.at.getTime()) !== 7 * 60 + 30);
    const mails = await until('every urgent mail tried', 10_000, async () => {
      const tried = await atOnce();
      return tried.length > 0 && tried.every(mail => mail.attempts > 0) ? tried : null;
    });
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.every(mail => mail.attempts > 0)).toBe(true);
  });

  test('a year in which nobody does anything: every wake-up happens, and costs little', async () => {
    const matter = await decidedCase();
    const opened = await server.env.currentTimeMs();
    await server.skipDays(400);
    const alerts = await alertsOf(office, matter.id);
    expect(alerts.length).toBeGreaterThan(3);
    // What is owed on the very day it is recorded is told then, whatever the hour.
    for (const { dueAt, createdAt } of alerts)
      expect(createdAt - Math.max(dueAt, opened)).toBeLessThan(MORNING_MS + MINUTE);
    const state = (await matter.handle.query('state')) as { nextWake: number | null };
    expect(state.nextWake === null || state.nextWake > (await server.env.currentTimeMs())).toBe(true);
  });
});
