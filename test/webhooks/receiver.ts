import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the receiver does with the next messages, in order; after the last it answers 204. */
export type Answer = number | 'stall' | 'hang-up' | 'endless' | ((response: ServerResponse) => void);

/** A program that listens, and misbehaves as told. */
export async function startReceiver() {
  const received: Received[] = [];
  const planned: Answer[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      const answer = planned.shift() ?? 204;
      if (typeof answer === 'function') answer(response);
      else if (answer === 'hang-up') request.socket.destroy();
      else if (answer === 'endless') {
        response.writeHead(200);
        const more = setInterval(() => response.write('x'.repeat(10_000)), 1);
        response.on('close', () => clearInterval(more));
      } else if (answer !== 'stall') response.writeHead(answer).end();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks?from=thoihan`,
    received,
    plan: (...answers: Answer[]) => void planned.push(...answers),
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
