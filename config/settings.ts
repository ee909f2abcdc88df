import { isIP } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { type DkimSettings, readDkim } from './dkim';
import { type LinkKeys, parseLinkKeys } from './link-keys';

export type { DkimSettings } from './dkim';

/** Where mails go and whose name they carry. */
export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  /** Where mail systems report what could not be delivered (sender of the envelope); absent: the address of `from`. */
  readonly returnPath?: string;
  /** Signs every mail; absent: the relay does, or nobody. */
  readonly dkim?: DkimSettings;
  /** Mails handed over in one minute of the clock, by all workers together; absent: as many as there are. */
  readonly perMinute?: number;
  /** Mailbox that delivery reports come to; absent: none is read. */
  readonly bounceMailbox?: BounceMailboxSettings;
  /** `whsec_…`: whoever has it may tell of bounces over HTTP; absent: nobody may. */
  readonly bounceSecret?: string;
  /** Who hears when reminders are unaccounted for or the morning's statement is missing; absent: nobody, by mail. */
  readonly operators?: string;
}

export interface BounceMailboxSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS is demanded. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly mailbox: string;
}

/** Where webhooks may go besides public addresses. */
export interface WebhookSettings {
  /** This machine, by http or https: for trying things out. */
  readonly loopback: boolean;
  /** Networks of the agency in CIDR form. */
  readonly networks: readonly string[];
}

export interface TemporalSettings {
  /** `host:port` of the frontend. */
  readonly address: string;
  readonly namespace: string;
  readonly tls: boolean;
  readonly apiKey: string | null;
}

/** Everything that can be set from outside, read once at start. */
export interface Settings {
  readonly databaseUrl: string;
  readonly temporal: TemporalSettings;
  readonly mail: MailSettings;
  readonly webhooks: WebhookSettings;
  /** Keys that sign links in mails, newest first; null: kept in the data folder (see `linkKeys`). */
  readonly linkKeys: LinkKeys | null;
  /** Address people open; links in mails begin with it. No trailing slash. */
  readonly publicUrl: string;
  /** Address of the API as the command line reaches it. No trailing slash. */
  readonly apiUrl: string;
  readonly apiHost: string;
  readonly apiPort: number;
  readonly mailboxPort: number;
  readonly smtpPort: number;
  readonly temporalPort: number;
  readonly temporalUiPort: number;
  readonly postgresPort: number;
  /** Absolute folder of everything this clone keeps. */
  readonly dataDir: string;
  readonly uploadsDir: string;
  readonly logLevel: LogLevel;
  /** Whether the first start on the embedded database loads the demonstration province. */
  readonly demonstration: boolean;
  /** Which parts run embedded, because no variable names one from outside. */
  readonly embedded: { readonly database: boolean; readonly temporal: boolean; readonly mail: boolean };
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One or more variables are wrong; each line of the message names one and says what it should be. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly problems: readonly string[]) {
    super(`Cấu hình sai / Wrong settings:\n${problems.map(problem => `  ${problem}`).join('\n')}`);
  }
}

const said = (vi: string, en: string) => ({ error: `${vi} / ${en}` });

const port = (standard: number) =>
  z
    .string()
    .regex(/^\d+$/, said('phải là số cổng từ 1 đến 65535', 'must be a port number from 1 to 65535'))
    .transform(Number)
    .refine(n => n >= 1 && n <= 65535, said('phải là số cổng từ 1 đến 65535', 'must be a port number from 1 to 65535'))
    .default(standard);

const url = (protocols: readonly string[], shown: string) =>
  z.string().refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `phải là địa chỉ dạng ${shown} / must be an address like ${shown}`,
  });

const flag = z
  .enum(['true', 'false', '1', '0'], said('phải là true hoặc false', 'must be true or false'))
  .transform(text => text === 'true' || text === '1');

const web = url(['http:', 'https:'], 'https://host:port').transform(text => text.replace(/\/+$/, ''));

function isNetwork(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.split('/');
  const family = isIP(address);
  return family !== 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

function mailboxOf(text: string): BounceMailboxSettings {
  const { hostname, port, protocol, username, password, pathname } = new URL(text);
  const secure = protocol === 'imaps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    mailbox: decodeURIComponent(pathname.slice(1)) || 'INBOX',
  };
}

