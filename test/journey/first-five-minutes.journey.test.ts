import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLONE, command, freePorts, lives, processesOf, Running, until } from '../support/program';

/**
 * What a new user does, on a clean checkout: start, read the morning's mails, import a register, record an event, stop,
 * start again. One step builds on the other, so it is one test.
 */
const MINUTE = 60_000;
const WARM_START_MS = 60_000;

interface Matter {
  readonly id: string;
  readonly number: string;
  readonly closedOn: string | null;
  readonly openedOn: string;
  readonly deadlines: readonly { readonly dutyId: string; readonly due: string; readonly slip: readonly unknown[] }[];
  readonly allowed: readonly { readonly type: string; readonly notBefore: string }[];
}
interface Mail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
}

let home: string;
let clone: string;
let dataDir: string;
let program: Running | undefined;

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'thoihan-five-minutes-')));
  clone = join(home, 'clone');
  dataDir = join(clone, '.data');
});

afterAll(async () => {
  if (program && !program.ended) {
    program.signalGroup('SIGTERM');
    await program.end(30_000);
  }
  if (existsSync(dataDir)) await command('npm', ['run', 'reset', '--', '--yes'], clone, {}, MINUTE);
  rmSync(home, { recursive: true, force: true });
});

test(
  'the first five minutes of a new user',
  async () => {
    const cloned = await command('git', ['clone', '--quiet', CLONE, clone], home, {}, MINUTE);
    expect(cloned).toMatchObject({ code: 0, output: '' });
    const ports = await freePorts();
    const env = { THOIHAN_URL: `http://127.0.0.1:${ports.API_PORT}` };
    const json = async <T>(url: string) =>
      (await (await fetch(url, { signal: AbortSignal.timeout(20_000) })).json()) as T;

    // Start, with nothing but the checkout.
    program = new Running(clone, ports, dataDir, {}, ['npm', 'start']);
    await program.untilReady(12 * MINUTE);
    const first = program;

    // The mailbox holds the latest working day's digests within a minute.
    const mails = await until('digests in the mailbox', MINUTE, async () => {
      const { total, messages } = await json<{ total: number; messages: Mail[] }>(
        first.mailbox('/api/messages?limit=500'),
      );
      return total > 0 ? messages : null;
    });
    const mail = await json<{ text: string }>(first.mailbox(`/api/messages/${mails[0]?.id}`));
    expect(mail.text).toMatch(/Điều \d+/);
    expect(mail.text).toContain(`http://127.0.0.1:${ports.API_PORT}`);

    // The link in a mail acknowledges without a log-in: opening it does nothing, its button does, once.
    const link = await acknowledgementLink(mails.slice(0, 20).map(({ id }) => first.mailbox(`/api/messages/${id}`)));
    expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${ports.API_PORT}/acknowledge/k1\\.`));
    const press = () =>
      fetch(link, { method: 'POST', body: new URLSearchParams(), signal: AbortSignal.timeout(30_000) });
    expect(await (await fetch(link)).text()).toContain('<form method="post">');
    expect(await (await press()).text()).toContain('Đã ghi nhận');
    expect(await (await press()).text()).toContain('Đã xác nhận trước đó');

    // A register of six years, through the front door, with the published figures at its end.
    const imported = await command(
      'npx',
      ['thoihan', 'import', 'samples/lao-cai-2016-2021.xlsx'],
      clone,
      env,
      10 * MINUTE,
    );
    expect(imported.output).toMatch(/22\.041\/22\.669 việc, đạt 97,2\s?%/);
    expect(imported.output).toMatch(/385\.296\.980\.000\/1\.026\.755\.382\.000 đồng, đạt 37,5\s?%/);

    // One event on an open matter moves its deadlines, each with its derivation.
    const open = await json<{ items: Matter[] }>(first.api('/v1/matters?kind=enforcement_case&closed=false&limit=50'));
    expect(open.items.length).toBeGreaterThan(0);
    const matter = await firstWithNext(open.items.map(({ id }) => first.api(`/v1/matters/${id}`)));
    const next = matter.allowed.find(({ type }) => type === 'first_verification') ?? matter.allowed[0];
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const on = [next?.notBefore ?? today, today].sort()[0] ?? today;
    const recorded = await command(
      'npx',
      ['thoihan', 'event', matter.id, next?.type ?? '', '--on', on, '--json'],
      clone,
      env,
      MINUTE,
    );
    expect(recorded).toMatchObject({ code: 0 });
    const { eventId } = JSON.parse(recorded.stdout) as { eventId: string };
    const shown = await command('npx', ['thoihan', 'show', matter.id], clone, env, MINUTE);
    expect(shown.code).toBe(0);

    // Stop: clean, and nothing stays behind.
    const parts = [first.supervisor(), ...first.parts()];
    first.signalGroup('SIGINT');
    // npm answers a Ctrl-C with the signal once the program has ended well; the program's own code is looked at below.
    expect([0, 'SIGINT']).toContain(await first.end(20_000));
    expect(parts.filter(lives)).toEqual([]);
    await until('the last process to end', 5_000, async () => (processesOf(clone).length === 0 ? true : null));

    // Start again: all of it is there.
    program = new Running(clone, ports, dataDir);
    await program.untilReady(WARM_START_MS);
    const after = await json<{ messages: Mail[] }>(program.mailbox('/api/messages?limit=500'));
    expect(after.messages.map(({ id }) => id)).toEqual(expect.arrayContaining(mails.map(({ id }) => id)));
    const events = await json<{ items: { id: string }[] }>(program.api(`/v1/matters/${matter.id}/events?limit=200`));
    expect(events.items.map(({ id }) => id)).toContain(eventId);
    program.signalGroup('SIGINT');
    expect(await program.end(20_000)).toBe(0);
  },
  25 * MINUTE,
);

/** The first link that acknowledges in these mails. */
async function acknowledgementLink(urls: readonly string[]): Promise<string> {
  for (const url of urls) {
    const { text } = (await (await fetch(url)).json()) as { text: string };
    const link = /http:\S+\/acknowledge\/\S+/.exec(text)?.[0];
    if (link !== undefined) return link;
  }
  throw new Error('no mail has a link that acknowledges');
}

/** The first of these matters on which something may be recorded. */
async function firstWithNext(urls: readonly string[]): Promise<Matter> {
  for (const url of urls) {
    const matter = (await (await fetch(url)).json()) as Matter;
    if (matter.allowed.length > 0) return matter;
  }
  throw new Error('no open matter allows an event');
}
