import { randomUUID } from 'node:crypto';
import { GENESIS } from '../../activities/matters/seal';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from '../support/database';

let db: TestDatabase;
const sql = (text: string, values: unknown[] = []) => db.pool.query(text, values);
const HASH = 'a'.repeat(64);

beforeAll(async () => {
  db = await freshDatabase();
  await seedOffice(db.prisma);
}, 60_000);
afterAll(() => db.close());

async function matter(change: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  await db.prisma.matter.create({
    data: {
      id,
      kind: 'complaint',
      number: id,
      reportingYear: 2026,
      unitId: OFFICE.branch1,
      openedOn: new Date('2026-03-02'),
      stage: 'received',
      law: '2008',
      ...change,
    },
  });
  return id;
}

async function event(
  matterId: string,
  seq: number,
  prevHash: string,
  change: Record<string, unknown> = {},
): Promise<string> {
  const id = randomUUID();
  await db.prisma.event.create({
    data: {
      id,
      matterId,
      seq,
      type: 'complaint-received',
      occurredOn: new Date('2026-03-02'),
      recordedAt: new Date('2026-03-02T02:00:00Z'),
      recordedBy: 'system',
      commandId: id,
      prevHash,
      hash: HASH,
      ...change,
    },
  });
  return id;
}

async function deadline(matterId: string, change: Record<string, unknown> = {}) {
  return db.prisma.deadline.create({
    data: {
      matterId,
      key: 'complaint-accept-1st#1',
      dutyId: 'complaint-accept-1st',
      law: '2025',
      role: 'complaint_handler',
      unitKind: 'workingDays',
      startedOn: new Date('2026-03-02'),
      due: new Date('2026-03-09'),
      dueLatest: new Date('2026-03-09'),
      status: 'open',
      slip: [],
      calendarVersion: 'x',
      packVersion: 'x',
      createdAt: new Date('2026-03-02'),
      ...change,
    },
  });
}

describe('the record is append-only', () => {
  let matterId: string;
  beforeAll(async () => {
    matterId = await matter();
    await event(matterId, 1, GENESIS);
    await db.prisma.audit.create({ data: { at: new Date(), actor: 'system', action: 'test', object: 'x' } });
  });

  test.each([
    ['UPDATE event SET attrs = \'{"x": 1}\'', 'event'],
    ['DELETE FROM event', 'event'],
    ['TRUNCATE event CASCADE', 'event'],
    ["UPDATE audit SET actor = 'x'", 'audit'],
    ['DELETE FROM audit', 'audit'],
    ['TRUNCATE audit', 'audit'],
  ])('%s is refused', async (text, table) => {
    await expect(sql(text)).rejects.toThrow(`Bảng "${table}" chỉ được ghi thêm`);
  });

  test('a matter with events cannot be removed', async () => {
    await expect(sql('DELETE FROM matter WHERE id = $1', [matterId])).rejects.toThrow('foreign key');
  });
});

describe('events continue the chain of their matter', () => {
  test.each([
    ['first event not 1', 2, GENESIS],
    ['seq zero', 0, GENESIS],
    ['not from the beginning', 1, HASH],
  ])('%s', async (_, seq, prevHash) => {
    const matterId = await matter();
    await expect(event(matterId, seq, prevHash)).rejects.toThrow();
  });

  test('the next number and the hash of the one before, or nothing', async () => {
    const matterId = await matter();
    await event(matterId, 1, GENESIS);
    await expect(event(matterId, 3, HASH)).rejects.toThrow('does not follow');
    await expect(event(matterId, 2, GENESIS)).rejects.toThrow('prev_hash is not the hash');
    await event(matterId, 2, HASH, { hash: 'b'.repeat(64) });
    await expect(event(matterId, 3, HASH)).rejects.toThrow('prev_hash is not the hash');
  });

  test('a correction names an event of its own matter', async () => {
    const [one, other] = [await matter(), await matter()];
    const foreign = await event(other, 1, GENESIS);
    await expect(event(one, 1, GENESIS, { correctsId: foreign })).rejects.toThrow('not an earlier event of matter');
  });

  test.each([
    ['minute before midnight', { atMinute: -1 }],
    ['minute after 24:00', { atMinute: 1441 }],
    ['a hash that is none', { hash: 'abc' }],
    ['a retraction of nothing', { retracted: true }],
    ['a day that has not come', { occurredOn: new Date('2026-03-03') }],
    ['attributes that are no object', { attrs: [1] }],
  ])('%s is refused', async (_, change) => {
    await expect(event(await matter(), 1, GENESIS, change)).rejects.toThrow('violates check constraint');
  });

  test('the day is that of Vietnam: 02:00 of the next day there is still the evening before in UTC', async () => {
    const change = { occurredOn: new Date('2026-03-03'), recordedAt: new Date('2026-03-02T19:00:00Z') };
    await expect(event(await matter(), 1, GENESIS, change)).resolves.toBeDefined();
  });

  test('the same command twice on one matter is refused', async () => {
    const matterId = await matter();
    await event(matterId, 1, GENESIS, { commandId: 'c' });
    await expect(event(matterId, 2, HASH, { commandId: 'c' })).rejects.toThrow();
  });
});