const Environment = z.object({
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/database').optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/, said('phải có dạng máy:cổng', 'must be host:port'))
    .optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]*$/, said('tên namespace không hợp lệ', 'is not a name of a namespace'))
    .default('default'),
  TEMPORAL_TLS: flag.optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/, {
      error: 'phải là địa chỉ thư, ví dụ Thời Hạn <thoihan@tinh.gov.vn> / must be a mail address',
    })
    .default('Thời Hạn <thoihan@thoihan.local>'),
  MAIL_RETURN_PATH: z
    .string()
    .regex(/^[^\s@<>]+@[^\s@<>]+$/, said('phải là một địa chỉ thư', 'must be a mail address'))
    .optional(),
  OPERATORS_MAIL: z
    .string()
    .regex(/^[^\s@<>,;]+@[^\s@<>,;]+$/, said('phải là một địa chỉ thư', 'must be one mail address'))
    .optional(),
  MAIL_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, said('phải là số thư mỗi phút, từ 1', 'must be a number of mails per minute, from 1'))
    .transform(Number)
    .optional(),
  BOUNCE_IMAP_URL: url(['imap:', 'imaps:'], 'imaps://user:password@host:993/INBOX')
    .refine(text => new URL(text).username !== '', said('phải có tên đăng nhập', 'needs a user'))
    .optional(),
  BOUNCE_SECRET: z
    .string()
    .regex(
      /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/,
      said('phải là whsec_ và base64 của 24 byte trở lên', 'must be whsec_ and base64 of at least 24 bytes'),
    )
    .optional(),
  MAIL_DKIM_DOMAIN: z.string().optional(),
  MAIL_DKIM_SELECTOR: z.string().optional(),
  MAIL_DKIM_KEY_FILE: z.string().optional(),
  LINK_KEYS: z
    .string()
    .transform((text, context) => {
      const keys = parseLinkKeys(text);
      if (keys !== null) return keys;
      context.addIssue({
        code: 'custom',
        message:
          'phải có dạng mã:bí-mật[,mã:bí-mật], bí mật là base64url của ít nhất 32 byte / must be id:secret[,id:secret], each secret at least 32 bytes in base64url',
      });
      return z.NEVER;
    })
    .optional(),
  WEBHOOK_LOOPBACK: flag.default(false),
  WEBHOOK_NETWORKS: z
    .string()
    .transform(text => text.split(',').map(one => one.trim()))
    .refine(list => list.every(isNetwork), {
      error:
        'phải là các mạng dạng 10.20.0.0/16, cách nhau dấu phẩy / must be networks like 10.20.0.0/16, separated by commas',
    })
    .default([]),
  PUBLIC_URL: web.optional(),
  THOIHAN_URL: web.optional(),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port(4000),
  MAILBOX_PORT: port(8025),
  SMTP_PORT: port(1025),
  TEMPORAL_PORT: port(7233),
  TEMPORAL_UI_PORT: port(8233),
  POSTGRES_PORT: port(5433),
  DATA_DIR: z.string().default('.data'),
  DEMONSTRATION: flag.default(true),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `phải là một trong / must be one of: ${LOG_LEVELS.join(', ')}` })
    .default('info'),
});

/**
 * Read and check the settings. A variable that is empty counts as absent.
 * @throws SettingsError naming every variable that is wrong. Values are not repeated: some are secrets.
 */
export function loadSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`));
  }
  const e = parsed.data;
  const dkim = readDkim(e, e.MAIL_FROM);
  if (dkim !== null && 'problems' in dkim) throw new SettingsError(dkim.problems);
  const dataDir = isAbsolute(e.DATA_DIR) ? e.DATA_DIR : resolve(e.DATA_DIR);
  const localApi = `http://127.0.0.1:${e.API_PORT}`;
  return {
    databaseUrl: e.DATABASE_URL ?? `postgresql://postgres:postgres@127.0.0.1:${e.POSTGRES_PORT}/thoihan`,
    temporal: {
      address: e.TEMPORAL_ADDRESS ?? `127.0.0.1:${e.TEMPORAL_PORT}`,
      namespace: e.TEMPORAL_NAMESPACE,
      tls: e.TEMPORAL_TLS ?? e.TEMPORAL_API_KEY !== undefined,
      apiKey: e.TEMPORAL_API_KEY ?? null,
    },
    mail: {
      smtpUrl: e.SMTP_URL ?? `smtp://127.0.0.1:${e.SMTP_PORT}`,
      from: e.MAIL_FROM,
      ...(e.MAIL_RETURN_PATH === undefined ? {} : { returnPath: e.MAIL_RETURN_PATH }),
      ...(e.OPERATORS_MAIL === undefined ? {} : { operators: e.OPERATORS_MAIL }),
      ...(e.MAIL_PER_MINUTE === undefined ? {} : { perMinute: e.MAIL_PER_MINUTE }),
      ...(dkim === null ? {} : { dkim }),
      ...(e.BOUNCE_IMAP_URL === undefined ? {} : { bounceMailbox: mailboxOf(e.BOUNCE_IMAP_URL) }),
      ...(e.BOUNCE_SECRET === undefined ? {} : { bounceSecret: e.BOUNCE_SECRET }),
    },
    webhooks: { loopback: e.WEBHOOK_LOOPBACK, networks: e.WEBHOOK_NETWORKS },
    linkKeys: e.LINK_KEYS ?? null,
    publicUrl: e.PUBLIC_URL ?? localApi,
    apiUrl: e.THOIHAN_URL ?? localApi,
    apiHost: e.API_HOST,
    apiPort: e.API_PORT,
    mailboxPort: e.MAILBOX_PORT,
    smtpPort: e.SMTP_PORT,
    temporalPort: e.TEMPORAL_PORT,
    temporalUiPort: e.TEMPORAL_UI_PORT,
    postgresPort: e.POSTGRES_PORT,
    dataDir,
    uploadsDir: join(dataDir, 'uploads'),
    logLevel: e.LOG_LEVEL,
    demonstration: e.DEMONSTRATION,
    embedded: {
      database: e.DATABASE_URL === undefined,
      temporal: e.TEMPORAL_ADDRESS === undefined,
      mail: e.SMTP_URL === undefined,
    },
  };
}
