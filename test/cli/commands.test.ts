import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { table } from '../../cli/text';
import { thoihan } from './support';

test('help is in Vietnamese first, and names the exit codes', async () => {
  const { exit, out } = await thoihan(['--help']);
  expect(exit).toBe(0);
  expect(out).toContain('Cách dùng (Usage):');
  for (const command of [
    'import',
    'template',
    'event',
    'show',
    'matters',
    'due',
    'campaign',
    'campaigns',
    'calendar',
    'law',
    'problems',
    'mail',
    'officer',
    'webhook',
    'feed',
    'statement',
  ]) {
    expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    const own = await thoihan([command, '--help']);
    expect([command, own.exit]).toEqual([command, 0]);
    expect(own.out).toContain('Cách dùng (Usage):');
  }
  expect(out).toContain('Mã kết thúc (exit codes)');
});

test('the calendar of a year: days off, worked weekends, an unknown year', async () => {
  const { exit, out } = await thoihan(['calendar', '2026']);
  expect(exit).toBe(0);
  expect(out).toContain('T3 17/02/2026  nghỉ    Tết Nguyên đán: mùng 1');
  expect(out).toMatch(/T7 10\/01\/2026 +làm bù +cho T6 02\/01\/2026/);
  expect(JSON.parse((await thoihan(['calendar', '2026', '--json'])).out).year).toBe(2026);
  expect(await thoihan(['calendar', '2090'])).toMatchObject({ exit: 1, out: '' });
});

test('a pack of the program is exported without a server; the one in force needs it', async () => {
  const { exit, out } = await thoihan(['law', 'export', '--law', '2008', '--built-in']);
  expect([exit, JSON.parse(out)]).toMatchObject([0, { format: 'thoihan-statute-pack/1', law: '2008' }]);
  const away = await thoihan(['law', 'export'], { env: { THOIHAN_URL: 'http://127.0.0.1:9' } });
  expect(away).toMatchObject({ exit: 3, out: '', err: expect.stringContaining('--built-in') });
});

test.each([
  ['problems'],
  ['mail', 'problems'],
  ['officer', 'address', 'TST-005', 'a@b.vn'],
  ['matters'],
  ['show', '1/QĐ-THADS'],
  ['campaigns'],
  ['event', '1/QĐ', 'x', '--on', '2026-07-01'],
])('without a server %s says how to start one, exit code 3', async (...argv) => {
  const { exit, err } = await thoihan(argv, { env: { THOIHAN_URL: 'http://127.0.0.1:9' } });
  expect(exit).toBe(3);
  expect(err).toContain('npm start');
  expect(err).toContain('http://127.0.0.1:9');
});

test('columns align whatever the letters', () => {
  expect(
    table(
      ['Số', 'Tên'],
      [
        ['12', 'a'],
        ['Đơn vị'.normalize('NFD'), 'b'],
      ],
    ).split('\n')[2],
  ).toBe('12      a');
});

