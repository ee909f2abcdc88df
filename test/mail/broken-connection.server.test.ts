import { createMailActivities } from '../../activities/mail';
import { freshDatabase, type TestDatabase } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';

jest.setTimeout(30_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('a connection that the server ends in the middle of a transaction fails that work, not the process', async () => {
  const client = await database.pool.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await client.query('BEGIN');
  const ended = new Promise(resolve => client.once('end', resolve));
  await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await ended;
  await expect(client.query('SELECT 1')).rejects.toThrow();
  client.release(true);

  const activities = createMailActivities({
    pool: database.pool,
    mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'a@b.vn' },
    linkKeys: LINK_KEYS,
    publicUrl: 'http://thoihan.test',
  });
  const composed = await activities.composeDigests({ day: '2026-08-12', now: Date.parse('2026-08-12T07:30:00+07:00') });
  expect(composed).toEqual({ mails: 0, alerts: 0, workingDay: true });
});
