import { randomBytes } from 'node:crypto';

const LIFETIME_MS = 60_000;

/**
 * One-time tickets for downloads: a browser saves a file by following a link, and a link cannot carry the session
 * token without leaving it in the browser's list of downloads.
 */
export class Tickets {
  readonly #downloads = new Map<string, { downloadId: string; expiresAtMs: number }>();

  /** A ticket for one download, good once and for a minute. */
  issue(downloadId: string, nowMs = Date.now()): string {
    for (const [ticket, { expiresAtMs }] of this.#downloads) if (expiresAtMs <= nowMs) this.#downloads.delete(ticket);
    const ticket = randomBytes(24).toString('base64url');
    this.#downloads.set(ticket, { downloadId, expiresAtMs: nowMs + LIFETIME_MS });
    return ticket;
  }

  /** The download that a ticket stands for; null when it is unknown, used or too old. */
  redeem(ticket: string, nowMs = Date.now()): string | null {
    const entry = this.#downloads.get(ticket);
    this.#downloads.delete(ticket);
    return entry && entry.expiresAtMs > nowMs ? entry.downloadId : null;
  }
}
