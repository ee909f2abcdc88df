import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyDocument } from '../../activities/policy/document';
import { toIso, vietnamDay } from '../../law';
import { thoihan } from '../cli/support';
import { OFFICE } from '../support/office';
import { type LivingApi, openLivingApi } from './support';

let api: LivingApi;
let url: string;
let folder: string;
beforeAll(async () => {
  api = await openLivingApi();
  url = await api.app.listen({ host: '127.0.0.1', port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'thoihan-policy-'));
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await api.close();
}, 30_000);

const HEAD = 'TST-001';
const tomorrow = toIso(vietnamDay(Date.now()) + 1);
const cli = (...argv: string[]) => thoihan(argv, { env: { THOIHAN_URL: url } });
const versions = () => api.database.prisma.alertPolicyVersion.count();

async function edited(change: Partial<PolicyDocument>): Promise<string> {
  const { out } = await cli('policy', 'export', '--province', 'TST');
  const file = join(folder, 'policy.json');
  const document = { ...JSON.parse(out), validFrom: tomorrow, reason: 'báo sớm hơn một ngày', ...change };
  await writeFile(file, JSON.stringify(document));
  return file;
}

test('out as a file, edited, checked, compared, loaded by who heads the province: in force from its day on', async () => {
  const before = JSON.parse((await cli('policy', 'export', '--built-in')).out) as PolicyDocument;
  const thresholds = before.thresholds.map(one =>
    one.class === 'longer' && one.code === 'before-3' ? { ...one, offset: -4 } : one,
  );
  const file = await edited({ thresholds, settings: { ...before.settings, holdDays: 3 } });
  expect(await cli('policy', 'check', file)).toMatchObject({ exit: 0 });
  const diff = JSON.parse((await cli('policy', 'diff', file, '--json')).out);
  expect(diff.map((one: { name: string }) => one.name)).toEqual(['longer before-3', 'holdDays']);

  const loaded = await cli('policy', 'load', file, '--by', HEAD, '--command-id', 'load-policy-1', '--json');
  expect(JSON.parse(loaded.out)).toMatchObject({ province: 'TST', version: 1, author: HEAD, validFrom: tomorrow });
  const again = await cli('policy', 'load', file, '--by', HEAD, '--command-id', 'load-policy-1', '--json');
  expect(JSON.parse(again.out).id).toBe(JSON.parse(loaded.out).id);
  expect(await versions()).toBe(1);
  expect((await cli('policy', 'list')).out).toContain('báo sớm hơn một ngày');
  // Not before its day.
  expect(JSON.parse((await cli('policy', 'export', '--province', 'TST')).out).settings.holdDays).toBe(2);
  const audit = await api.database.prisma.audit.findFirst({ where: { action: 'loadPolicy' } });
  expect(audit).toMatchObject({ actor: HEAD, object: 'policy:TST/1' });
});

test('a kept version reads back as it was loaded, and others are compared with it; one still to come gives way and is named', async () => {
  const again = await edited({ reason: 'như trước' });
  const loaded = await cli('policy', 'load', again, '--by', HEAD, '--command-id', 'load-policy-2', '--json');
  expect(JSON.parse(loaded.out)).toMatchObject({ version: 2, replaces: [1] });
  const first = JSON.parse((await cli('policy', 'export', '--province', 'TST', '--kept', '1')).out) as PolicyDocument;
  expect(first).toMatchObject({ province: 'TST', validFrom: tomorrow, reason: 'báo sớm hơn một ngày' });
  expect(first.settings.holdDays).toBe(3);
  const file = join(folder, 'first.json');
  await writeFile(file, JSON.stringify(first));
  expect(JSON.parse((await cli('policy', 'diff', file, '--kept', '1', '--json')).out)).toEqual([]);
  const diff = JSON.parse((await cli('policy', 'diff', file, '--kept', '2', '--json')).out);
  expect(diff).toEqual([
    expect.objectContaining({ name: 'longer before-3' }),
    { name: 'holdDays', from: '2', to: '3' },
  ]);
  const third = await cli('policy', 'load', again, '--by', HEAD, '--command-id', 'load-policy-3');
  expect(third.out).toContain('Thay bản 2, chưa áp dụng');
  for (const number of ['9', 'hai']) {
    const missing = await cli('policy', 'export', '--province', 'TST', '--kept', number);
    expect(missing.exit).not.toBe(0);
    expect(missing.out).toBe('');
  }
  expect((await cli('policy', 'export', '--province', 'TST', '--kept', '9')).err).toContain('thoihan policy list');
});

test('a file of another shape is not compared: what is wrong is for the check to say', async () => {
  const file = join(folder, 'other.json');
  await writeFile(file, '{}');
  const { exit, err } = await cli('policy', 'diff', file, '--json');
  expect([exit, JSON.parse(err).error.code]).toEqual([1, 'bad_policy']);
});

test('everything wrong is named, and nothing is written', async () => {
  const kept = await versions();
  const { thresholds } = JSON.parse((await cli('policy', 'export', '--built-in')).out) as PolicyDocument;
  const file = await edited({ thresholds: thresholds.filter(one => one.class !== 'hours') });
  expect(await cli('policy', 'check', file)).toMatchObject({ exit: 1, out: expect.stringContaining('hours') });
  const refused = await cli('policy', 'load', file, '--by', HEAD, '--json');
  expect(JSON.parse(refused.err).error).toMatchObject({ code: 'bad_policy' });
  expect(refused.err).toContain('hours');
  expect(await versions()).toBe(kept);
});

test('a province’s policy is its head’s or administrator’s to load, everybody’s the operator’s; a province must be there', async () => {
  const kept = await versions();
  const own = () => api.database.prisma.alertPolicyVersion.count({ where: { provinceId: OFFICE.province } });
  const ownBefore = await own();
  const file = await edited({});
  expect(JSON.parse((await cli('policy', 'load', file, '--by', 'TST-005', '--json')).err).error.code).toBe(
    'not_administrator',
  );
  const general = await edited({ province: null });
  expect(JSON.parse((await cli('policy', 'load', general, '--by', HEAD, '--json')).err).error.code).toBe(
    'not_administrator',
  );
  expect(
    JSON.parse((await cli('policy', 'load', await edited({ province: 'NOWHERE' }), '--json')).err).error.code,
  ).toBe('unknown_province');
  expect(await versions()).toBe(kept);
  expect(JSON.parse((await cli('policy', 'load', await edited({ province: null }), '--json')).out)).toMatchObject({
    province: null,
    version: 2,
  });
  expect(await own()).toBe(ownBefore);
});