describe('deadlines', () => {
  test('one version of a deadline is in force', async () => {
    const matterId = await matter();
    const first = await deadline(matterId);
    await expect(deadline(matterId, { version: 2 })).rejects.toThrow('deadline_one_current');
    await sql('UPDATE deadline SET current = false WHERE id = $1', [first.id]);
    await expect(deadline(matterId, { version: 2 })).resolves.toBeDefined();
  });

  test('a closed deadline stays as it is; it can only be replaced', async () => {
    const { id } = await deadline(await matter(), { status: 'met', closedOn: new Date('2026-03-05') });
    await expect(sql("UPDATE deadline SET due = '2026-03-20' WHERE id = $1", [id])).rejects.toThrow('is closed (met)');
    await expect(sql("UPDATE deadline SET status = 'open' WHERE id = $1", [id])).rejects.toThrow('write a new version');
    await sql('UPDATE deadline SET current = false WHERE id = $1', [id]);
    await expect(sql('UPDATE deadline SET current = true WHERE id = $1', [id])).rejects.toThrow(
      'was replaced by a later version',
    );
  });

  test.each([
    ['due after the latest reading', { due: new Date('2026-03-10') }],
    ['version zero', { version: 0 }],
    ['a law nobody knows', { law: '2014' }],
    ['met without a day', { status: 'met' }],
  ])('%s is refused', async (_, change) => {
    await expect(deadline(await matter(), change)).rejects.toThrow('violates check constraint');
  });
});

describe('matters', () => {
  test.each([
    ['closed before it was opened', { closedOn: new Date('2026-03-01') }],
    ['an unknown law', { law: '1999' }],
    ['an impossible reporting year', { reportingYear: 26 }],
    ['an empty number', { number: ' ' }],
  ])('%s is refused', async (_, change) => {
    await expect(matter(change)).rejects.toThrow('violates check constraint');
  });

  test('the same number twice in a unit and year is refused', async () => {
    await matter({ number: '7/KN' });
    await expect(matter({ number: '7/KN' })).rejects.toThrow('Unique constraint');
    await expect(matter({ number: '7/KN', reportingYear: 2027 })).resolves.toBeDefined();
  });

  test.each([
    ['level 3', 3, 'a'],
    ['class e (d is of the law of 2008)', 1, 'e'],
  ])('a complaint of %s is refused', async (_, level, cls) => {
    const matterId = await matter();
    await expect(db.prisma.complaint.create({ data: { matterId, level, class: cls } })).rejects.toThrow(
      'violates check',
    );
  });

  test('money is never negative', async () => {
    const matterId = await matter();
    const owed = { matterId, origin: 'on_request', amount: -1n };
    await expect(db.prisma.enforcementCase.create({ data: owed })).rejects.toThrow('enforcement_case_amount');
    const paid = { matterId, kind: 'collected', on: new Date('2026-03-02'), amount: -1n };
    await expect(db.prisma.moneyMovement.create({ data: paid })).rejects.toThrow('money_movement_amount');
  });

  test('a pause that ends before it began is refused', async () => {
    const matterId = await matter();
    const days = { fromDay: new Date('2026-03-05'), toDay: new Date('2026-03-04') };
    const pause = { matterId, eventId: randomUUID(), kind: 'stayed', basis: 'x', ...days };
    await expect(db.prisma.pause.create({ data: pause })).rejects.toThrow('pause_range');
  });

  test('a matter is in one class at a time', async () => {
    const matterId = await matter();
    const span = (cls: string, fromDay: string, toDay: string | null) =>
      db.prisma.classificationSpan.create({
        data: { matterId, class: cls, fromDay: new Date(fromDay), toDay: toDay === null ? null : new Date(toDay) },
      });
    await span('with_conditions', '2026-03-02', '2026-03-10');
    await expect(span('done', '2026-03-09', null)).rejects.toThrow('classification_span_no_overlap');
    await span('done', '2026-03-10', null);
    await expect(span('entrusted', '2026-09-01', null)).rejects.toThrow('classification_span_no_overlap');
  });
});

