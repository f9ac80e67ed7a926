import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/**
 * Who may speak to the host. 1. The Host must be the very address that was printed: a name (even localhost) could be
 * one that a foreign page rebound to this machine. 2. What changes or reads data must come from a page of this host
 * (Origin). 3. And it must know the token: any program of any user of the machine can reach the port, and a cookie
 * would go to every port of 127.0.0.1.
 */
export interface Guard {
  readonly origin: string;
  /** Throws Refusal 421 when the request was meant for another host. */
  checkHost(request: IncomingMessage): void;
  /** Throws Refusal 403 when the request comes from another page, or from none. */
  checkOrigin(request: IncomingMessage): void;
  /** Throws Refusal 401 when the token header is missing or wrong. */
  checkSession(request: IncomingMessage): void;
  isToken(candidate: unknown): boolean;
}

export const tokenHeader = 'x-throughline-token';

/** A token nobody can guess, safe in a URL fragment. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Guards a host that listens on 127.0.0.1 at `port`. */
export function createGuard(port: number, token: string): Guard {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const expected = digest(token);
  const isToken = (candidate: unknown) => typeof candidate === 'string' && timingSafeEqual(digest(candidate), expected);
  return {
    origin,
    isToken,
    checkHost(request) {
      if (request.headers.host !== host) throw new Refusal(421, `This host answers as ${host} only.`);
    },
    checkOrigin(request) {
      if (request.headers.origin !== origin) throw new Refusal(403, 'Only the window of this host may ask this.');
    },
    checkSession(request) {
      if (!isToken(request.headers[tokenHeader]))
        throw new Refusal(401, 'Open the address that was printed at the start.');
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
