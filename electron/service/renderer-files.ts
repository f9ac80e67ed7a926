import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface RendererFile {
  path: string;
  contentType: string;
  bytes: number;
  /** Its name holds a hash of what is in it, so that it may be kept for ever. */
  immutable: boolean;
}

/**
 * Finds the file of the built window that a URL path names ('/' is index.html). Null when there is none, when it is
 * of a kind that no window needs, or when the path leads out of the folder.
 */
export async function findRendererFile(folder: string, urlPath: string): Promise<RendererFile | null> {
  const name = decode(urlPath === '/' ? '/index.html' : urlPath);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const path = normalize(join(folder, name));
  const contentType = contentTypes[extname(path)];
  if (!path.startsWith(normalize(folder) + sep) || !contentType) return null;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  return { path, contentType, bytes: found.size, immutable: name.startsWith('/assets/') };
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}

/**
 * What the window may load: its own scripts, styles, pictures and nothing of any other place. Styles may stand in
 * the page because the component library writes its theme's variables into a style element; scripts may not.
 */
export function contentSecurityPolicy(connectSources: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connectSources.join(' ')}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Headers that every answer carries, whatever it is. */
export function securityHeaders(connectSources: readonly string[]): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(connectSources),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
  };
}
