import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { readerFor } from '../../activities/mail/digest-rows';
import { reviewStandingTasks } from '../../activities/mail/standing-tasks';
import { circlesOn, delegate, endDelegation } from '../../activities/organisation/delegations';
import { OfficeRefused } from '../../activities/organisation/refused';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from '../support/database';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-08-12T05:00:00+07:00');
const DAY = '2026-08-12';
const { enforcer1: a, enforcer2: b, enforcer3: c, handler: d } = OFFICE;

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seedOffice(database.prisma);
});
afterEach(async () => {
  await database.pool.query('DELETE FROM delegation');
  await database.pool.query('DELETE FROM absence');
  await database.pool.query('DELETE FROM delivery_task');
});
afterAll(() => database.close());

const days = (from: string, to: string) => ({ fromDay: `2026-${from}`, toDay: `2026-${to}` });
const make = (from: string, to: string, when = days('08-01', '08-31'), id = randomUUID()) =>
  delegate(database.pool, id, { delegatorId: from, delegateId: to, ...when, basis: 'QĐ 12' }, OFFICE.branch1Head, NOW);
/** By other hands: nothing is checked. */
const force = (from: string, to: string, when = days('08-01', '08-31')) =>
  database.prisma.delegation.create({
    data: {
      delegatorId: from,
      delegateId: to,
      fromDay: new Date(when.fromDay),
      toDay: new Date(when.toDay),
      basis: 'QĐ 13',
    },
  });
const absent = (officerId: string) =>
  database.prisma.absence.create({
    data: { officerId, fromDay: new Date('2026-08-10'), toDay: new Date('2026-08-20'), kind: 'leave' },
  });
async function readerOf(officerId: string): Promise<string> {
  const client = await database.pool.connect();
  try {
    const reader = await readerFor(client, officerId, DAY);
    return reader.onBehalfOf === null ? reader.code : `${reader.code} for ${reader.onBehalfOf}`;
  } finally {
    client.release();
  }
}

