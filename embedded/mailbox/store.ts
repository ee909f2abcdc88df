import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

/** One mail as the list shows it. */
export interface MailSummary {
  readonly id: string;
  /** Epoch ms at which it arrived. */
  readonly receivedAt: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string | null;
}

const ID = /^[0-9]{13}-[0-9]{6}$/;

/**
 * Mails as files: `<id>.eml` as it came and `<id>.json` for the list. A mail is on the disk before the sender is told
 * that it was taken; whatever stops the program, it is there at the next start.
 */
export class MailStore {
  private readonly mails: MailSummary[] = [];
  private counter = 0;

  private constructor(private readonly dir: string) {}

  /** Opens the folder and reads what is there; a mail whose summary a crash prevented is read again. */
  static async open(dir: string): Promise<MailStore> {
    mkdirSync(dir, { recursive: true });
    const store = new MailStore(dir);
    for (const name of readdirSync(dir).filter(name => name.endsWith('.eml'))) {
      const id = name.slice(0, -4);
      const file = join(dir, `${id}.json`);
      store.mails.push(
        existsSync(file)
          ? (JSON.parse(readFileSync(file, 'utf8')) as MailSummary)
          : await store.summarise(id, [], readFileSync(join(dir, name))),
      );
    }
    store.mails.sort((a, b) => (a.id < b.id ? -1 : 1));
    return store;
  }

  /** Keeps a mail durably. `recipients` are those of the envelope. */
  async add(raw: Buffer, recipients: readonly string[], receivedAt: number): Promise<MailSummary> {
    this.counter = (this.counter + 1) % 1_000_000;
    const id = `${String(receivedAt).padStart(13, '0')}-${String(this.counter).padStart(6, '0')}`;
    this.write(`${id}.eml`, raw);
    const summary = await this.summarise(id, recipients, raw);
    this.mails.push(summary);
    return summary;
  }

  /** Newest first; `to` keeps those with a recipient that contains it. */
  list(filter: { readonly to?: string | undefined; readonly offset: number; readonly limit: number }): {
    total: number;
    mails: MailSummary[];
  } {
    const wanted = filter.to?.trim().toLowerCase();
    const found = wanted
      ? this.mails.filter(mail => mail.to.some(address => address.toLowerCase().includes(wanted)))
      : this.mails;
    return { total: found.length, mails: [...found].reverse().slice(filter.offset, filter.offset + filter.limit) };
  }

  find(id: string): MailSummary | undefined {
    return ID.test(id) ? this.mails.find(mail => mail.id === id) : undefined;
  }

  /** The mail as it came over the wire. */
  raw(mail: MailSummary): Buffer {
    return readFileSync(join(this.dir, `${mail.id}.eml`));
  }

  parse(mail: MailSummary): Promise<ParsedMail> {
    return simpleParser(this.raw(mail));
  }

  private async summarise(id: string, recipients: readonly string[], raw: Buffer): Promise<MailSummary> {
    const parsed = await simpleParser(raw);
    const to = recipients.length > 0 ? recipients : addresses(parsed.to);
    const summary: MailSummary = {
      id,
      receivedAt: Number(id.slice(0, 13)),
      from: parsed.from?.text ?? '',
      to,
      subject: parsed.subject ?? '',
      messageId: parsed.messageId ?? null,
    };
    this.write(`${id}.json`, Buffer.from(JSON.stringify(summary)));
    return summary;
  }

  private write(name: string, content: Buffer): void {
    const unfinished = join(this.dir, `${name}.new`);
    const file = openSync(unfinished, 'w');
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, join(this.dir, name));
  }
}

function addresses(value: AddressObject | AddressObject[] | undefined): string[] {
  return [value ?? []].flat().flatMap(group => group.value.flatMap(one => one.address ?? []));
}
