import type { ServerResponse } from 'node:http';
import { errorCodes, isAppError } from '../../shared/lib/app-error.ts';

/** A request that the host does not serve, with the HTTP status that says why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The status and the words that an error is answered with. */
export function describeError(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof Refusal) return { status: error.status, code: 'REFUSED', message: error.message };
  if (isAppError(error)) {
    const status = error.code === 'NOT_FOUND' ? 404 : errorCodes[error.code] === 'usage' ? 400 : 422;
    return { status, code: error.code, message: error.message };
  }
  return { status: 500, code: 'UNEXPECTED', message: 'Something went wrong that should not. Nothing was changed.' };
}

/** Answers with `{ error: { code, message } }`; the connection is closed, as its request may not have been read. */
export function answerError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, code, message } = describeError(error);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify({ error: { code, message } }));
}
