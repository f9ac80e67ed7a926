import { createServer } from 'node:http';
import { AppError } from '../../shared/lib/app-error.ts';
import { findRendererFile, securityHeaders } from '../service/renderer-files.ts';
import { createGuard, createToken } from './guard.ts';
import { answerError } from './refusal.ts';
import { type HostedService, type Routes, route } from './routes.ts';
import { createRpcSocket } from './rpc-socket.ts';
import { Tickets } from './tickets.ts';

const HEADERS_MS = 10_000;
const SILENCE_MS = 60_000;

export interface BrowserHostOptions {
  service: HostedService;
  /** Folder of the built window. */
  rendererFolder: string;
  /** 0 lets the system choose. */
  port: number;
}

export interface BrowserHost {
  /** Address with the session token in its fragment, which no browser sends anywhere. */
  url: string;
  /** Lets every window connect again, as what serves it has changed. */
  reconnect(): void;
  close(): Promise<void>;
}

/** Serves the window and the service on 127.0.0.1. Throws INVALID_ARGUMENT when the port is taken, NOT_FOUND when the window is not built. */
export async function startBrowserHost({ service, rendererFolder, port }: BrowserHostOptions): Promise<BrowserHost> {
  if (!(await findRendererFile(rendererFolder, '/'))) {
    throw new AppError('NOT_FOUND', 'The window has not been built yet. Run npm run build, then start again.');
  }
  const server = createServer();
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = 0; // an upload of a large file takes as long as it takes; silence is bounded instead
  server.setTimeout(SILENCE_MS);
  const listeningPort = await listen(server, port);

  const token = createToken();
  const guard = createGuard(listeningPort, token);
  const rpc = createRpcSocket(service, guard);
  const routes: Routes = { guard, service, rendererFolder, tickets: new Tickets() };
  const headers = securityHeaders(["'self'", guard.origin.replace('http', 'ws')]);

  server.on('upgrade', rpc.upgrade);
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    route(routes, request, response).catch((error) => {
      answerError(response, error);
      request.resume();
    });
  });
  return {
    url: `${guard.origin}/#token=${token}`,
    reconnect: rpc.reconnect,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        rpc.close();
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new AppError(
          'INVALID_ARGUMENT',
          `Port ${port} cannot be used (${error.message}). Choose another with --port.`,
          error,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
