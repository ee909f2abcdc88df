import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { createMailActivities } from '../activities/mail';
import type { NewMatter } from '../activities/matters';
import { vietnamDay, vietnamMinute } from '../law';
import { openCase } from './cases';
import type { Bench } from './server';
import { print, rate } from './table';
import { leadOf, timers, wakeUps } from './wake-ups';

/** Each tells the officer and the head that its 24 hours ran out. */
const MATTERS = 5_000;
const THRESHOLDS = 2 * MATTERS;
const HOUR = 3_600_000;
const FROM = 'bench@thoihan.test';

/** Cases in each of which a freeze by minutes was drawn at an instant (epoch ms), nothing else of it being owed. */
const frozenCases = (drawn: number): NewMatter[] => {
  const occurredOn = vietnamDay(drawn);
  const events = [
    { type: 'freeze-minutes-drawn', occurredOn, atMinute: vietnamMinute(drawn) },
    { type: 'sent-to-procuracy', occurredOn },
  ];
  return Array.from({ length: MATTERS }, (_, n) => openCase('F', n, events));
};

async function openSink(): Promise<{ url: string; process: ChildProcess }> {
  const process = fork(join(__dirname, 'sink.js'));
  const [port] = (await once(process, 'message')) as [number];
  return { url: `smtp://127.0.0.1:${port}`, process };
}

interface Written {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
}
const MAILS = `SELECT to_address AS "to", subject, text, html, message_id AS "messageId" FROM outbox WHERE kind = 'urgent'`;

/** The same mails by nodemailer alone, as many connections, no database. */
async function rawSending(url: string, mails: readonly Written[]): Promise<number> {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 3 });
  const began = Date.now();
  await Promise.all(mails.map(mail => transport.sendMail({ from: FROM, ...mail })));
  const ms = Date.now() - began;
  transport.close();
  return ms;
}

/** Ten thousand thresholds due in one minute: until every alert and its mail is written, and until every mail is accepted. */
export async function benchAlerts(bench: Bench): Promise<void> {
  const { pool } = bench.database;
  const drawn = Date.now() - 30 * HOUR;
  const waking = await bench.working(async () => {
    const lead = await leadOf(bench, MATTERS);
    const bare = await timers(bench, 'bareTimer', MATTERS, lead);
    return { bare, ...(await wakeUps(bench, frozenCases(drawn), drawn + HOUR, lead)) };
  });
  // What the worker's own dispatcher could not hand over is handed over here, all of it.
  await pool.query(`UPDATE outbox SET state = 'pending', attempts = 0, next_try_at = now() WHERE kind = 'urgent'`);
  await pool.query('TRUNCATE delivery');
  const { rows: mails } = await pool.query<Written>(MAILS);
  if (mails.length !== THRESHOLDS) throw new Error(`${mails.length} mails instead of ${THRESHOLDS}`);

  const sink = await openSink();
  try {
    const raw = await rawSending(sink.url, mails);
    const { dispatchMail } = createMailActivities({
      ...{ pool, publicUrl: 'http://127.0.0.1:4000', linkKeys: [{ id: 'bench', secret: Buffer.alloc(32) }] },
      mail: { smtpUrl: sink.url, from: FROM },
    });
    const began = Date.now();
    const { accepted } = await dispatchMail({ now: Date.now() });
    const sent = Date.now() - began;
    if (accepted !== THRESHOLDS) throw new Error(`${accepted} mails accepted instead of ${THRESHOLDS}`);
    print(`Alerts: ${THRESHOLDS} thresholds of ${MATTERS} matters due in one minute, each a mail at once`, [
      { what: `bare timers, ${MATTERS} fired and completed`, value: rate(MATTERS, waking.bare) },
      {
        ...{ what: `wake-ups until ${waking.alerts} alerts and mails are written`, value: rate(MATTERS, waking.ms) },
        ratio: { to: 'bare timers', is: waking.bare / waking.ms, target: 0.8 },
      },
      { what: 'the same mails by nodemailer alone', value: rate(THRESHOLDS, raw) },
      {
        ...{ what: 'dispatcher: claimed, accepted, noted', value: rate(THRESHOLDS, sent) },
        ratio: { to: 'nodemailer alone', is: raw / sent, target: 0.5 },
      },
    ]);
  } finally {
    sink.process.kill();
  }
}
