import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const LARGEST_BYTES = 64 * 1024;

/** Reads a small JSON body. Throws Refusal: 403 when it is not JSON, 413 when it is too large, 400 when it is broken. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(403, 'Only JSON is taken here.');
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > LARGEST_BYTES) throw new Refusal(413, 'The request is too large.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refusal(400, 'The request is not valid JSON.');
  }
}
