import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the relay does with the next mails, in order; after the last it accepts. */
export type Behaviour =
  | 'accept'
  /** 550 to the recipient. */
  | 'refuse'
  /** 451 to the recipient. */
  | 'greylist'
  /** Answers the text after this many ms. */
  | { readonly slow: number }
  /** Takes the whole text, then hangs up without an answer. */
  | 'drop-after-data'
  /** Hangs up when the sender is named, before any text. */
  | 'drop-before-data'
  /** 530 to the sender: wants a login. */
  | 'wants-login'
  /** A reply of one's own, to the recipient or to the text. */
  | { readonly code: number; readonly says: string; readonly to: 'recipient' | 'text' }
  /** Falls silent when the sender is named, the recipient, or the whole text is here, and lets something happen. */
  | { readonly silentAt: 'sender' | 'recipient' | 'text'; readonly meanwhile: () => void };

export interface TestRelay {
  readonly url: string;
  /** Senders and recipients as named in the envelopes, with their parameters (ENVID, ORCPT…). */
  readonly envelopes: { readonly from: string; readonly to: string; readonly args: Record<string, unknown> }[];
  /** Texts that reached the end of DATA, answered or not. */
  readonly received: string[];
  /** Texts that were answered with 250. */
  readonly accepted: string[];
  /** What happens to the mails to come. */
  plan(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

/** Message-IDs of texts that came to a relay. */
export const messageIds = (texts: readonly string[]): string[] =>
  texts.map(text => /^message-id: (.*)$/im.exec(text)![1]!);

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/**
 * A real SMTP server in this process that misbehaves as told.
 * @param tls `broken`: offers STARTTLS with a certificate nobody signed; `implicit`: speaks TLS from the first byte, with the same
 */
export async function startRelay({ tls }: { tls?: 'broken' | 'implicit' } = {}): Promise<TestRelay> {
  const envelopes: TestRelay['envelopes'] = [];
  const planned: Behaviour[] = [];
  const received: string[] = [];
  const accepted: string[] = [];
  const now = new Map<string, Behaviour>();
  const sockets = new Set<Socket>();
  /** Whether the mail stops here for good. */
  const fallsSilent = (behaviour: Behaviour | undefined, at: 'sender' | 'recipient' | 'text'): boolean => {
    if (typeof behaviour !== 'object' || !('silentAt' in behaviour) || behaviour.silentAt !== at) return false;
    behaviour.meanwhile();
    return true;
  };
  const hangUp = (session: { remotePort: number }) => {
    for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: tls === 'broken' ? [] : ['STARTTLS'],
    secure: tls === 'implicit',
    hideDSN: false,
    hideENHANCEDSTATUSCODES: true,
    onMailFrom(_address, session, done) {
      const behaviour = planned.shift() ?? 'accept';
      now.set(session.id, behaviour);
      if (behaviour === 'wants-login') return done(refusal(530, 'Authentication required'));
      if (behaviour === 'drop-before-data') return hangUp(session as unknown as { remotePort: number });
      if (fallsSilent(behaviour, 'sender')) return;
      done();
    },
    onRcptTo(address, session, done) {
      const behaviour = now.get(session.id);
      if (behaviour === 'refuse') return done(refusal(550, 'No such mailbox'));
      if (behaviour === 'greylist') return done(refusal(451, 'Greylisted, try again later'));
      if (typeof behaviour === 'object' && 'code' in behaviour && behaviour.to === 'recipient') {
        return done(refusal(behaviour.code, behaviour.says));
      }
      if (fallsSilent(behaviour, 'recipient')) return;
      const from = session.envelope.mailFrom;
      envelopes.push({
        from: from ? from.address : '',
        to: address.address,
        args: { ...(from ? (from.args as object) : {}), ...(address.args as object) },
      });
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const behaviour = now.get(session.id) ?? 'accept';
        received.push(text);
        if (behaviour === 'drop-after-data') return hangUp(session as unknown as { remotePort: number });
        if (fallsSilent(behaviour, 'text')) return;
        const answer = () => {
          accepted.push(text);
          done();
        };
        if (typeof behaviour === 'object' && 'code' in behaviour) return done(refusal(behaviour.code, behaviour.says));
        if (typeof behaviour === 'object' && 'slow' in behaviour) setTimeout(answer, behaviour.slow).unref();
        else answer();
      });
    },
  });
  server.on('error', () => undefined);
  // The raw socket below a TLS one must not be torn away from under it: that ends the whole process.
  server.server.on(tls === 'implicit' ? 'secureConnection' : 'connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `${tls === 'implicit' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    envelopes,
    received,
    accepted,
    plan: (...behaviours) => planned.push(...behaviours),
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
