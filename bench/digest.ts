import { createHash } from 'node:crypto';
import { loadDemonstration } from '../activities/intake';
import { createMailActivities, type Relay } from '../activities/mail';
import { builtInLaw, dutyOf, instantOf, toDay, toIso } from '../law';
import type { Day } from '../law/model';
import { inParallel } from '../test/support/in-parallel';
import type { Bench } from './server';
import { print } from './table';

/** Monday: up to its morning the province has been lived, from then on it is lived here. */
const FROM = toDay('2026-11-02');
const LAST = toDay('2026-11-30');
const WIDTH = 8;
const HOUR = 3_600_000;
/** Of the limits that are due on a day and can be done by one entry, this share is done on that day; of the overdue ones, the second share. */
const DONE_IN_TIME = 0.8;
const DONE_LATE = 0.1;

/** A number from 0 to 1 that belongs to the texts. */
const share = (...parts: string[]): number =>
  createHash('sha256').update(parts.join('\n')).digest().readUInt32BE() / 2 ** 32;

const ASLEEP = `SELECT id, (extract(epoch FROM next_wake_at) * 1000)::float8 AS at FROM matter WHERE next_wake_at <= $1 ORDER BY next_wake_at`;

/** Wakes what is to wake by `until` (epoch ms), as the matters' workflows do. */
async function wakeAll({ database, activities }: Bench, until: number): Promise<number> {
  let woken = 0;
  for (;;) {
    const { rows } = await database.pool.query<{ id: string; at: number }>(ASLEEP, [new Date(until)]);
    if (rows.length === 0) return woken;
    await inParallel(rows.length, WIDTH, n => activities.wakeUp({ matterId: rows[n]!.id, now: rows[n]!.at }));
    woken += rows.length;
  }
}

const OWED = `
SELECT d.id, d.matter_id AS "matterId", d.duty_id AS "dutyId", d.law, d.status::text AS status
FROM deadline d JOIN matter m ON m.id = d.matter_id
WHERE d.current AND NOT d.lapse AND d.role <> 'external' AND m.closed_on IS NULL
  AND ((d.status = 'open' AND d.due = $1::date) OR d.status = 'overdue')
ORDER BY d.id`;

interface Owed {
  readonly id: string;
  readonly matterId: string;
  readonly dutyId: string;
  readonly law: '2025' | '2008';
  readonly status: 'open' | 'overdue';
}

/** What the officers do on a day. @returns how many limits were done */
async function work({ database, activities }: Bench, day: Day): Promise<number> {
  const law = builtInLaw();
  const { rows } = await database.pool.query<Owed>(OWED, [toIso(day)]);
  const chosen = rows.filter(one => share(one.id, toIso(day)) < (one.status === 'open' ? DONE_IN_TIME : DONE_LATE));
  let done = 0;
  await inParallel(chosen.length, WIDTH, async n => {
    const { id, matterId, dutyId, law: lawId } = chosen[n]!;
    const [event] = dutyOf(law, dutyId, lawId).dischargedBy;
    if (event === undefined) return;
    const command = {
      type: 'recordEvent',
      commandId: `done-${id}`,
      event,
      occurredOn: toIso(day),
      by: 'system',
    } as const;
    const now = instantOf(day, 10 * 60);
    const { answer } = await activities.applyCommand({ matterId, command: { ...command, attrs: {} }, now });
    if (answer.refusal === null) done += 1;
  });
  return done;
}

const FIGURES = `
WITH mails AS (
  SELECT o.*, (o.created_at AT TIME ZONE INTERVAL '+07:00')::date AS day,
    (SELECT count(*) FROM alert a WHERE a.outbox_id = o.id AND a.state <> 'silent') AS alerts,
    (SELECT count(DISTINCT a.deadline_id) FROM alert a WHERE a.outbox_id = o.id) AS lines
  FROM outbox o WHERE o.state = 'accepted' AND o.kind <> 'weekly'
), days AS (
  SELECT r.id AS reader, d::date AS day, count(m.id)::int AS mails, coalesce(sum(m.alerts), 0)::int AS alerts
  FROM (SELECT DISTINCT recipient_id AS id FROM mails) r
  CROSS JOIN generate_series($1::date, $2::date, '1 day') AS d
  LEFT JOIN mails m ON m.recipient_id = r.id AND m.day = d::date
  WHERE is_working_day(d::date)
  GROUP BY 1, 2
)
SELECT (SELECT count(*) FROM mails)::int AS mails, (SELECT coalesce(sum(alerts), 0) FROM mails)::int AS alerts,
  (SELECT count(*) FROM mails WHERE kind = 'digest')::int AS digests,
  (SELECT sum(lines) FROM mails WHERE kind = 'digest')::int AS lines,
  (SELECT count(*) FROM mails WHERE kind = 'digest' AND day = $1::date)::int AS "firstMails",
  (SELECT sum(alerts) FROM mails WHERE kind = 'digest' AND day = $1::date)::int AS "firstAlerts",
  count(DISTINCT reader)::int AS readers, count(DISTINCT day)::int AS days,
  avg(mails)::float8 AS mean, percentile_disc(0.5) WITHIN GROUP (ORDER BY mails) AS median,
  percentile_disc(0.95) WITHIN GROUP (ORDER BY mails) AS most95, max(mails)::int AS most,
  avg(alerts)::float8 AS "alertsMean", percentile_disc(0.95) WITHIN GROUP (ORDER BY alerts) AS alerts95, max(alerts)::int AS "alertsMost",
  avg((mails = 0)::int)::float8 AS quiet
FROM days`;

