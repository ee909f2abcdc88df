import { mkdtempSync, rmSync, unlinkSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { SMTPServer } from 'smtp-server';
import { startSink } from '../../embedded/mailbox/sink';
import { MailStore } from '../../embedded/mailbox/store';
import { startMailboxPage } from '../../embedded/mailbox/web';

let dir: string;
let store: MailStore;
let sink: SMTPServer;
let page: Server;
let base: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'thoihan-mailbox-'));
  store = await MailStore.open(dir);
  sink = await startSink(store, 0);
  page = await startMailboxPage(store, 0);
  base = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
  const relay = createTransport({
    host: '127.0.0.1',
    port: (sink.server.address() as AddressInfo).port,
    secure: false,
  });
  await relay.sendMail({
    from: 'Thời Hạn <thoihan@thoihan.local>',
    to: 'cv.mot@tinh.example',
    messageId: '<mot@thoihan.local>',
    subject: 'Việc hôm nay: 3 thời hạn',
    text: 'Điều 44: xác minh điều kiện thi hành án',
    html: '<h1>Điều 44</h1><script>document.title="chạy"</script>',
  });
  await relay.sendMail({
    from: 'thoihan@thoihan.local',
    to: 'cv.hai@tinh.example',
    subject: '<b>hai</b>',
    text: 'hai',
  });
  relay.close();
});

afterAll(async () => {
  page.closeAllConnections();
  await new Promise(done => page.close(done));
  await new Promise<void>(done => sink.close(() => done()));
  rmSync(dir, { recursive: true, force: true });
});

const json = async (path: string) => (await fetch(base + path)).json() as Promise<Record<string, unknown>>;

test('mails are listed newest first and found by recipient', async () => {
  const all = await json('/api/messages');
  expect(all).toMatchObject({ total: 2, messages: [{ to: ['cv.hai@tinh.example'] }, { to: ['cv.mot@tinh.example'] }] });
  expect(await json('/api/messages?to=CV.MOT')).toMatchObject({
    total: 1,
    messages: [{ subject: 'Việc hôm nay: 3 thời hạn', messageId: '<mot@thoihan.local>' }],
  });
});

test('a mail opens with its text, its source and its own HTML in a box where nothing runs', async () => {
  const [mail] = store.list({ to: 'cv.mot', offset: 0, limit: 1 }).mails;
  const shown = await (await fetch(`${base}/messages/${mail?.id}`)).text();
  expect(shown).toContain('Điều 44: xác minh điều kiện thi hành án');
  expect(shown).toContain('<iframe sandbox=""');
  expect(shown).not.toContain('<script>');
  const html = await fetch(`${base}/messages/${mail?.id}/html`);
  expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(await (await fetch(`${base}/messages/${mail?.id}/raw`)).text()).toContain('Message-ID: <mot@thoihan.local>');
});

test('what comes from a mail is escaped in the list', async () => {
  const list = await (await fetch(base)).text();
  expect(list).toContain('&lt;b&gt;hai&lt;/b&gt;');
  expect(list).not.toContain('<b>hai</b>');
});

test('an unknown mail, a path out of the folder, and writing are refused', async () => {
  expect((await fetch(`${base}/messages/1-1`)).status).toBe(404);
  expect((await fetch(`${base}/messages/..%2f..%2fetc`)).status).toBe(404);
  expect((await fetch(`${base}/api/messages`, { method: 'DELETE' })).status).toBe(405);
});

test('opened again it holds the same mails, also one whose summary a crash prevented', async () => {
  const [newest] = store.list({ offset: 0, limit: 1 }).mails;
  unlinkSync(join(dir, `${newest?.id}.json`));
  const again = await MailStore.open(dir);
  expect(again.list({ offset: 0, limit: 9 })).toEqual(store.list({ offset: 0, limit: 9 }));
});
