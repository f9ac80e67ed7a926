import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { os, type RouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { AppError } from '../../shared/lib/app-error.ts';
import { type BrowserHost, startBrowserHost } from './host.ts';

const router = { greet: os.handler(() => 'hello') };
let scratch: string;
let host: BrowserHost;
let origin: string;
let port: number;
let token: string;

async function receive(fileName: string, content: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  await writeFile(join(scratch, 'inbox', fileName), Buffer.concat(chunks));
  return `file-${fileName}`;
}

function download(downloadId: string) {
  if (downloadId !== 'report-1') throw new AppError('NOT_FOUND', 'This export is gone. Export it again.');
  return { path: join(scratch, 'report.csv'), fileName: '보고서.csv', contentType: 'text/csv; charset=utf-8' };
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'throughline-host-'));
  for (const folder of ['renderer', 'inbox']) await mkdir(join(scratch, folder));
  await writeFile(join(scratch, 'renderer', 'index.html'), '<!doctype html><title>Throughline</title>');
  await writeFile(join(scratch, 'report.csv'), 'line,good\n');
  host = await startBrowserHost({
    service: { router, files: { receive }, downloads: { get: download } },
    rendererFolder: join(scratch, 'renderer'),
    port: 0,
  });
  const url = new URL(host.url);
  origin = url.origin;
  port = Number(url.port);
  token = url.hash.slice('#token='.length);
});
afterAll(async () => {
  await host.close();
  await rm(scratch, { recursive: true });
});

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string | undefined>;
  body?: string;
}

/** Sends a request with nothing tidied up: fetch would mend the path and refuse to forge Host and Origin. */
function send({ method = 'GET', path = '/', headers = {}, body }: Sent) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers: given }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const post = (changes: Sent = {}) =>
  send({
    method: 'POST',
    path: '/tickets',
    body: '{"downloadId":"report-1"}',
    ...changes,
    headers: { origin, 'x-throughline-token': token, 'content-type': 'application/json', ...changes.headers },
  });

test('the address carries the token in its fragment and names 127.0.0.1', () => {
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[A-Za-z0-9_-]{43}$/);
});

test('the window is served with a policy that lets no script stand in the page', async () => {
  const { status, headers, body } = await send({});
  expect(status).toBe(200);
  expect(body).toContain('<title>Throughline</title>');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['set-cookie']).toBeUndefined();
});

test.each(['localhost', 'evil.example', '127.0.0.1:1'])(
  'a request for the host %s is misdirected (421)',
  async (name) => {
    const forged = name === 'localhost' ? `localhost:${port}` : name;
    expect((await send({ headers: { host: forged } })).status).toBe(421);
    expect((await post({ headers: { host: forged } })).status).toBe(421);
  },
);

test.each([undefined, 'null', 'http://evil.example', 'http://127.0.0.1:1'])(
  'a POST from origin %s is refused (403)',
  async (other) => {
    expect((await post({ headers: { origin: other } })).status).toBe(403);
  },
);

test.each([undefined, '', 'wrong'])('a POST with the token %s is refused (401)', async (other) => {
  expect((await post({ headers: { 'x-throughline-token': other } })).status).toBe(401);
  expect((await post({ path: '/files?name=a.csv', headers: { 'x-throughline-token': other } })).status).toBe(401);
});

test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
  'a POST of type %s is refused (403)',
  async (type) => {
    expect((await post({ headers: { 'content-type': type } })).status).toBe(403);
  },
);

test('a body that is too large or broken is refused', async () => {
  expect((await post({ body: ' '.repeat(70_000) })).status).toBe(413);
  expect((await post({ body: '{' })).status).toBe(400);
  expect((await post({ body: '{}' })).status).toBe(400);
});

test.each(['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/report.csv', '/..%5creport.csv', '/missing', '/%'])(
  'the path %s leads nowhere (404)',
  async (path) => {
    expect((await send({ path })).status).toBe(404);
  },
);

