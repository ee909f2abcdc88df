import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseReport } from '../../activities/bounces/report';

const sample = (name: string): Buffer => readFileSync(join(__dirname, 'samples', `${name}.eml`));
/** As it comes over the wire. */
const wired = (name: string): Buffer => Buffer.from(sample(name).toString('utf8').replace(/\r?\n/g, '\r\n'));
const OURS = '<0f7c2a52-6f0e-8a6e-9a45-3f3f5b0c7d11@thads.test>';
const ID = '0f7c2a52-6f0e-8a6e-9a45-3f3f5b0c7d11';

test.each([
  ['postfix-failed', ID, 'failed', '5.1.1', 550],
  ['postfix-delayed', null, 'delayed', '4.4.1', null],
  ['exchange-online', null, 'failed', '5.1.10', 550],
  ['exchange-full', null, 'failed', '5.2.2', 554],
  ['gmail-failed', null, 'failed', '5.1.1', 550],
  ['gmail-old', null, 'failed', '5.1.1', 550],
  ['exim', null, 'failed', '5.7.1', 554],
])('%s', async (name, envelopeId, action, status, code) => {
  for (const raw of [sample(name), wired(name)]) {
    const report = (await parseReport(raw))!;
    expect(report.messageIds[0]).toBe(OURS);
    expect(report.envelopeId).toBe(envelopeId);
    expect(report.id).toMatch(/^<.+@.+>$/);
    expect(report.recipients).toEqual([
      {
        finalRecipient: expect.any(String),
        originalRecipient: report.recipients[0]!.originalRecipient,
        action,
        status,
        code,
      },
    ]);
    expect(report.recipients[0]!.finalRecipient!.toLowerCase()).toBe('tst-005@thoihan.test');
  }
});

test('sendmail, of several recipients behind a forward: each has its own lot, escapes of the original address are undone', async () => {
  const report = (await parseReport(sample('sendmail-several')))!;
  expect(report.envelopeId).toBe(ID);
  expect(report.recipients).toEqual([
    {
      finalRecipient: 'somebody.else@elsewhere.example',
      originalRecipient: 'tst-005@thoihan.test',
      action: 'failed',
      status: '5.1.6',
      code: 551,
    },
    {
      finalRecipient: 'second@thoihan.test',
      originalRecipient: null,
      action: 'delivered',
      status: '2.1.5',
      code: null,
    },
  ]);
});

test.each(['out-of-office', 'read-receipt', 'broken'])('%s is no report', async name => {
  expect(await parseReport(sample(name))).toBeNull();
});

test('without a Message-ID of its own a report is known by its content', async () => {
  const bare = Buffer.from(
    sample('postfix-failed')
      .toString()
      .replace(/^Message-Id: <2026.*\n/m, ''),
  );
  const [one, two] = await Promise.all([parseReport(bare), parseReport(bare)]);
  expect(one!.id).toMatch(/^[0-9a-f]{64}$/);
  expect(two!.id).toBe(one!.id);
});

test('whatever comes in, it is a report or none, and never an error', async () => {
  const text = sample('postfix-failed').toString('latin1');
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.nat(400), fc.string({ maxLength: 20 }), async (at, cut, put) => {
      const report = await parseReport(Buffer.from(text.slice(0, at) + put + text.slice(at + cut), 'latin1'));
      for (const one of report?.recipients ?? []) expect(['failed', 'delayed', 'delivered']).toContain(one.action);
    }),
    { numRuns: 60 },
  );
});