describe('organisation', () => {
  test('a unit cannot be below itself', async () => {
    const moved = sql('UPDATE unit SET parent_id = $1 WHERE id = $2', [OFFICE.branch1, OFFICE.province]);
    await expect(moved).rejects.toThrow('cannot be below itself');
    await expect(sql('UPDATE unit SET parent_id = id WHERE id = $1', [OFFICE.branch1])).rejects.toThrow('below itself');
  });

  test('absences of one officer do not overlap', async () => {
    const away = (from: string, to: string) =>
      sql(
        "INSERT INTO absence (id, officer_id, from_day, to_day, kind) VALUES (gen_random_uuid(), $1, $2, $3, 'leave')",
        [OFFICE.enforcer1, from, to],
      );
    await away('2026-03-02', '2026-03-06');
    await expect(away('2026-03-06', '2026-03-10')).rejects.toThrow('absence_no_overlap');
    await away('2026-03-07', '2026-03-10');
    await expect(away('2026-05-02', '2026-05-01')).rejects.toThrow();
  });

  test('nobody stands in for himself', async () => {
    const same = sql(
      "INSERT INTO delegation (id, delegator_id, delegate_id, from_day, to_day, basis) VALUES (gen_random_uuid(), $1, $1, '2026-03-02', '2026-03-02', 'x')",
      [OFFICE.enforcer1],
    );
    await expect(same).rejects.toThrow('delegation_other');
  });

  test('validity does not end before it begins', async () => {
    const ended = sql("UPDATE unit SET valid_to = '2015-01-01' WHERE id = $1", [OFFICE.branch1]);
    await expect(ended).rejects.toThrow('unit_validity');
    const role = sql("UPDATE officer_role SET valid_to = '2015-01-01' WHERE officer_id = $1", [OFFICE.enforcer1]);
    await expect(role).rejects.toThrow('officer_role_validity');
  });
});

