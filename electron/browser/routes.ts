import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AnyRouter } from '@orpc/server';
import { findRendererFile } from '../service/renderer-files.ts';
import type { Download } from '../service/service.ts';
import { attachment } from './content-disposition.ts';
import type { Guard } from './guard.ts';
import { readJsonBody } from './json-body.ts';
import { Refusal } from './refusal.ts';
import type { Tickets } from './tickets.ts';

const LONGEST_FILE_NAME = 255;

/** The parts of the service that a browser can reach. */
export interface HostedService {
  router: AnyRouter;
  files: { receive(fileName: string, content: Readable): Promise<string> };
  downloads: { get(downloadId: string): Download };
}

export interface Routes {
  guard: Guard;
  service: HostedService;
  rendererFolder: string;
  tickets: Tickets;
}

/** Answers one HTTP request: the window's files, uploads, tickets and downloads. Throws Refusal or AppError. */
export async function route(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { guard } = routes;
  guard.checkHost(request);
  const target = request.url ?? '/';
  const path = target.split(/[?#]/, 1)[0] ?? '/';
  if (request.method === 'GET' || request.method === 'HEAD') {
    if (path.startsWith('/download/')) return sendDownload(routes, path.slice('/download/'.length), request, response);
    return sendRendererFile(routes, path, request, response);
  }
  if (request.method !== 'POST') throw new Refusal(405, 'This is not done here.');
  guard.checkOrigin(request);
  guard.checkSession(request);
  if (path === '/files') return receiveFile(routes, target, request, response);
  if (path === '/tickets') return issueTicket(routes, request, response);
  throw new Refusal(404, 'There is nothing at this address.');
}

async function sendRendererFile(
  { rendererFolder }: Routes,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await findRendererFile(rendererFolder, path);
  if (!file) throw new Refusal(404, 'There is nothing at this address.');
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': file.bytes,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
}

async function receiveFile(
  { service }: Routes,
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = new URLSearchParams(target.split('?')[1]).get('name') ?? '';
  const fileName = (name.split(/[/\\]/).pop() ?? '').replace(/\p{Cc}/gu, '').slice(-LONGEST_FILE_NAME);
  if (fileName === '' || fileName === '.' || fileName === '..') throw new Refusal(400, 'The file has no name.');
  answerJson(response, { fileId: await service.files.receive(fileName, request) });
}

async function issueTicket({ service, tickets }: Routes, request: IncomingMessage, response: ServerResponse) {
  const body = await readJsonBody(request);
  const downloadId = typeof body === 'object' && body !== null && 'downloadId' in body ? body.downloadId : null;
  if (typeof downloadId !== 'string') throw new Refusal(400, 'Say which download: { "downloadId": ... }.');
  service.downloads.get(downloadId);
  answerJson(response, { ticket: tickets.issue(downloadId) });
}

async function sendDownload(
  { service, tickets }: Routes,
  ticket: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const downloadId = request.method === 'GET' ? tickets.redeem(ticket) : null;
  if (downloadId === null) throw new Refusal(404, 'This link was good once. Export again.');
  const { path, fileName, contentType } = service.downloads.get(downloadId);
  const { size } = await stat(path);
  response.writeHead(200, {
    'content-type': contentType,
    'content-length': size,
    'content-disposition': attachment(fileName),
    'cache-control': 'no-store',
  });
  await pipeline(createReadStream(path), response);
}

function answerJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}
