import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { MailStore } from './store';

const LARGEST_MAIL_BYTES = 25 * 1024 * 1024;

/** An SMTP server on the loopback that takes every mail and delivers none; it answers 250 when the mail is on disk. */
export function startSink(store: MailStore, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    name: 'thoihan.localhost',
    banner: 'Thoi Han mailbox',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MAIL_BYTES,
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then(raw => {
          if (stream.sizeExceeded) throw Object.assign(new Error('Message too large'), { responseCode: 552 });
          return store.add(raw, recipients, Date.now());
        })
        .then(mail => callback(null, `kept as ${mail.id}`), callback);
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // A client that drops its connection is its own affair.
      server.on('error', () => undefined);
      resolve(server);
    });
  });
}
