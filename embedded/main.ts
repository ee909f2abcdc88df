/** `npm start`: the whole program on one machine, supervised until it is told to stop. */

import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings, type Settings, SettingsError } from '../config/settings';
import { addressTable } from './addresses';
import { type AppMessage, appService } from './app-service';
import { claim } from './instance';
import { assertFree, type WantedPort } from './ports';
import { describe, Problem } from './problem';
import { progressOn } from './progress';
import { Stack } from './stack';
import { Watch } from './watch';

/** After this long a stop that hangs is given up; the guard then ends what is left. */
const STOP_LIMIT_MS = 25_000;

const progress = progressOn(process.stdout);

function wantedPorts({ embedded, ...s }: Settings): WantedPort[] {
  const mail = [
    { port: s.mailboxPort, variable: 'MAILBOX_PORT', use: 'hộp thư / mailbox' },
    { port: s.smtpPort, variable: 'SMTP_PORT', use: 'SMTP' },
  ];
  const temporal = [
    { port: s.temporalPort, variable: 'TEMPORAL_PORT', use: 'Temporal' },
    { port: s.temporalUiPort, variable: 'TEMPORAL_UI_PORT', use: 'Temporal UI' },
  ];
  return [
    { port: s.apiPort, variable: 'API_PORT', use: 'API' },
    ...(embedded.mail ? mail : []),
    ...(embedded.temporal ? temporal : []),
    ...(embedded.database || embedded.temporal
      ? [{ port: s.postgresPort, variable: 'POSTGRES_PORT', use: 'PostgreSQL' }]
      : []),
  ];
}

/** Mails, uploads and logs are for the owner's eyes; the folder itself may be passed through by PostgreSQL's account. */
function makeDataFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o711);
  for (const name of ['logs', 'mailbox', 'run', 'uploads'])
    mkdirSync(join(dataDir, name), { recursive: true, mode: 0o700 });
}

async function main(): Promise<void> {
  const began = Date.now();
  const settings = loadSettings();
  makeDataFolder(settings.dataDir);
  const release = claim(settings.dataDir);
  const watch = new Watch(join(settings.dataDir, 'run'));
  const stack = new Stack(settings, progress, watch, {
    died: (name, how, waitMs) =>
      progress.say(
        `${name} đã dừng (${how}); khởi động lại sau ${waitMs} ms`,
        `${name} ended (${how}); starting it again in ${waitMs} ms`,
      ),
    back: name => progress.say(`${name} đã chạy lại`, `${name} is back`),
  });

  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await stack.stop();
    watch.close();
    release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // npm passes a terminal's Ctrl-C on a second time: only the first one counts.
    process.on(signal, () => {
      if (!stopping) progress.say('Đang dừng…', 'Stopping…');
      void stop(0);
    });
  }
  // A terminal that went away must not keep us from stopping in order.
  process.stdout.on('error', () => undefined);

  try {
    const left = await watch.open();
    if (left.length > 0) progress.say(`Đã dọn tiến trình còn lại: ${left.join(', ')}`, 'ended what a crash had left');
    await assertFree(wantedPorts(settings));
    const databaseUrl = await stack.startParts();
    const told = (message: AppMessage) => progress.say(message.vi, message.en);
    await progress.work('Khởi động worker và API', 'Starting worker and API', () =>
      stack.startApp(appService(settings, databaseUrl, told)),
    );
    process.stdout.write(addressTable(settings));
    progress.say(`Khởi động mất ${((Date.now() - began) / 1000).toFixed(1)} s`, 'start-up time');
  } catch (error) {
    if (stopping) return; // told to stop in the middle of starting
    process.stderr.write(`\n${describe(error)}\n`);
    await stop(1);
  }
}

main().catch(error => {
  process.stderr.write(
    `\n${error instanceof Problem || error instanceof SettingsError ? error.message : describe(error)}\n`,
  );
  process.exit(1);
});