test('other methods and other addresses are refused', async () => {
  expect((await send({ method: 'DELETE' })).status).toBe(405);
  expect((await send({ method: 'OPTIONS', headers: { origin: 'http://evil.example' } })).status).toBe(405);
  expect((await post({ path: '/elsewhere' })).status).toBe(404);
});

test('an upload is received under its plain name', async () => {
  const { status, body } = await post({ path: '/files?name=..%2F..%2Fm%C3%A4rz.csv', body: 'a,b\n1,2\n' });
  expect({ status, body: JSON.parse(body) }).toEqual({ status: 200, body: { fileId: 'file-märz.csv' } });
  expect(await readFile(join(scratch, 'inbox', 'märz.csv'), 'utf8')).toBe('a,b\n1,2\n');
  expect((await post({ path: '/files?name=..' })).status).toBe(400);
});

test('a ticket fetches a download once, under its name', async () => {
  const { ticket } = JSON.parse((await post()).body);
  const { status, headers, body } = await send({ path: `/download/${ticket}` });
  expect({ status, body }).toEqual({ status: 200, body: 'line,good\n' });
  expect(headers['content-disposition']).toContain("filename*=UTF-8''%EB%B3%B4");
  expect((await send({ path: `/download/${ticket}` })).status).toBe(404);
});

test('a download that is gone is said in words', async () => {
  const { status, body } = await post({ body: '{"downloadId":"other"}' });
  expect({ status, body: JSON.parse(body) }).toEqual({
    status: 404,
    body: { error: { code: 'NOT_FOUND', message: 'This export is gone. Export it again.' } },
  });
});

function openSocket(path = '/rpc', headers: Record<string, string> = { origin }) {
  return new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
}

function upgradeStatus(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('error', () => {});
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => resolve(101));
  });
}

test('a socket from another origin, for another host or address is refused', async () => {
  expect(await upgradeStatus(openSocket('/rpc', { origin: 'http://evil.example' }))).toBe(403);
  expect(await upgradeStatus(openSocket('/rpc', {}))).toBe(403);
  expect(await upgradeStatus(openSocket('/rpc', { origin, host: `localhost:${port}` }))).toBe(421);
  expect(await upgradeStatus(openSocket('/other'))).toBe(404);
});

test.each(['{"token":"wrong"}', 'not json', '{}', '[]'])(
  'a socket whose first message is %s is closed',
  async (message) => {
    const socket = openSocket();
    socket.on('open', () => socket.send(message));
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect(code).toBe(4401);
  },
);

test('a socket that shows the token speaks the contract', async () => {
  const socket = openSocket();
  socket.on('open', () => socket.send(JSON.stringify({ token })));
  const first = await new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
  expect(first).toBe('{"ready":true}');
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  const client: RouterClient<typeof router> = createORPCClient(link);
  expect(await client.greet()).toBe('hello');
  socket.close();
});

test('a port that is taken and a window that is not built are said in words', async () => {
  const service = { router, files: { receive }, downloads: { get: download } };
  const rendererFolder = join(scratch, 'renderer');
  await expect(startBrowserHost({ service, rendererFolder, port })).rejects.toThrow(/--port/);
  await expect(startBrowserHost({ service, rendererFolder: scratch, port: 0 })).rejects.toThrow(/npm run build/);
});

test('closing says goodbye to the windows', async () => {
  const service = { router, files: { receive }, downloads: { get: download } };
  const other = await startBrowserHost({ service, rendererFolder: join(scratch, 'renderer'), port: 0 });
  const url = new URL(other.url);
  const socket = new WebSocket(`ws://${url.host}/rpc`, { headers: { origin: url.origin } });
  await new Promise((resolve) => socket.on('open', resolve));
  const gone = new Promise((resolve) => socket.on('close', resolve));
  await other.close();
  expect([1001, 1006]).toContain(await gone);
});