describe('against a server', () => {
  let server: Server;
  let answer: { status: number; body: object };
  let asked: { url: string; headers: Record<string, unknown>; body: string }[];
  const ask = (...argv: string[]) =>
    thoihan(argv, {
      env: { THOIHAN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, THOIHAN_OFFICER: 'TST-005' },
    });

  beforeAll(done => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', part => parts.push(part));
      request.on('end', () => {
        asked.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      });
    }).listen(0, '127.0.0.1', done);
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(done => {
    server.close(done);
    server.closeAllConnections();
  });

  test('event sends the number, the officer, a key, and prints what changed', async () => {
    const changed = [{ key: 'k', dutyId: 'file-opening', name: 'Lập hồ sơ', status: 'open', due: '2026-07-16' }];
    answer = { status: 201, body: { eventId: 'e', seq: 2, stageName: 'Đã ra quyết định', changed } };
    const done = await ask(
      'event',
      '12/QĐ-THADS',
      'decision-issued',
      '--on',
      '10/07/2026',
      '--set',
      'number=12/QĐ',
      '--unit',
      'A',
    );
    expect(done).toMatchObject({ exit: 0, err: '' });
    expect(done.out).toContain('16/07/2026  Lập hồ sơ [file-opening]');
    expect(asked[0]!.url).toBe(`/v1/matters/${encodeURIComponent('12/QĐ-THADS')}/events?unit=A`);
    expect(asked[0]!.headers).toMatchObject({
      'x-officer': 'TST-005',
      'idempotency-key': expect.stringMatching(/.{36}/),
    });
    expect(JSON.parse(asked[0]!.body)).toEqual({
      event: 'decision-issued',
      occurredOn: '2026-07-10',
      attrs: { number: '12/QĐ' },
    });
  });

  test('a refusal shows both languages and the candidates, exit code 1; a 503 is exit code 3 with the command id', async () => {
    answer = {
      status: 422,
      body: { code: 'ambiguous_number', vi: 'Có 2 việc.', en: 'Two matters.', candidates: [{ id: 'x', unit: 'A' }] },
    };
    expect(await ask('show', '1/QĐ')).toEqual({
      exit: 1,
      out: '',
      err: 'Có 2 việc.\nTwo matters.\n  --unit <mã đơn vị> --year <năm báo cáo>\n  x  A',
    });
    answer = { status: 503, body: { code: 'temporal_unreachable', vi: 'v', en: 'e' } };
    const away = await ask('event', '1/QĐ', 'x', '--on', '2026-07-01', '--command-id', 'my-command-1');
    expect(away).toEqual({ exit: 3, out: '', err: 'v\ne\n  --command-id my-command-1' });
    expect(asked.at(-1)!.headers['idempotency-key']).toBe('my-command-1');
  });

  test('mails that do not arrive: a line each with what to do, sent again by id', async () => {
    const task = {
      id: 't-1',
      reason: 'address_refused',
      unit: 'A',
      officer: 'TST-005',
      address: 'x@y.vn',
      status: '550 5.1.1',
    };
    answer = {
      status: 200,
      body: { items: [{ ...task, openedAt: '2026-08-11T18:00:00.000Z', closedAt: null, mails: [{}, {}] }], next: null },
    };
    const listed = await ask('mail', 'problems', '--unit', 'A');
    expect(listed.out).toContain('TST-005  12/08/2026  2    550 5.1.1  địa chỉ bị từ chối  x@y.vn');
    expect(asked.at(-1)!.url).toBe('/v1/mail/problems?unit=A&closed=false&limit=200');
    answer = { status: 201, body: { mails: 2 } };
    expect((await ask('mail', 'again', 't-1')).out).toContain('Gửi lại 2 thư');
    expect([asked.at(-1)!.url, JSON.parse(asked.at(-1)!.body)]).toEqual([
      '/v1/mail/problems/t-1/resolution',
      { action: 'again' },
    ]);
  });

  test('problems of a unit in both languages; none is said as well', async () => {
    answer = {
      status: 200,
      body: [{ kind: 'no_head', unit: 'A', vi: 'Chưa có người đứng đầu.', en: 'No head.' }] as never,
    };
    expect((await ask('problems')).out).toBe('Chưa có người đứng đầu.\n  No head.');
    answer = { status: 200, body: [] as never };
    expect((await ask('problems')).out).toContain('Nothing stands in the way');
  });

  test('officers: added, corrected, appointed, stood in for', async () => {
    answer = { status: 201, body: { id: 'x', tasks: 1, mails: 3 } };
    const sent = async (...argv: string[]) => {
      const { exit, err } = await ask('officer', ...argv);
      expect([exit, err]).toEqual([0, '']);
      return [asked.at(-1)!.url, JSON.parse(asked.at(-1)!.body)];
    };
    const add = [
      'add',
      'N-1',
      '--name',
      'Lan',
      '--email',
      'l@x.vn',
      '--unit',
      'A',
      '--role',
      'enforcer',
      '--role',
      'clerk',
    ];
    expect(await sent(...add)).toEqual([
      '/v1/officers',
      { code: 'N-1', name: 'Lan', email: 'l@x.vn', unit: 'A', roles: ['enforcer', 'clerk'] },
    ]);
    expect(await sent('address', 'N-1', 'm@x.vn')).toEqual(['/v1/officers/N-1/address', { email: 'm@x.vn' }]);
    expect(await sent('role', 'N-1', 'branch_head', '--unit', 'A', '--from', '01/09/2026')).toEqual([
      '/v1/officers/N-1/roles',
      { role: 'branch_head', unit: 'A', from: '2026-09-01' },
    ]);
    const delegate = ['delegate', 'N-1', 'N-2', '--from', '01/09/2026', '--until', '05/09/2026', '--basis', 'QĐ 3'];
    expect(await sent(...delegate)).toEqual([
      '/v1/officers/N-1/delegations',
      { to: 'N-2', from: '2026-09-01', until: '2026-09-05', basis: 'QĐ 3' },
    ]);
  });

  test('webhooks: subscribed with the secret printed, ended, their messages', async () => {
    answer = { status: 201, body: { id: 'w-1', secret: 'whsec_x' } };
    const added = await ask(
      'webhook',
      'add',
      'https://h.vn/',
      '--unit',
      'A',
      '--kind',
      'matter.ended',
      '--kind',
      'alert.created',
    );
    expect(added.out).toContain('whsec_x');
    expect(asked.map(one => one.url)).toEqual(['/v1/webhooks', '/v1/webhooks/w-1/secret']);
    expect(JSON.parse(asked[0]!.body)).toEqual({
      unit: 'A',
      url: 'https://h.vn/',
      kinds: ['matter.ended', 'alert.created'],
    });
    await ask('webhook', 'end', 'w-1');
    expect(asked.at(-1)!.url).toBe('/v1/webhooks/w-1/end');
    const one = { id: 'm', kind: 'matter.ended', state: 'dead', attempts: 10, createdAt: '2026-08-12T01:00:00Z' };
    answer = { status: 200, body: { items: [{ ...one, lastStatus: null, lastError: 'ETIMEDOUT' }], next: null } };
    expect((await ask('webhook', 'messages', 'w-1')).out).toMatch(
      /m +12\/08\/2026 01:00 +10 +ETIMEDOUT +dead +matter.ended/,
    );
  });

  test('a calendar feed: its address on a line of its own, revoked', async () => {
    answer = { status: 201, body: { id: 'f', url: 'https://t.vn/feeds/secret.ics' } };
    const made = await ask('feed', 'new', 'TST-005');
    expect(made.out.split('\n')[0]).toBe('https://t.vn/feeds/secret.ics');
    await ask('feed', 'revoke', 'TST-005');
    expect(asked.map(one => one.url)).toEqual(['/v1/officers/TST-005/feed', '/v1/officers/TST-005/feed/revocation']);
  });
});
