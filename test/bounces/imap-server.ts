import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A mailbox behind as much of IMAP4rev1 as a client needs that only reads: enough to see what is asked, and to misbehave. */
export async function startImap({ password = 'bí mật' }: { password?: string } = {}) {
  const messages: { uid: number; raw: Buffer }[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const state = { uidValidity: 7, hangUpAfter: Number.POSITIVE_INFINITY };
  let nextUid = 1;

  const fetch = (socket: Socket, range: string) => {
    const from = Number(range.split(':')[0]);
    const last = messages.at(-1)?.uid ?? 0;
    // `n:*` with n beyond the last message means the last message.
    const wanted = messages.filter(({ uid }) => uid >= Math.min(from, last));
    let sent = 0;
    for (const { uid, raw } of wanted) {
      const seq = messages.findIndex(one => one.uid === uid) + 1;
      socket.write(`* ${seq} FETCH (UID ${uid} BODY[]<0> {${raw.length}}\r\n`);
      socket.write(raw);
      socket.write(')\r\n');
      sent += 1;
      if (sent >= state.hangUpAfter) return socket.destroy();
    }
  };

  const answer = (socket: Socket, line: string) => {
    const [tag = '*', command = '', ...rest] = line.split(' ');
    const args = rest.join(' ');
    commands.push(
      `${command.toUpperCase()} ${args}`
        .trim()
        .replace(/"[^"]*"$/, match => (command.toUpperCase() === 'LOGIN' ? '"…"' : match)),
    );
    const ok = (text = 'done') => socket.write(`${tag} OK ${text}\r\n`);
    switch (command.toUpperCase()) {
      case 'CAPABILITY':
        socket.write('* CAPABILITY IMAP4rev1 UIDPLUS\r\n');
        return ok();
      case 'LOGIN':
        return args.includes(password)
          ? ok('[CAPABILITY IMAP4rev1 UIDPLUS] in')
          : socket.write(`${tag} NO [AUTHENTICATIONFAILED] no\r\n`);
      case 'LIST':
        socket.write(
          /^"" ""$/.test(args) ? '* LIST (\\Noselect) "/" ""\r\n' : '* LIST (\\HasNoChildren) "/" INBOX\r\n',
        );
        return ok();
      case 'EXAMINE':
        if (!/^"?INBOX"?$/.test(args)) return socket.write(`${tag} NO [NONEXISTENT] no such mailbox\r\n`);
        socket.write(`* ${messages.length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n`);
        socket.write(`* OK [UIDVALIDITY ${state.uidValidity}] ok\r\n* OK [UIDNEXT ${nextUid}] ok\r\n`);
        return ok('[READ-ONLY] open');
      case 'UID':
        if (/^FETCH/i.test(args)) {
          fetch(socket, args.split(' ')[1] ?? '');
          return socket.destroyed ? undefined : ok();
        }
        return socket.write(`${tag} BAD not here\r\n`);
      case 'LOGOUT':
        socket.write('* BYE\r\n');
        ok();
        return socket.end();
      case 'NOOP':
      case 'ID':
        return ok();
      default:
        return socket.write(`${tag} BAD what?\r\n`);
    }
  };

  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK ready\r\n');
    let left = '';
    let literal = 0;
    let line = '';
    socket.on('data', chunk => {
      left += chunk.toString('utf8');
      for (;;) {
        if (literal > 0) {
          if (Buffer.byteLength(left) < literal) return;
          const bytes = Buffer.from(left);
          line += `"${bytes.subarray(0, literal).toString('utf8')}"`;
          left = bytes.subarray(literal).toString('utf8');
          literal = 0;
          continue;
        }
        const end = left.indexOf('\r\n');
        if (end < 0) return;
        line += left.slice(0, end);
        left = left.slice(end + 2);
        const size = /\{(\d+)(\+?)\}$/.exec(line);
        if (size) {
          line = line.slice(0, size.index);
          literal = Number(size[1]);
          if (size[2] === '') socket.write('+ go on\r\n');
          continue;
        }
        if (line !== '') answer(socket, line);
        line = '';
      }
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    state,
    commands,
    settings: {
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      secure: false,
      user: 'bounces@thads.test',
      password,
      mailbox: 'INBOX',
    },
    add(raw: Buffer): number {
      messages.push({ uid: nextUid, raw });
      nextUid += 1;
      return nextUid - 1;
    },
    /** As if the mailbox had been restored: the same messages under new numbers. */
    renumber() {
      state.uidValidity += 1;
      nextUid = 1;
      for (const message of messages) message.uid = nextUid++;
    },
    close: () =>
      new Promise<void>(resolve => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
export type TestImap = Awaited<ReturnType<typeof startImap>>;
