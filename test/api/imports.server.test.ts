import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { listenLocally } from '../../api/server';
import { LAYOUTS } from '../../registers/layout';
import { casesSheet } from '../../samples/generator/template';
import { writeWorkbook } from '../../samples/generator/workbook';
import { thoihan } from '../cli/support';
import { until } from '../support/program';
import { type LivingApi, openLivingApi } from './support';

let api: LivingApi;
let folder: string;
let url: string;
beforeAll(async () => {
  api = await openLivingApi();
  await listenLocally(api.app, '127.0.0.1', 0);
  url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'thoihan-imports-'));
}, 60_000);
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

const columns = LAYOUTS.find(l => l.id === 'template-cases')!.columns;

/** A register in the program's own layout; each row by headings. */
async function register(name: string, rows: readonly Record<string, string>[]): Promise<string> {
  const cells = rows.map(row => columns.map(c => row[c.headings[0]!] ?? null));
  const file = join(folder, name);
  await writeFile(file, await writeWorkbook([casesSheet(cells)]));
  return file;
}

const row = (n: number, more: Record<string, string> = {}) => ({
  STT: String(n),
  'Số QĐ thi hành án': `${n}/QĐ-THADS`,
  'Ngày QĐ thi hành án': '06/07/2026',
  'Mã hoặc tên đơn vị': 'TST-KV1',
  'Chủ động / theo yêu cầu': 'Chủ động',
  'Số tiền phải thi hành (đồng)': '1.000.000',
  'Tên người phải thi hành án': 'Nguyễn Văn Thử',
  ...more,
});

/** The uploaded files held names. The last step of an import removes its file, a moment after it says that it is done. */
const nothingStays = () =>
  until('an empty uploads folder', 10_000, async () => (readdirSync(api.deps.uploadsDir).length === 0 ? true : null));

const ask = (...argv: string[]) => thoihan(argv, { env: { THOIHAN_URL: url } });

test('a register through the front door: figures, row errors, and every open matter lives', async () => {
  const file = await register('so.xlsx', [row(1), row(2), row(3, { 'Ngày QĐ thi hành án': '31/02/2026' }), row(4)]);
  const errors = join(folder, 'errors.csv');
  const { exit, out, err } = await ask('import', file, '--errors', errors);
  expect(err).toContain('Gửi tệp…');
  expect(exit).toBe(1);
  expect(out).toContain('việc mới 3');
  expect(out).toMatch(/LỖI .*31\/02\/2026/);
  expect(readFileSync(errors, 'utf8')).toMatch(
    /^\uFEFF"sheet","row","column","severity","code","vi","en"\r\n"[^"]*","4",/,
  );

  const [latest] = (await api.get('/v1/imports?limit=1')).body.items;
  expect(latest).toMatchObject({
    fileName: 'so.xlsx',
    state: 'done',
    dryRun: false,
    mattersNew: 3,
    rowsWrong: 1,
    started: 3,
  });
  const shown = await api.get(`/v1/imports/${latest.id}/errors`);
  expect(shown.body.items).toEqual([expect.objectContaining({ row: 4, severity: 'error' })]);
  const matter = (await api.get('/v1/matters/2%2FQĐ-THADS')).body;
  const workflow = await api.temporal.client.workflow.getHandle(`matter-${matter.id}`).describe();
  expect(workflow.status.name).toBe('RUNNING');
  // An imported matter takes events like any other, from the command line too.
  const event = await ask('event', '2/QĐ-THADS', 'notification-sent', '--on', '8/7/2026', '--json');
  expect([event.exit, event.err]).toEqual([0, '']);
  const show = await ask('show', '2/QĐ-THADS');
  expect(show.out).toContain('[notification-sent]');
  expect(show.out).toContain('THỜI HẠN ĐANG CHẠY');
  await nothingStays();
}, 60_000);