describe('made', () => {
  test('in a line they are taken; closing the circle is refused, and the way is told', async () => {
    await make(a, b);
    await make(b, c);
    const refusal = await make(c, a).catch(error => error);
    expect(refusal).toBeInstanceOf(OfficeRefused);
    expect(refusal).toMatchObject({ code: 'circular_delegation', field: 'to' });
    expect(refusal.en).toContain('TST-007 → TST-005 → TST-006 → TST-007');
    expect(refusal.vi).toContain('TST-007 → TST-005');
    await expect(make(a, a)).rejects.toMatchObject({ code: 'circular_delegation' });
    expect(await database.prisma.delegation.count()).toBe(2);
  });

  test.each([
    ['before', days('07-01', '07-31'), true],
    ['after', days('09-01', '09-30'), true],
    ['on its last day', days('08-31', '09-30'), false],
    ['within', days('08-10', '08-12'), false],
  ])('a way back %s the other delegation: taken %s', async (_, when, taken) => {
    await make(a, b);
    const back = make(b, a, when);
    if (taken) await back;
    else await expect(back).rejects.toMatchObject({ code: 'circular_delegation' });
  });

  test('a way back over delegations that never hold on one day is none', async () => {
    await make(a, b, days('08-01', '08-10'));
    await make(b, c, days('08-11', '08-20'));
    await make(c, a, days('08-01', '08-20'));
    expect(await circlesOn(database.pool, '2026-08-10')).toEqual([]);
    expect(await circlesOn(database.pool, '2026-08-11')).toEqual([]);
  });

  test('two at once that would close a circle together: one is refused', async () => {
    const both = await Promise.allSettled([make(a, b), make(b, a)]);
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('the same one twice is one; nobody, somebody who left, days the wrong way round are refused', async () => {
    const id = randomUUID();
    await make(a, b, undefined, id);
    await make(a, b, undefined, id);
    expect(await database.prisma.delegation.count()).toBe(1);
    await expect(make(a, randomUUID())).rejects.toMatchObject({ code: 'unknown_officer' });
    await expect(make(a, b, days('08-31', '08-01'))).rejects.toMatchObject({ code: 'wrong_days' });
    await database.prisma.officer.update({ where: { id: c }, data: { active: false } });
    await expect(make(a, c)).rejects.toMatchObject({ code: 'unknown_officer' });
    await database.prisma.officer.update({ where: { id: c }, data: { active: true } });
  });

  test('whatever is tried in whatever order, no day ever has a circle', async () => {
    const people = [a, b, c, d];
    const person = fc.constantFrom(...people);
    const day = fc.integer({ min: 1, max: 6 });
    const attempt = fc.tuple(person, person, day, day).map(([from, to, one, two]) => ({
      from,
      to,
      when: days(`08-0${Math.min(one, two)}`, `08-0${Math.max(one, two)}`),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 4, maxLength: 10 }), async attempts => {
        await database.pool.query('DELETE FROM delegation');
        for (const { from, to, when } of attempts) {
          await make(from, to, when).catch(error => expect(error.code).toBe('circular_delegation'));
        }
        for (let n = 1; n <= 6; n++) expect(await circlesOn(database.pool, `2026-08-0${n}`)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('ended, it holds no more from that day; one not begun is taken back', async () => {
    const [running, planned] = [randomUUID(), randomUUID()];
    await make(a, b, undefined, running);
    await make(b, c, days('08-20', '08-25'), planned);
    await endDelegation(database.pool, running, DAY, 'system', NOW);
    await endDelegation(database.pool, planned, DAY, 'system', NOW);
    const left = await database.prisma.delegation.findMany();
    expect(left).toMatchObject([{ id: running, toDay: new Date('2026-08-11') }]);
    await expect(endDelegation(database.pool, running, DAY, 'system', NOW)).rejects.toMatchObject({
      code: 'no_delegation',
    });
  });
});

describe('who reads', () => {
  test('the next one who is at work, along the line', async () => {
    await absent(a);
    await make(a, b);
    expect(await readerOf(a)).toBe('TST-006 for TST-005');
    await absent(b);
    expect(await readerOf(a)).toBe('TST-005');
    await make(b, c);
    expect(await readerOf(a)).toBe('TST-007 for TST-005');
    expect(await readerOf(b)).toBe('TST-007 for TST-006');
  });

  test('in a circle that other hands made, each is asked once', async () => {
    await absent(a);
    await absent(b);
    await force(a, b);
    await force(b, a);
    expect([await readerOf(a), await readerOf(b)]).toEqual(['TST-005', 'TST-006']);
    // One of them comes back: that one reads for both.
    await database.pool.query('DELETE FROM absence WHERE officer_id = $1::uuid', [b]);
    expect([await readerOf(a), await readerOf(b)]).toEqual(['TST-006 for TST-005', 'TST-006']);
  });

  test('a circle further along does not keep the one before it from being read for', async () => {
    await Promise.all([absent(a), absent(b), absent(c)]);
    await force(a, b);
    await force(b, c);
    await force(c, b);
    await force(c, d);
    expect(await readerOf(a)).toBe('TST-002 for TST-005');
  });
});

describe('a circle found', () => {
  const tasks = () => database.prisma.deliveryTask.findMany({ orderBy: { openedAt: 'asc' } });

  test('is one task for the unit, whoever it is told from, until it is broken', async () => {
    await force(b, c);
    await force(c, a);
    const last = await force(a, b);
    expect((await circlesOn(database.pool, DAY)).map(circle => circle.map(({ code }) => code))).toEqual([
      ['TST-005', 'TST-006', 'TST-007'],
    ]);
    await reviewStandingTasks(database.pool, DAY, NOW);
    await reviewStandingTasks(database.pool, DAY, NOW + 1000);
    expect(await tasks()).toMatchObject([
      { reason: 'circular_delegation', officerId: a, unitId: OFFICE.branch1, holds: false, closedAt: null },
    ]);
    await database.prisma.delegation.delete({ where: { id: last.id } });
    await reviewStandingTasks(database.pool, DAY, NOW + 2000);
    expect(await tasks()).toMatchObject([{ closedBy: 'system', resolution: 'cured' }]);
  });

  test('an address that is none is a task; changed by other hands, it is closed and what waits goes there', async () => {
    await database.prisma.officer.update({ where: { id: a }, data: { email: 'lan@thads' } });
    await reviewStandingTasks(database.pool, DAY, NOW);
    await reviewStandingTasks(database.pool, DAY, NOW);
    expect(await tasks()).toMatchObject([{ reason: 'bad_address', officerId: a, address: 'lan@thads', holds: true }]);
    const id = randomUUID();
    await database.prisma.outbox.create({
      data: {
        id,
        messageId: `<${id}@x>`,
        kind: 'digest',
        recipientId: a,
        toAddress: 'lan@thads',
        subject: 's',
        text: 't',
        state: 'suppressed',
        taskId: (await tasks())[0]!.id,
        nextTryAt: new Date(NOW),
        createdAt: new Date(NOW),
      },
    });
    await database.prisma.officer.update({ where: { id: a }, data: { email: 'lan@thads.test' } });
    await reviewStandingTasks(database.pool, DAY, NOW + 1000);
    expect(await tasks()).toMatchObject([{ resolution: 'cured' }]);
    expect(await database.prisma.outbox.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'pending',
      toAddress: 'lan@thads.test',
    });
    await database.prisma.officer.update({ where: { id: a }, data: { email: 'tst-005@thoihan.test' } });
  });
});
