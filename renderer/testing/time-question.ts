/**
 * Put into a window by the bench: asks the service over a connection like the window's own, with nothing cached, and tells
 * by the window's clock how long the answer took.
 */
import type { RecordsQueryInput } from '../../shared/query/records-query.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import { createBrowserPlatform } from '../transport/browser-platform.ts';
import { type Client, createClient } from '../transport/client.ts';

/** A question as data, so that it can be handed into the window. */
export type WindowQuestion =
  | { report: ReportQueryInput }
  | { lots: string; limit: number }
  | { page: RecordsQueryInput; counted: boolean };

const connected = createClient(createBrowserPlatform());

async function ask(client: Client, question: WindowQuestion): Promise<void> {
  if ('report' in question) return drain(await client.query.follow({ query: question.report }));
  if ('lots' in question) {
    await client.values.list({ field: 'lot', search: question.lots, limit: question.limit });
    return;
  }
  await drain(await client.records.followPage(question.page));
  if (question.counted)
    await drain(await client.records.count({ search: question.page.search, from: question.page.from }));
}

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream); // the last is the answer
}

/** Milliseconds until a question is answered. */
async function timeQuestion(question: WindowQuestion): Promise<number> {
  const client = await connected;
  await client.cache.drop({});
  const startedAt = performance.now();
  await ask(client, question);
  return performance.now() - startedAt;
}

Object.assign(globalThis, { timeQuestion });
