/**
 * How long answers take while a file is imported.
 * 1. A copy of the store, so that the one that is reused stays as it is.
 * 2. The questions that rollups or indexes answer, one after the other without a pause: first for a while with nothing
 *    beside, then from the start of the import until what it changed is loaded again.
 */
import { constants, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Engine } from '../../db/engine/engine.ts';
import { enginePeer } from './engine-peer.ts';
import { loadEverything } from './loading.ts';
import { writePlantFile } from './plant-file.ts';
import { type QuestionName, questionOf } from './questions.ts';
import { summarizeTimes, type Times } from './statistics.ts';

const IMPORTED_ROWS = 200_000;
const QUIET_MS = 5_000;
/** Another plant than the one in the store, in the year of the live file: every row is new. */
const NEW_ROWS = { from: '2025-01-01', to: '2025-12-31', seed: 2 };

export interface BesideImport {
  rows: number;
  importSeconds: number;
  questions: { question: QuestionName; quiet: Times; beside: Times }[];
}

export interface BesideImportOptions {
  /** Where it works; removed at the end. */
  folder: string;
  /** The program's store, which is copied, and its number of records. */
  store: string;
  records: number;
  asked: readonly QuestionName[];
  say: (line: string) => void;
  rows?: number;
  quietMs?: number;
}

/** Throws when the import does not take in every row. */
export async function measureBesideImport({
  folder,
  store,
  records,
  asked,
  say,
  rows = IMPORTED_ROWS,
  quietMs = QUIET_MS,
}: BesideImportOptions): Promise<BesideImport> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(`Questions beside an import of ${rows} rows…`);
  const csv = join(folder, 'new.csv');
  writePlantFile(csv, { ...NEW_ROWS, records: rows });
  const copy = join(folder, 'store');
  cpSync(store, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const engine = await Engine.open(copy, 'own');
  try {
    await loadEverything(engine);
    const peer = enginePeer('throughline', engine, records);
    const questions = asked.filter((name) => peer.questions.includes(name) && !questionOf(name).readsRecords);
    await askUntil(peer.ask, questions, setTimeout(quietMs / 5));
    const quiet = await askUntil(peer.ask, questions, setTimeout(quietMs));
    const { profile } = await engine.ask('inspect', csv);
    const startedAt = performance.now();
    let importSeconds = 0;
    const imported = engine.start('importFile', { path: csv, name: 'new.csv', profile }, () => {}).result;
    const settled = imported.then(async ({ inserted }) => {
      importSeconds = (performance.now() - startedAt) / 1_000;
      if (inserted !== rows) throw new Error(`${inserted} rows of ${rows} were imported.`);
      engine.forgetCatalog();
      await loadEverything(engine);
    });
    const beside = await askUntil(peer.ask, questions, settled);
    await settled;
    return {
      rows,
      importSeconds,
      questions: questions.map((question) => ({
        question,
        quiet: summarizeTimes(quiet.get(question) ?? []),
        beside: summarizeTimes(beside.get(question) ?? []),
      })),
    };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks in turn, each question once at least, until something has settled; the milliseconds of every answer. */
async function askUntil(
  ask: (question: QuestionName) => Promise<unknown>,
  questions: readonly QuestionName[],
  end: Promise<unknown>,
): Promise<Map<QuestionName, number[]>> {
  let ended = false;
  const stop = () => {
    ended = true;
  };
  end.then(stop, stop);
  const times = new Map(questions.map((question) => [question, [] as number[]]));
  do {
    for (const [question, measured] of times) {
      const startedAt = performance.now();
      await ask(question);
      measured.push(performance.now() - startedAt);
      // What is answered from memory never waits; the end is heard of only when the event loop gets its turn.
      await setImmediate();
    }
  } while (!ended);
  return times;
}
