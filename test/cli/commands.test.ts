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

test('duties of the law: the list and one in full', async () => {
  const list = await thoihan(['law', 'list', '--law', '2025']);
  expect(list.out).toMatch(/^enforcement-decision-on-request +2025 +5 ngày làm việc +Điều 34\(3\)/m);
  const one = await thoihan(['law', 'show', 'enforcement-decision-on-request']);
  expect(one.out).toContain('Luật 2025');
  expect(one.out).toContain('Luật 2008');
  const rule = await thoihan(['law', 'show', 'complaint-valid-notice-date']);
  expect(rule.out).toContain('Quy tắc:');
  expect(rule.out).toContain('NĐ 152/2026/NĐ-CP');
  expect(await thoihan(['law', 'show', 'nothing'])).toMatchObject({ exit: 1 });
  expect(await thoihan(['law', 'list', '--law', '1999'])).toMatchObject({ exit: 2 });
});

test.each([['matters'], ['show', '1/QĐ-THADS'], ['campaigns'], ['event', '1/QĐ', 'x', '--on', '2026-07-01']])(
  'without a server %s says how to start one, exit code 3',
  async (...argv) => {
    const { exit, err } = await thoihan(argv, { env: { THOIHAN_URL: 'http://127.0.0.1:9' } });
    expect(exit).toBe(3);
    expect(err).toContain('npm start');
    expect(err).toContain('http://127.0.0.1:9');
  },
);

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
});