test('the same register again brings nothing new; a dry run writes nothing', async () => {
  const file = await register('so-2.xlsx', [row(21), row(22)]);
  const before = await api.database.prisma.matter.count();
  const dry = await ask('import', file, '--dry-run', '--json');
  expect(JSON.parse(dry.out)).toMatchObject({ state: 'done', dryRun: true, mattersNew: 2, errors: [] });
  expect(await api.database.prisma.matter.count()).toBe(before);
  expect((await ask('import', file)).exit).toBe(0);
  const again = await ask('import', file, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ mattersNew: 0, mattersKnown: 2 });
  expect(await api.database.prisma.matter.count()).toBe(before + 2);
}, 60_000);

test('the same upload under the same key is one import; another file under it is refused', async () => {
  const file = readFileSync(await register('so-3.xlsx', [row(31)]));
  const key = randomUUID();
  const send = (bytes: Buffer) =>
    fetch(`${url}/v1/imports?fileName=so-3.xlsx`, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': key },
    }).then(async a => ({ status: a.status, body: (await a.json()) as { id: string; code?: string } }));
  const first = await send(file);
  expect(first.status).toBe(202);
  expect((await send(file)).body.id).toBe(first.body.id);
  expect(await send(Buffer.from('other'))).toMatchObject({ status: 422, body: { code: 'key_reused' } });
});

test('a form with one file is taken as well', async () => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(readFileSync(await register('so-4.xlsx', [row(41)])))]), 'so-4.xlsx');
  const answer = await fetch(`${url}/v1/imports?dryRun=true`, {
    method: 'POST',
    body: form,
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(answer.status).toBe(202);
  expect(await answer.json()).toMatchObject({ fileName: 'so-4.xlsx', dryRun: true });
});

test('200 MB are refused before they are sent, and cut off when the length is not told; nothing stays on disk', async () => {
  const huge = join(folder, 'huge.xlsx');
  await writeFile(huge, 'x');
  await truncate(huge, 200 * 1024 * 1024);
  const begun = Date.now();
  const { exit, err } = await ask('import', huge);
  expect(exit).toBe(1);
  expect(err).toContain('vượt giới hạn 50 MB');
  expect(Date.now() - begun).toBeLessThan(10_000);

  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1024 * 1024;
      if (sent > 200 * 1024 * 1024) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const answer = await fetch(`${url}/v1/imports?fileName=a.xlsx`, {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
  } as RequestInit);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'too_large' });

  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(51 * 1024 * 1024)]), 'b.xlsx');
  const cut = await fetch(`${url}/v1/imports`, {
    method: 'POST',
    body: form,
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(cut.status).toBe(413);
  await nothingStays();
}, 60_000);

test('a file that is no register, an empty one, an unknown unit, no name: refused with what to do', async () => {
  const wrong = join(folder, 'la.csv');
  await writeFile(wrong, 'a;b;c\n1;2;3\n');
  const refused = await ask('import', wrong);
  expect(refused.exit).toBe(1);
  expect(refused.err.length).toBeGreaterThan(20);
  const raw = (query: string, payload: string) =>
    api.app.inject({
      method: 'POST',
      url: `/v1/imports${query}`,
      payload,
      headers: { 'content-type': 'text/csv', 'idempotency-key': randomUUID() },
    });
  expect((await raw('?fileName=a.csv', '')).json()).toMatchObject({ status: 422, code: 'empty_file' });
  expect((await raw('?fileName=a.csv&unit=NOWHERE', 'x')).json()).toMatchObject({
    code: 'unknown_unit',
    errors: [{ field: 'unit' }],
  });
  expect((await raw('', 'x')).json()).toMatchObject({ status: 422, code: 'file_name_missing' });
  expect((await ask('import', join(folder, 'gone.xlsx'))).exit).toBe(1);
  await nothingStays();
}, 30_000);

test('the template can be fetched and filled in', async () => {
  const answer = await fetch(`${url}/v1/imports/template.xlsx`);
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const book = new Workbook();
  await book.xlsx.load((await answer.arrayBuffer()) as never);
  expect(book.worksheets.map(w => w.name)).toContain('Việc thi hành án');
  const file = join(folder, 'mau.xlsx');
  expect((await ask('template', file)).exit).toBe(0);
  expect((await ask('template', file)).err).toContain('tệp đã có');
});
