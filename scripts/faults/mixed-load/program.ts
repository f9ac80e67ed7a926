/** The program under load: does as it is told while it answers questions, and tells what it answered. Started by mixed-load.ts. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { createRandom } from '../../../db/sample/random.ts';
import { gateDecisionsOf } from '../../../electron/cli/gate-options.ts';
import { createLocalClient } from '../../../electron/cli/local-client.ts';
import { createService } from '../../../electron/service/service.ts';
import { isAppError } from '../../../shared/lib/app-error.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { Claim, MemorySample, Message, Order, Report } from './orders.ts';

const ASKERS = 2;
/** Of the questions, how many are given up by who asked, and how soon at most. */
const GIVEN_UP = 0.1;
const GIVEN_UP_WITHIN_MS = 20;
const ASKED_AFTER = 3;
/** What memory answers takes no time at all; who looks at a screen asks a few times a second. */
const LOOKS_MS = 20;
/** Of the questions, how many come after all that is kept was forgotten. */
const FORGOTTEN = 0.05;

const [storeFolder = '', backupFolder = '', seed = '1'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const failures: string[] = [];
const note = (what: string) => (error: unknown) => {
  failures.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
};
process.on('unhandledRejection', note('a rejection that nobody looked after'));
process.on('uncaughtException', note('an error that nobody caught'));

const threads = new Set<Worker>();
process.on('worker', (thread) => {
  threads.add(thread);
  thread.once('exit', () => threads.delete(thread));
});
const service = await createService({ storeFolder, appVersion: 'mixed load', access: 'own' });
const client = createLocalClient(service.router);
let queries: ReportQueryInput[] = [];
let givenUp = 0;

async function start(order: Order): Promise<string> {
  switch (order.do) {
    case 'sample':
      return service.startSample(order.options);
    case 'import': {
      const fileId = service.files.register(order.path);
      const { profile } = await client.imports.inspect({ fileId });
      const keyed = { ...profile, key: ['orderNumber' as const] };
      const decisions = gateDecisionsOf({ accept: ['all'] }); // random records are not always plausible
      return (await client.imports.start({ fileId, profile: keyed, decisions })).jobId;
    }
    case 'undo': {
      const batches = await client.imports.history();
      const batchId = Math.max(...batches.filter(({ state }) => state === 'imported').map((batch) => batch.batchId));
      return (await client.imports.undo({ batchId })).jobId;
    }
    case 'archive':
      return (await client.maintenance.archive({ year: order.year })).jobId;
    case 'vacuum':
      return (await client.maintenance.vacuum()).jobId;
    case 'integrity':
      return (await client.maintenance.integrity()).jobId;
    case 'backup':
      return (await client.maintenance.backup({ folder: backupFolder })).jobId;
    case 'drill':
      return (await client.maintenance.drill({ folder: backupFolder })).jobId;
  }
}

/** Asks one of the questions; null where it was given up. */
async function ask(mayGiveUp: boolean): Promise<Claim | null> {
  const query = random.below(queries.length);
  const input = queries[query];
  if (!input) return null;
  const patience = new AbortController();
  if (mayGiveUp && random.chance(GIVEN_UP)) setTimeout(() => patience.abort(), random.below(GIVEN_UP_WITHIN_MS));
  try {
    const { rows, groups } = await client.query.run(input, { signal: patience.signal });
    return { query, rows, groups };
  } catch (error) {
    if (patience.signal.aborted && isAppError(error) && error.code === 'CANCELLED') givenUp++;
    else note(`question ${JSON.stringify(input)}`)(error);
    return null;
  }
}

/** Claims alike are told once: what memory answers, it answers the same thousands of times. */
class Claims {
  readonly #distinct = new Map<string, Claim>();
  count = 0;

  add(claim: Claim): void {
    this.count++;
    this.#distinct.set(createHash('sha256').update(JSON.stringify(claim)).digest('base64'), claim);
  }

  distinct(): Claim[] {
    return [...this.#distinct.values()];
  }
}

async function askUntil(isOver: () => boolean, claims: Claims): Promise<void> {
  while (!isOver()) {
    if (random.chance(FORGOTTEN)) await client.cache.drop({});
    const claim = await ask(true);
    if (claim) claims.add(claim);
    await pause(random.below(LOOKS_MS));
  }
}

async function carryOut(order: Order): Promise<Report> {
  givenUp = 0;
  const during = new Claims();
  const after = new Claims();
  let isOver = false;
  const asking = Array.from({ length: queries.length > 0 ? ASKERS : 0 }, () => askUntil(() => isOver, during));
  const jobId = await start(order);
  if ('cancelAfterMs' in order && order.cancelAfterMs !== null) {
    await Promise.race([pause(order.cancelAfterMs), service.finished(jobId)]);
    await client.jobs.cancel({ jobId });
  }
  const { kind, state, message } = await service.finished(jobId);
  isOver = true;
  await Promise.all(asking);
  for (let nth = 0; nth < ASKED_AFTER && queries.length > 0; nth++) {
    const claim = await ask(false);
    if (claim) after.add(claim);
  }
  return {
    job: { kind, state, message },
    during: during.distinct(),
    after: after.distinct(),
    answers: during.count + after.count,
    givenUp,
    failures: failures.splice(0),
    memory: await memory(),
  };
}

async function memory(): Promise<MemorySample> {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const heaps = await Promise.all([...threads].map((thread) => thread.getHeapStatistics().catch(() => null)));
  const ofThreads = heaps.reduce((sum, heap) => sum + (heap?.total_heap_size ?? 0), 0); // null of one that has just ended
  return { atMs: performance.now(), residentBytes: rss, heapBytes: heapUsed, threadHeapBytes: ofThreads };
}

process.on('message', async (message: Message) => {
  if ('ask' in message) queries = message.ask;
  else if (message.do === 'end') {
    await service.close();
    process.disconnect();
  } else process.send?.(await carryOut(message));
});
process.send?.('ready');
