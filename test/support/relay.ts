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
  | 'wants-login';

export interface TestRelay {
  readonly url: string;
  /** Texts that reached the end of DATA, answered or not. */
  readonly received: string[];
  /** Texts that were answered with 250. */
  readonly accepted: string[];
  /** What happens to the mails to come. */
  plan(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** A real SMTP server in this process that misbehaves as told. */
export async function startRelay(): Promise<TestRelay> {
  const planned: Behaviour[] = [];
  const received: string[] = [];
  const accepted: string[] = [];
  const now = new Map<string, Behaviour>();
  const sockets = new Set<Socket>();
  const hangUp = (session: { remotePort: number }) => {
    for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    hideENHANCEDSTATUSCODES: true,
    onMailFrom(_address, session, done) {
      const behaviour = planned.shift() ?? 'accept';
      now.set(session.id, behaviour);
      if (behaviour === 'wants-login') return done(refusal(530, 'Authentication required'));
      if (behaviour === 'drop-before-data') return hangUp(session as unknown as { remotePort: number });
      done();
    },
    onRcptTo(_address, session, done) {
      const behaviour = now.get(session.id);
      if (behaviour === 'refuse') return done(refusal(550, 'No such mailbox'));
      if (behaviour === 'greylist') return done(refusal(451, 'Greylisted, try again later'));
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
        const answer = () => {
          accepted.push(text);
          done();
        };
        if (typeof behaviour === 'object') setTimeout(answer, behaviour.slow).unref();
        else answer();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
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
