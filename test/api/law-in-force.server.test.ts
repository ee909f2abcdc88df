/** Packs, decisions and kept dates from the command line through the API into running matters. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedReference } from '../../activities/matters';
import { officialCalendar, toDay, toIso, vietnamDay } from '../../law';
import { thoihan } from '../cli/support';
import { AUTHOR, SECOND, seedSigners } from '../record/law-signers';
import { type LivingApi, openCase, openLivingApi } from './support';

let api: LivingApi;
let url: string;
let folder: string;
beforeAll(async () => {
  api = await openLivingApi();
  await seedReference(api.database.prisma, Date.now());
  await seedSigners(api.database.prisma);
  url = await api.app.listen({ host: '127.0.0.1', port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'thoihan-law-'));
}, 90_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await api.close();
}, 30_000);

const cli = (...argv: string[]) => thoihan(argv, { env: { THOIHAN_URL: url } });
const json = async (...argv: string[]) => {
  const { exit, out, err } = await cli(...argv, '--json');
  return exit === 0 ? JSON.parse(out) : { exit, ...JSON.parse(err).error };
};
const TODAY = vietnamDay(Date.now());
const ago = (days: number) => toIso(TODAY - days);
/** Days since the notice, such that nine and ten days from the end of the voluntary period do not both roll to one working day. */
const NOTICE = [18, 19, 20, 21, 22, 23].find(days => {
  const calendar = officialCalendar();
  const ended = calendar.next(TODAY - days + 10);
  return calendar.next(ended + 9) !== calendar.next(ended + 10);
})!;

interface Limit {
  readonly key: string;
  readonly dutyId: string;
  readonly due: string;
  readonly dueLatest: string;
  readonly slip: readonly { step: string; vi: string }[];
}
/** The deadline as it stands once it satisfies the condition; recomputing takes a moment. */
async function limitOf(matterId: string, dutyId: string, until: (one: Limit) => boolean = () => true): Promise<Limit> {
  for (let tries = 0; ; tries++) {
    const { body } = await api.get(`/v1/matters/${matterId}`);
    const one: Limit | undefined = body.deadlines.find((limit: Limit) => limit.dutyId === dutyId);
    if (one && until(one)) return one;
    if (tries > 100) throw new Error(`${dutyId} stayed as it was: ${JSON.stringify(one)}`);
    await new Promise(done => setTimeout(done, 100));
  }
}

/** A case in which the means must be verified first: 9 or 10 days from the end of the voluntary period. */
async function caseAtVerification(): Promise<string> {
  const { body } = await openCase(api, ago(NOTICE + 2));
  const events = [
    ['request-received', NOTICE + 2],
    ['decision-issued', NOTICE + 1],
    ['valid-notice', NOTICE],
  ] as const;
  for (const [event, days] of events) {
    const answer = await api.post(`/v1/matters/${body.id}/events`, { event, occurredOn: ago(days) });
    expect([event, answer.status]).toEqual([event, 201]);
  }
  return body.id;
}

test('a reading: open, decided by one, in use when a second has signed; the running matter follows', async () => {
  const id = await caseAtVerification();
  const before = await limitOf(id, 'initial-verification');
  expect(before.dueLatest > before.due).toBe(true);
  const listed = await cli('law', 'readings');
  expect(listed.out).toMatch(/CHƯA QUYẾT ĐỊNH {2}initial-verification \[reading\]/);
  expect(listed.out).toMatch(/○ ten-days: 10 ngày/);

  const basis = 'Công văn 12/TCTHADS-NV1';
  const first = await json('law', 'decide', 'initial-verification', 'ten-days', '--basis', basis, '--by', AUTHOR);
  expect(first).toMatchObject({ choice: 'ten-days', author: AUTHOR, countersigner: null });
  expect(await json('law', 'countersign', first.id, '--by', AUTHOR)).toMatchObject({ exit: 1, code: 'own_work' });
  expect(await json('law', 'countersign', first.id, '--by', 'TST-005')).toMatchObject({ code: 'not_a_signer' });
  expect(await json('law', 'countersign', first.id)).toMatchObject({ code: 'officer_needed' });
  expect((await limitOf(id, 'initial-verification')).due).toBe(before.due);

  const signed = await cli('law', 'countersign', 'initial-verification', '--by', SECOND);
  expect(signed).toMatchObject({ exit: 0, out: expect.stringContaining('ten-days') });
  const after = await limitOf(id, 'initial-verification', one => one.due === one.dueLatest);
  expect(after.due).toBe(before.dueLatest);
  expect(after.slip.some(({ vi }) => vi.includes(basis))).toBe(true);
  expect((await cli('law', 'readings')).out).toMatch(/đã quyết định {2}initial-verification \[reading\]/);
}, 60_000);

