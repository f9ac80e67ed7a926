import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Guard } from './guard.ts';
import { describeError, Refusal } from './refusal.ts';

const FIRST_MESSAGE_MS = 10_000;
const LARGEST_MESSAGE_BYTES = 8 * 1024 * 1024;
/** Close code for a socket whose first message did not show the token; the window then stops trying. */
const REFUSED = 4401;
const GOING_AWAY = 1001;
/** How long a window has to answer the goodbye. */
const GOODBYE_MS = 500;

export interface RpcSocket {
  /** Takes over an upgrade request, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets every window connect again, as what serves it has changed. */
  reconnect(): void;
  /** Says goodbye to every window. */
  close(): void;
}

/** Carries the contract over WebSockets at /rpc. The first message of each is `{ "token": ... }`, answered `{ "ready": true }`. */
export function createRpcSocket(service: { router: AnyRouter }, guard: Guard): RpcSocket {
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES });
  const goodbye = () => {
    for (const client of server.clients) {
      client.close(GOING_AWAY, 'The host was closed.');
      setTimeout(() => client.terminate(), GOODBYE_MS).unref();
    }
  };
  return {
    upgrade(request, socket, head) {
      try {
        guard.checkHost(request);
        guard.checkOrigin(request);
        if (request.url !== '/rpc') throw new Refusal(404, 'There is nothing at this address.');
      } catch (error) {
        refuse(socket, error);
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => admit(client, guard, new RPCHandler(service.router)));
    },
    reconnect: goodbye,
    close() {
      goodbye();
      server.close();
    },
  };
}

function admit(client: WebSocket, guard: Guard, handler: RPCHandler<Record<never, never>>): void {
  const tooLate = setTimeout(() => client.close(REFUSED, 'No token came.'), FIRST_MESSAGE_MS);
  client.on('error', () => client.terminate());
  client.on('close', () => clearTimeout(tooLate));
  client.once('message', (data) => {
    clearTimeout(tooLate);
    if (!guard.isToken(readToken(String(data)))) {
      client.close(REFUSED, 'Open the address that was printed at the start.');
      return;
    }
    void handler.upgrade(client, { context: {} });
    client.send(JSON.stringify({ ready: true }));
  });
}

function readToken(message: string): unknown {
  try {
    const parsed: unknown = JSON.parse(message);
    return typeof parsed === 'object' && parsed !== null && 'token' in parsed ? parsed.token : null;
  } catch {
    return null;
  }
}

function refuse(socket: Duplex, error: unknown): void {
  const { status, message } = describeError(error);
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
  );
}
