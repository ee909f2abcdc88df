import { lawAsOf } from '../../activities/law';
import { OFFICE } from '../support/database';
import { aCase, at, type Bench, decidedOn, openBench } from './workbench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
afterAll(() => bench.close());

const sign = (subject: string, choice: string, on: string) =>
  bench.rows(
    `INSERT INTO reading (id, law, subject, point, choice, basis, author, decided_at, countersigner, countersigned_at)
     VALUES (gen_random_uuid(), '2025', $1, 'rule', $2, 'Công văn 12/TCTHADS-NV1', 'TST-001', $3::timestamptz, 'TST-003', $3::timestamptz)`,
    [subject, choice, `${on}T09:00:00+07:00`],
  );
const newCase = () => bench.write(aCase(decidedOn('2026-09-07')), at('2026-09-07'));
const codeOf = ({ answer }: { answer: { refusal: { code: string } | null } }) => answer.refusal?.code ?? null;

test('notice by VNeID waits for two signatures that the Ministry has announced it', async () => {
  const matterId = await newCase();
  const notice = (on: string) => bench.record(matterId, 'valid-notice', on, { channel: 'vneid', alsoBy: 'post' });
  expect(codeOf(await notice('2026-09-10'))).toBe('NOT_ANNOUNCED');
  await sign('valid-notice-date', 'announced', '2026-09-11');
  expect(codeOf(await notice('2026-09-10'))).toBe('NOT_ANNOUNCED');
  expect(codeOf(await notice('2026-09-11'))).toBeNull();
  const { settings } = await lawAsOf(bench.pool, OFFICE.branch1, new Date('2026-09-10T09:00:00+07:00'));
  expect(settings).toEqual({});
});

test('from where Tết is counted follows the choice signed last', async () => {
  const plan = async () =>
    codeOf(
      await bench.record(
        await newCase(),
        'coercion-planned',
        '2026-09-14',
        // 16 days after 6 February 2027, the first day of the lunar year; within 15 days of its last day off.
        { plannedOn: '2027-02-22', withForces: true },
      ),
    );
  expect(await plan()).toBe('WITHIN_BLACKOUT');
  await sign('coercion-blackout-tet', 'first-day', '2026-09-12');
  expect(await plan()).toBeNull();
  await sign('coercion-blackout-tet', 'statutory-days', '2026-09-13');
  expect(await plan()).toBe('WITHIN_BLACKOUT');
});