test('a pack: out as a file, edited, loaded, signed; one date is kept, and let go again', async () => {
  const id = await caseAtVerification();
  const old = await limitOf(id, 'initial-verification');
  const exported = await cli('law', 'export', '--law', '2025');
  const pack = JSON.parse(exported.out);
  expect(pack).toMatchObject({ format: 'thoihan-statute-pack/1', law: '2025' });
  expect(JSON.parse((await cli('law', 'export', '--built-in')).out)).toEqual(pack);
  const row = pack.duties.find((duty: { id: string }) => duty.id === 'initial-verification');
  const file = join(folder, 'pack.json');
  const write = () => writeFile(file, JSON.stringify(pack));

  row.period = { unit: 'days', n: 0 };
  row.role = 'sheriff';
  await write();
  const bad = await cli('law', 'load', file, '--by', AUTHOR);
  expect(bad.exit).toBe(1);
  expect(bad.err).toMatch(/pack\.json: 2 chỗ cần sửa; chưa ghi gì/);
  expect(bad.err).toMatch(/pack\.json: duties\[\d+\] initial-verification: role: “sheriff” không được/);
  expect(bad.err).toMatch(/pack\.json: version: số .* dành cho bản đi kèm chương trình/);
  await writeFile(file, '{"format": ');
  expect(await cli('law', 'load', file, '--by', AUTHOR)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('không phải JSON'),
  });

  row.period = { unit: 'days', n: 30 };
  row.role = 'enforcer';
  pack.version = '2026.12.1-TST.0';
  await write();
  expect(await json('law', 'load', file, '--by', 'TST-005')).toMatchObject({ code: 'not_a_signer' });
  expect(await json('law', 'load', file, '--by', AUTHOR)).toMatchObject({ decided: ['initial-verification'] });
  await cli('law', 'withdraw', '2025', '2026.12.1-TST.0', '--reason', 'cách hiểu đã quyết định', '--by', AUTHOR);
  delete row.readings;
  pack.version = '2026.12.1-TST.1';
  await write();
  const loaded = await json('law', 'load', file, '--by', AUTHOR);
  expect(loaded).toMatchObject({
    decided: [],
    state: 'draft',
    changes: { added: [], removed: [], changed: ['initial-verification'] },
  });
  expect(await json('law', 'sign', '2025', '2026.12.1-TST.1', '--by', AUTHOR)).toMatchObject({ code: 'own_work' });
  const signed = await json('law', 'sign', '2025', '2026.12.1-TST.1', '--by', SECOND, '--command-id', 'sign-the-pack');
  expect(signed).toMatchObject({
    author: AUTHOR,
    countersigner: SECOND,
    recompute: { workflowId: 'recompute-law-2025-2026.12.1-TST.1', started: true },
  });
  expect(await json('law', 'sign', '2025', '2026.12.1-TST.1', '--by', SECOND, '--command-id', 'sign-the-pack')).toEqual(
    signed,
  );
  const listed = await cli('law', 'packs');
  expect(listed.out).toMatch(/2025 +2026\.12\.1-TST\.1 +đang áp dụng/);

  const moved = await limitOf(id, 'initial-verification', one => one.due !== old.due);
  expect(toDay(moved.due)).toBeGreaterThan(toDay(old.due));
  expect((await api.post('/v1/due', { dutyId: 'initial-verification', on: ago(0) })).body.dueLatest >= ago(-30)).toBe(
    true,
  );
  const kept = await json('law', 'hold', id, moved.key, '--reason', 'đã hẹn', '--by', AUTHOR);
  expect(kept).toMatchObject({ due: old.due, insteadOf: moved.due });
  const back = await limitOf(id, 'initial-verification', one => one.due === old.due);
  expect(back.slip.find(({ step }) => step === 'hold')!.vi).toContain('đã hẹn');
  expect((await cli('law', 'holds', id)).out).toContain(moved.key);
  expect(await cli('law', 'release', id, moved.key, '--by', SECOND)).toMatchObject({ exit: 0 });
  await limitOf(id, 'initial-verification', one => one.due === moved.due);
}, 90_000);

test('a draft is given up; what is not there is said', async () => {
  const pack = JSON.parse((await cli('law', 'export', '--built-in')).out);
  const file = join(folder, 'draft.json');
  await writeFile(file, JSON.stringify({ ...pack, version: 'nháp' }));
  expect(await json('law', 'load', file, '--by', AUTHOR)).toMatchObject({ code: 'bad_pack' });
  await writeFile(file, JSON.stringify({ ...pack, version: '2026.12.9-TST.1' }));
  await json('law', 'load', file, '--by', AUTHOR);
  const withdraw = ['law', 'withdraw', '2025', '2026.12.9-TST.1', '--reason', 'soạn nhầm'];
  expect(await cli(...withdraw, '--by', SECOND)).toMatchObject({ exit: 0 });
  expect(await json(...withdraw, '--by', SECOND)).toMatchObject({ code: 'not_a_draft' });
  expect(await api.get('/v1/law/packs/2025/9')).toMatchObject({ status: 404, body: { code: 'no_such_pack' } });
  expect(await api.get('/v1/law/packs', { 'x-officer': 'TST-999' })).toMatchObject({ status: 403 });
});
