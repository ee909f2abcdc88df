import { mkdtemp, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedCalendar } from '../../activities/calendar';
import { thoihan } from '../cli/support';
import { at } from '../record/workbench';
import { HEAD, LEGAL, seedLegalOfficer } from '../support/signers';
import { type LivingApi, openCase, openLivingApi } from './support';

let api: LivingApi;
let url: string;
const NOW = at('2026-11-24');
const NOTICE = `BỘ NỘI VỤ
Số: 777/TB-BNV
Hà Nội, ngày 20 tháng 11 năm 2026

THÔNG BÁO
Về việc nghỉ Tết Nguyên đán và nghỉ lễ Quốc khánh năm 2027

1. Công chức, viên chức nghỉ Tết Nguyên đán từ thứ Năm ngày 04/02/2027 (tức ngày 28 tháng Chạp năm Bính Ngọ)
đến hết thứ Tư ngày 10/02/2027 (tức ngày mùng 5 tháng Giêng năm Đinh Mùi).
2. Nghỉ lễ Quốc khánh từ thứ Năm ngày 02/9/2027 đến hết Chủ nhật ngày 05/9/2027.
`;

beforeAll(async () => {
  api = await openLivingApi({ now: () => NOW });
  await seedLegalOfficer(api.database.prisma);
  await seedCalendar(api.database.prisma, NOW);
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(() => api.close(), 30_000);

const cli = (argv: string[], stdin = '') => thoihan(argv, { stdin, env: { THOIHAN_URL: url } });
const as = (officer: string) => ({ 'x-officer': officer });

test('the years with their editions, how far they reach, and a warning before they end', async () => {
  const { body } = await api.get('/v1/calendar');
  expect(body.items.filter((one: { inForce: boolean }) => one.inForce)).toHaveLength(13);
  expect(body.horizon).toEqual({ published: 2026, loaded: 2027, daysLeft: 37 });
  expect(body.warnings.map(({ name }: { name: string }) => name)).toEqual(['calendar']);
  const ready = await api.get('/health/ready');
  expect(ready.body.warnings[0].vi).toContain('lịch năm 2027 chưa công bố: nạp bằng thoihan calendar load');
  const listed = await cli(['calendar']);
  expect(listed.out).toMatch(/^2026 +4 +đang áp dụng +02\/10\/2026/m);
  expect(listed.out).toMatch(/^2027 +1 +đang áp dụng, tạm tính/m);
  expect(listed.out).toContain('Chú ý: Lịch đã công bố đến hết năm 2026 (còn 37 ngày)');
});

test('a year in force, an edition of it, the one known on a day, and a year that is not published', async () => {
  const off = async (query: string) =>
    (await api.get(`/v1/calendar/2026${query}`)).body.off.map(({ date }: { date: string }) => date);
  expect(await off('')).toContain('2026-11-24');
  expect(await off('?edition=1')).not.toContain('2026-01-02');
  expect(await off('?knownOn=2025-12-24')).not.toContain('2026-01-02');
  expect(await off('?knownOn=2025-12-25')).toContain('2026-01-02');
  expect(await api.get('/v1/calendar/2026?edition=9')).toMatchObject({
    status: 404,
    body: { code: 'unknown_edition' },
  });
  expect(await api.get('/v1/calendar/2026?knownOn=2025-01-01')).toMatchObject({
    status: 404,
    body: { code: 'not_known_then' },
  });
  const missing = await api.get('/v1/calendar/2028');
  expect(missing).toMatchObject({ status: 404, body: { code: 'not_published' } });
  expect(missing.body.vi).toBe('Lịch năm 2028 chưa công bố: nạp bằng thoihan calendar load <tệp> --by <mã cán bộ>.');
  const shown = await cli(['calendar', '2026', '--known-on', '24/12/2025']);
  expect(shown.out).toContain('Năm 2026, bản 1');
  expect((await cli(['calendar', '2028'])).err).toContain('lịch năm 2028 chưa công bố'.slice(1));
});

test('a signature needs a name', async () => {
  expect(await api.post('/v1/calendar', { text: NOTICE })).toMatchObject({
    status: 422,
    body: { code: 'officer_needed' },
  });
  expect(await api.post('/v1/calendar', { text: NOTICE }, as('TST-005'))).toMatchObject({
    ...{ status: 403, body: { code: 'not_a_signer' } },
  });
});

test('a notice is loaded, shown as understood, signed by a second person; open matters are computed again', async () => {
  const opened = await openCase(api, '2026-11-20');
  expect(opened.status).toBe(201);
  const file = join(await mkdtemp(join(tmpdir(), 'thoihan-notice-')), 'thong-bao.txt');
  await writeFile(file, NOTICE);

  const tried = await cli(['calendar', 'load', file, '--by', HEAD, '--dry-run']);
  expect(tried).toMatchObject({ exit: 0 });
  expect(tried.out).toContain('dòng 8: nghỉ: “từ thứ Năm ngày 04/02/2027');
  expect(tried.out).toContain('T6 16/04/2027  nghỉ  Giỗ Tổ Hùng Vương (10/3 âm lịch) (suy ra)');
  expect(tried.out).toContain('Chưa nạp gì (--dry-run).');

  const loaded = await cli(['calendar', 'load', file, '--by', HEAD]);
  expect(loaded.out).toContain('Chờ người thứ hai ký: thoihan calendar sign 2027 2 --by <mã cán bộ>');
  expect((await cli(['calendar', '2027'])).out).toContain('Năm 2027, bản 1 (tạm tính, chưa công bố chính thức)');

  const own = await cli(['calendar', 'sign', '2027', '2', '--by', HEAD]);
  expect([own.exit, own.err]).toEqual([1, expect.stringContaining('không được tự ký duyệt')]);
  const signed = await cli(['calendar', 'sign', '2027', '2', '--by', LEGAL]);
  expect(signed).toMatchObject({ exit: 0, err: '' });
  expect(signed.out).toContain('Đã ký: lịch năm 2027 bản 2 có hiệu lực.');
  expect(signed.out).toContain('Các hạn đang mở được tính lại (recompute-calendar-2027.2).');
  expect((await cli(['calendar', '2027'])).out).toContain(
    `Năm 2027, bản 2 (${HEAD} nạp, ${LEGAL} ký): Thông báo 777/TB-BNV, 20/11/2026`,
  );

  const progress = await api.temporal.client.workflow.getHandle('recompute-calendar-2027.2').result();
  expect(progress).toMatchObject({ reason: 'calendar-2027.2', signalled: 1 });
  // The year that was provisional is published now.
  expect((await api.get('/v1/calendar')).body).toMatchObject({ horizon: { published: 2027 }, warnings: [] });
});

test('what is wrong with a file is told line by line, and nothing is kept', async () => {
  const before = (await api.get('/v1/calendar')).body.items.length;
  const bad = NOTICE.replace('thứ Tư ngày 10/02/2027', 'thứ Ba ngày 10/02/2027').replace('05/9/2027', '31/9/2027');
  const { exit, out, err } = await cli(['calendar', 'load', '-', '--by', HEAD], bad);
  expect([exit, out]).toEqual([1, '']);
  expect(err).toContain('Chưa nạp gì: có 2 chỗ sai.');
  expect(err).toContain('dòng 9: “thứ Ba ngày 10/02/2027”: ngày ấy là thứ Tư 10/02/2027');
  expect(err).toContain('dòng 10: “Chủ nhật ngày 31/9/2027” không phải ngày có thật');
  expect((await api.get('/v1/calendar')).body.items).toHaveLength(before);
});

test('the JSON that is shown can be loaded again', async () => {
  const shown = await cli(['calendar', '2026', '--edition', '3', '--json']);
  const again = await cli(['calendar', 'load', '-', '--by', HEAD, '--dry-run', '--json'], shown.out);
  expect(again.err).toContain('Lịch này đã có: năm 2026 bản 3');
});

test('a closure: recorded, signed, listed, withdrawn', async () => {
  const close = ['calendar', 'close', '--unit', 'TST-KV1', '--from', '30/11/2026', '--to', '01/12/2026'];
  const closed = await cli([
    ...close,
    '--reason',
    'Bão số 12',
    '--basis',
    'CĐ 9/CĐ-TTg, 28/11/2026',
    '--by',
    HEAD,
    '--json',
  ]);
  const { id } = JSON.parse(closed.out);
  const signed = await cli(['calendar', 'sign-closure', id, '--by', LEGAL]);
  expect(signed.out).toContain(
    'TST-KV1 đóng cửa từ T2 30/11/2026 đến T3 01/12/2026 (Bão số 12; CĐ 9/CĐ-TTg, 28/11/2026): đã ký.',
  );
  expect(signed.out).toContain(`recompute-closure-${id}-signed`);
  await api.temporal.client.workflow.getHandle(`recompute-closure-${id}-signed`).result();
  expect((await cli(['calendar', 'closures', '--unit', 'TST'])).out).toMatch(
    /TST-KV1 +30\/11\/2026 +01\/12\/2026 +đã ký/,
  );
  const wrong = await cli([...close, '--reason', 'Bão số 12', '--basis', 'CĐ 9', '--by', LEGAL]);
  expect(wrong.err).toContain('đã ghi đóng cửa từ 2026-11-30 đến 2026-12-01');
  const taken = await cli(['calendar', 'withdraw', id, '--reason', 'bão đổi hướng', '--by', HEAD]);
  expect(taken.out).toContain('đã rút');
  expect((await cli(['calendar', 'closures'])).out).toContain('đã rút: bão đổi hướng');
  expect(await cli(['calendar', 'sign-closure', 'không-phải-mã', '--by', LEGAL])).toMatchObject({ exit: 1 });
});