describe('law and calendar', () => {
  const draft = (year: number) =>
    sql(
      `INSERT INTO calendar_year (year, version, decision, decided_on, confidence, lunar_new_year, hung_kings, loaded_at, author)
       VALUES ($1, 1, 'x', '2026-11-23', 'D', make_date($1, 2, 1), make_date($1, 4, 1), now(), 'lan')`,
      [year],
    );
  const day = (year: number, text: string, working = false) =>
    sql(
      `INSERT INTO calendar_day (year, version, day, working, kind, reason, instead_of)
       VALUES ($1, 1, $2, $3, CASE WHEN $3 THEN 'working_weekend' ELSE 'holiday' END, 'x', CASE WHEN $3 THEN date '2031-01-01' END)`,
      [year, text, working],
    );
  const sign = (year: number, who: string) =>
    sql('UPDATE calendar_year SET countersigner = $2, signed_at = now() WHERE year = $1', [year, who]);

  test('a day belongs to its year; weekdays are off, weekends are worked', async () => {
    await draft(2031);
    await day(2031, '2031-01-01');
    await day(2031, '2031-01-04', true);
    await expect(day(2031, '2032-01-01')).rejects.toThrow('calendar_day_in_year');
    await expect(day(2031, '2031-01-05')).rejects.toThrow('calendar_day_weekend');
    await expect(day(2031, '2031-01-06', true)).rejects.toThrow('calendar_day_weekend');
  });

  test('an edition gets its second signature, from another person, and nothing else changes', async () => {
    await draft(2032);
    await day(2032, '2032-01-01');
    await expect(sql(`UPDATE calendar_year SET decision = 'y' WHERE year = 2032`)).rejects.toThrow('stays as it is');
    await expect(sql('UPDATE calendar_day SET reason = $1', ['y'])).rejects.toThrow('stay as they are');
    await expect(sql('DELETE FROM calendar_year WHERE year = 2032')).rejects.toThrow('stays as it is');
    await expect(sign(2032, 'lan')).rejects.toThrow('calendar_year_two_people');
    await sign(2032, 'minh');
    await expect(sign(2032, 'hoa')).rejects.toThrow('stays as it is');
    await expect(day(2032, '2032-01-02')).rejects.toThrow('stay as they are');
  });

  test('what came with the program is signed by nobody, and an agency’s decision has its day', async () => {
    const insert = (columns: string, values: string) =>
      sql(
        `INSERT INTO calendar_year (year, version, decision, confidence, lunar_new_year, hung_kings, loaded_at, author${columns})
         VALUES (2033, 1, 'x', 'D', '2033-02-01', '2033-04-01', now(), 'lan'${values})`,
      );
    await expect(insert('', '')).rejects.toThrow('calendar_year_decided');
    await expect(insert(', origin', `, 'built_in'`)).rejects.toThrow('calendar_year_origin');
    await expect(
      insert(', origin, built_in_version, countersigner, signed_at', `, 'built_in', 1, 'minh', now()`),
    ).rejects.toThrow('calendar_year_built_in');
  });

  test('a closure is signed by a second person, never rewritten, and does not overlap another of the unit', async () => {
    const close = async (from: string, to: string) => {
      const id = randomUUID();
      await sql(
        `INSERT INTO unit_closure (id, unit_id, from_day, to_day, reason, decision, author, recorded_at)
         VALUES ($1, $2, $3, $4, 'Bão', 'QĐ 1', 'lan', now())`,
        [id, OFFICE.branch1, from, to],
      );
      return id;
    };
    const id = await close('2026-09-10', '2026-09-11');
    await expect(close('2026-09-11', '2026-09-12')).rejects.toThrow('unit_closure_no_overlap');
    await expect(close('2026-09-13', '2026-09-12')).rejects.toThrow();
    const set = (change: string) => sql(`UPDATE unit_closure SET ${change} WHERE id = $1`, [id]);
    await expect(set(`to_day = '2026-09-20'`)).rejects.toThrow('stays as it is');
    await expect(set(`countersigner = 'lan', signed_at = now()`)).rejects.toThrow('unit_closure_two_people');
    await set(`countersigner = 'minh', signed_at = now()`);
    await expect(set(`countersigner = 'hoa'`)).rejects.toThrow('stays as it is');
    await set(`withdrawn_by = 'minh', withdrawn_at = now(), withdrawal_reason = 'nhầm'`);
    await close('2026-09-11', '2026-09-12');
    await expect(sql('DELETE FROM unit_closure')).rejects.toThrow('stays as it is');
  });

  test('nobody countersigns his own work, and one signature puts nothing in force', async () => {
    const pack = (state: string, countersigner: string | null) =>
      sql(
        `INSERT INTO statute_pack (law, version, hash, in_force_from, basis, content, origin, state, loaded_at, author, countersigner, in_force_since)
         VALUES ('2025', $1, 'x', '2026-07-01', 'QĐ 1', '{}', 'agency', $2::"PackState", now(), 'lan', $3,
           CASE WHEN $2 = 'signed' THEN now() END)`,
        [randomUUID(), state, countersigner],
      );
    await pack('draft', null);
    await expect(pack('signed', null)).rejects.toThrow('statute_pack_signed');
    await expect(pack('draft', 'minh')).rejects.toThrow('statute_pack_signed');
    await expect(pack('signed', 'lan')).rejects.toThrow('statute_pack_two_people');
    await pack('signed', 'minh');
    await expect(pack('signed', 'minh')).rejects.toThrow('statute_pack_one_from_a_day');
  });

  test('a kept date has its reason, one decision at a time, and is released, not rewritten', async () => {
    const id = await matter();
    const keep = (key: string, reason = 'đã hẹn', due = '2026-09-10') =>
      sql(
        `INSERT INTO deadline_hold (id, matter_id, key, due, due_latest, instead_of, reason, author, decided_at)
         VALUES (gen_random_uuid(), $1, $2, $4, '2026-09-10', '2026-09-12', $3, 'lan', now())`,
        [id, key, reason, due],
      );
    await keep('a#1');
    await expect(keep('a#1')).rejects.toThrow('deadline_hold_one');
    await expect(keep('b#1', ' ')).rejects.toThrow('deadline_hold_reason');
    await expect(keep('b#1', 'x', '2026-09-11')).rejects.toThrow('deadline_hold_readings');
    await expect(sql(`UPDATE deadline_hold SET due = '2026-09-01'`)).rejects.toThrow('stays as it is');
    await sql(`UPDATE deadline_hold SET released_by = 'minh', released_at = now()`);
    await keep('a#1');
  });
});