interface Figures {
  readonly mails: number;
  readonly alerts: number;
  readonly digests: number;
  readonly lines: number;
  readonly firstMails: number;
  readonly firstAlerts: number;
  readonly readers: number;
  readonly days: number;
  readonly mean: number;
  readonly median: number;
  readonly most95: number;
  readonly most: number;
  readonly alertsMean: number;
  readonly alerts95: number;
  readonly alertsMost: number;
  readonly quiet: number;
}

const ACCEPTS: Relay = {
  send: async () => ({ state: 'accepted', response: '250 OK', relayDown: false }),
  close: () => undefined,
};

/** A month of the demonstration province: how many mails its officers get, and how many reminders each mail carries. */
export async function benchDigest(bench: Bench): Promise<void> {
  const { database } = bench;
  const { pool, prisma } = database;
  // Matters are woken by this bench, day by day of the month; no workflow is started.
  const temporal = async () => ({ workflow: { start: async () => undefined } }) as never;
  await loadDemonstration({ pool, prisma, temporal }, instantOf(FROM, 6 * 60));
  const mail = createMailActivities(
    {
      pool,
      mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'bench@thoihan.test' },
      publicUrl: 'http://127.0.0.1:4000',
      linkKeys: [{ id: 'bench', secret: Buffer.alloc(32) }],
    },
    ACCEPTS,
  );
  let [woken, done] = [0, 0];
  for (let day = FROM; day <= LAST; day++) {
    const at = (minutes: number) => instantOf(day, minutes);
    woken += await wakeAll(bench, at(7 * 60 + 29));
    await mail.composeDigests({ day: toIso(day), now: at(7 * 60 + 30) });
    await mail.dispatchMail({ now: at(7 * 60 + 31) });
    if (builtInLaw().calendar.isWorking(day)) done += await work(bench, day);
    for (let hour = 10; hour < 24; hour++) {
      woken += await wakeAll(bench, at(hour * 60));
      await mail.dispatchMail({ now: at(hour * 60) + HOUR / 60 });
    }
  }
  const figures = (await pool.query<Figures>(FIGURES, [toIso(FROM), toIso(LAST)])).rows[0]!;
  const open = await prisma.matter.count({ where: { closedOn: null } });
  const per = (n: number) => n.toFixed(2);
  print(
    `Digest: the demonstration province from ${toIso(FROM)} to ${toIso(LAST)}; ${open} open matters, ${woken} wake-ups, ${done} limits done`,
    [
      { what: 'reminders told', value: `${figures.alerts}` },
      { what: 'mails', value: `${figures.mails}` },
      { what: 'reminders per mail (collapse factor)', value: per(figures.alerts / figures.mails) },
      {
        what: 'the same without the first morning, which tells all that is late',
        value: per((figures.alerts - figures.firstAlerts) / (figures.mails - figures.firstMails)),
      },
      { what: 'limits shown per digest', value: per(figures.lines / figures.digests) },
      { what: 'mails outside of digests', value: `${figures.mails - figures.digests}` },
      { what: 'readers × working days', value: `${figures.readers} × ${figures.days}` },
      { what: 'mails per reader and working day, mean', value: per(figures.mean) },
      {
        what: 'mails per reader and working day, median / 95 % / most',
        value: `${figures.median} / ${figures.most95} / ${figures.most}`,
      },
      {
        what: 'one mail per reminder: mean / 95 % / most',
        value: `${per(figures.alertsMean)} / ${figures.alerts95} / ${figures.alertsMost}`,
      },
      { what: 'reader days without any mail', value: `${Math.round(100 * figures.quiet)} %` },
    ],
  );
}
