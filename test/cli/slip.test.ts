import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thoihan } from './support';

const ASKED = ['due', 'enforcement-decision-on-request', '--on', '2026-08-26', '--slip'];

test('due --slip prints the page; with --json the document', async () => {
  const { exit, out } = await thoihan(ASKED);
  expect(exit).toBe(0);
  expect(out).toContain('PHIẾU TÍNH THỜI HẠN');
  expect(out).toContain('HẠN / DUE:    thứ Hai 07/09/2026');
  expect(out).toContain('Bỏ qua thứ Tư 02/09/2026: Quốc khánh');
  expect(out).toMatch(/SHA-256: +[0-9a-f]{64}$/);
  expect(JSON.parse((await thoihan([...ASKED, '--json'])).out)).toMatchObject({ due: '2026-09-07', matter: null });
});

test('slip --verify tells a kept slip from a changed one and from what is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thoihan-slip-'));
  try {
    const file = join(folder, 'phieu.json');
    const { out } = await thoihan([...ASKED, '--json']);
    writeFileSync(file, out);
    const kept = await thoihan(['slip', '--verify', file]);
    expect(kept).toMatchObject({ exit: 0, err: '' });
    expect(kept.out).toContain(JSON.parse(out).hash);
    writeFileSync(file, out.replaceAll('2026-09-07', '2026-09-08'));
    const changed = await thoihan(['slip', '--verify', file]);
    expect(changed.exit).toBe(1);
    expect(changed.err).toContain('đã bị sửa');
    expect(JSON.parse((await thoihan(['slip', '--verify', file, '--json'])).out)).toMatchObject({ untouched: false });
    for (const wrong of ['not json', '{}', 'null', '{"format":"thoihan-slip/1"}']) {
      writeFileSync(file, wrong);
      expect(await thoihan(['slip', '--verify', file])).toMatchObject({ exit: 1, out: '' });
    }
    expect((await thoihan(['slip', '--verify', join(folder, 'gone.json')])).err).toContain('ENOENT');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('slip <matter> <deadline> asks the server and prints its page; without them it says how to call it', async () => {
  const { out: document } = await thoihan([...ASKED, '--json']);
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    asked.push(request.url!);
    reply.setHeader('content-type', 'application/json').end(document);
  }).listen(0, '127.0.0.1');
  try {
    await new Promise(resolve => server.once('listening', resolve));
    const env = { THOIHAN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    const { exit, out } = await thoihan(['slip', '12/QĐ-THADS', 'notification#a1', '--unit', 'TST-KV1'], { env });
    expect(exit).toBe(0);
    expect(out).toContain('PHIẾU TÍNH THỜI HẠN');
    expect(asked).toEqual([
      `/v1/matters/${encodeURIComponent('12/QĐ-THADS')}/deadlines/notification%23a1/slip?unit=TST-KV1`,
    ]);
    expect(await thoihan(['slip', '12/QĐ-THADS'], { env })).toMatchObject({ exit: 2, out: '' });
  } finally {
    server.close();
  }
});
