import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { findRendererFile, securityHeaders } from '../service/renderer-files.ts';

const scheme = 'app';
const host = 'throughline';
export const windowOrigin = `${scheme}://${host}`;
/** The one page of the program. */
export const windowUrl = `${windowOrigin}/`;

/** Makes the window's own scheme a secure one, with an origin. Electron wants it before the app is ready. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built window under its scheme, so that the page has neither the rights nor the reach of a file. */
export function serveWindow(rendererFolder: string): void {
  protocol.handle(scheme, (request) => answerRequest(rendererFolder, request.url));
}

/** The file that the URL names, with the security headers; 404 when there is none. */
export async function answerRequest(rendererFolder: string, url: string): Promise<Response> {
  const headers = securityHeaders(["'self'"]);
  const target = new URL(url);
  const file = target.host === host ? await findRendererFile(rendererFolder, target.pathname) : null;
  if (!file) return new Response('There is nothing at this address.', { status: 404, headers });
  return new Response(await readFile(file.path), { headers: { ...headers, 'content-type': file.contentType } });
}
