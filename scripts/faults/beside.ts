/** Threads that die under questions, and what another program does to the log by reading on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { runReport } from '../../db/engine/answers/run-report.ts';
import { Engine } from '../../db/engine/engine.ts';
import { createRandom } from '../../db/sample/random.ts';
import { type OwnedStore, openStore } from '../../db/store/open-store.ts';
import { randomDrafts } from '../../db/testing/random-drafts.ts';
import { insertRecords } from '../../db/testing/test-store.ts';
import { isAppError } from '../../shared/lib/app-error.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { inWords } from './check-store.ts';
import { answersOf, questions } from './expected.ts';
import type { FaultCase, Tally, Try } from './fault.ts';
import { testingProgram } from './run-child.ts';

const drafts = randomDrafts(createRandom(91), { records: 4_000, from: '2023-01-01', to: '2024-06-30' });

export const besides: readonly FaultCase[] = [
  { group: 'beside', name: 'a reader that dies', weight: 0, short: 1, run: killReaders },
  { group: 'beside', name: 'a reader held while a writer inserts', weight: 0, short: 1, run: holdReader },
];

/** Asks many questions at once, ends a reader in their midst, and asks again. */
async function killReaders({ tries, random, scratch }: Try, tally: Tally): Promise<void> {
  const path = join(scratch, 'store');
  const store = openStore(path);
  await insertRecords(store, drafts);
  store.close();
  const threads = new Set<Worker>();
  const onThread = (thread: Worker) => {
    threads.add(thread);
    thread.once('exit', () => threads.delete(thread));
  };
  process.on('worker', onThread);
  const engine = await Engine.open(path, 'own');
  const writer = [...threads][0];
  engine.onReaderDied = () => {}; // nobody waited for it
  try {
    for (let nth = 0; nth < tries; nth++) {
      const asked = Promise.allSettled(Array.from({ length: ASKED_AT_ONCE }, (_, at) => ask(engine, at)));
      for (let turns = random.below(MOST_TURNS); turns > 0; turns--) await new Promise(setImmediate);
      const readers = [...threads].filter((thread) => thread !== writer);
      if (readers.length > 0) await random.pick(readers).terminate();
      tally.tried++;
      judge(await asked, `reader ended in try ${nth}`, tally);
      judge(
        await Promise.allSettled(questions.map((_, at) => ask(engine, at))),
        `after try ${nth}`,
        tally,
        'answered after it',
      );
    }
    tally.count(`readers begun anew ${engine.readerMetrics().respawns}`);
  } finally {
    await engine.close();
    process.off('worker', onThread);
  }
}

const ASKED_AT_ONCE = 12;
const MOST_TURNS = 40;

async function ask(engine: Engine, nth: number): Promise<boolean> {
  const at = nth % questions.length;
  const { answer } = await runReport(engine, parseReportQuery(questions[at] ?? {}));
  return isDeepStrictEqual(answer.rows, answersOf(drafts)[at]);
}

function judge(ends: PromiseSettledResult<boolean>[], about: string, tally: Tally, answered = 'answered'): void {
  for (const end of ends) {
    if (end.status === 'rejected') {
      if (isAppError(end.reason) && answered === 'answered') tally.count('told to ask again');
      else tally.fault('untold', `${about}: ${inWords(end.reason)}`);
    } else if (end.value) tally.count(answered);
    else tally.fault('wrong', `${about}: a number is not that of the records`);
  }
}

const IMPORTS = 8;
const RECORDS = 400;

/** Imports again and again while another program reads on at the moment before; then it lets go. */
async function holdReader({ tries, scratch }: Try, tally: Tally): Promise<void> {
  for (let nth = 0; nth < tries; nth++) {
    const path = join(scratch, `store-${nth}`);
    const store = openStore(path);
    try {
      await insertRecords(store, drafts);
      const [command = '', ...words] = testingProgram('hold-lock', [join(path, 'live.db'), 'read']);
      const holder = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(holder.stdout, 'data');
      for (let round = 0; round < IMPORTS; round++) await insertRecords(store, moreDrafts(round));
      const held = logOf(store);
      holder.kill('SIGKILL');
      await once(holder, 'exit');
      // The first import still goes behind what was held, and folds all of it in.
      for (let round = 0; round < 2; round++) await insertRecords(store, moreDrafts(IMPORTS + round));
      const after = logOf(store);
      tally.tried++;
      tally.count(`${held.pages} pages in the log while held, ${after.pages} after`);
      if (held.folded === held.pages) tally.fault('wrong', 'the reader held nothing, so that nothing was tried');
      if (after.folded !== after.pages || after.pages >= held.pages) {
        tally.fault('wrong', `the log does not shrink once it is let go: ${JSON.stringify({ held, after })}`);
      }
    } finally {
      store.close();
    }
  }
}

/** Pages that the log holds, and how many of them are folded into the file. */
function logOf({ live }: OwnedStore): { pages: number; folded: number } {
  const [, pages, folded] = live.rows('PRAGMA wal_checkpoint(NOOP)')[0] ?? [];
  return { pages: Number(pages), folded: Number(folded) };
}

const moreDrafts = (round: number) =>
  randomDrafts(createRandom(100 + round), { records: RECORDS, from: '2023-01-01', to: '2024-06-30' });
