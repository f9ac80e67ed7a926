/**
 * How long answers take while a file is imported.
 * 1. In the service first, then in a window.
 * 2. A copy of the store, so that the one that is reused stays as it is.
 * 3. The questions that rollups or indexes answer, one after the other without a pause: first for a while with nothing
 *    beside, then from the start of the import until what it changed is loaded again.
 */
import { constants, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Engine } from '../../db/engine/engine.ts';
import { createLocalClient } from '../../electron/cli/local-client.ts';
import { createService } from '../../electron/service/service.ts';
import { openWindowAsker } from './at-window.ts';
import { enginePeer } from './engine-peer.ts';
import { loadEverything } from './loading.ts';
import { writePlantFile } from './plant-file.ts';
import { type QuestionName, questionNames, questionOf } from './questions.ts';
import { summarizeTimes, type Times } from './statistics.ts';

const IMPORTED_ROWS = 200_000;
const QUIET_MS = 5_000;
/** More than a service needs to load what changed into memory, which it does not tell of. */
const LOADING_MS = 5_000;
/** Another plant than the one in the store, in the year of the live file: every row is new. */
const NEW_ROWS = { from: '2025-01-01', to: '2025-12-31', seed: 2 };

type PlaceName = 'service' | 'window';

export interface BesideImport {
  /** In the service the time of its engine alone, in a window that of its whole way there and back. */
  place: PlaceName;
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

/** Where questions are asked and a file is imported. */
interface Place {
  questions: readonly QuestionName[];
  /** Milliseconds until a question is answered. */
  time(question: QuestionName): Promise<number>;
  /** Settles when the rows are in, and what changed is in memory again; returns how many there were. */
  importFile(csv: string): Promise<number>;
  close(): Promise<void>;
}

/** Measures at each place, leaving out a window where there is no browser. Throws when an import does not take in every row. */
export async function measureBesideImport(
  options: BesideImportOptions,
  places: readonly PlaceName[] = ['service', 'window'],
): Promise<BesideImport[]> {
  const measured: BesideImport[] = [];
  for (const place of places) {
    const found = await measureAt(place, options);
    if (found) measured.push(found);
  }
  return measured;
}

const opened = { service: openEngine, window: openWindow };

async function measureAt(place: PlaceName, options: BesideImportOptions): Promise<BesideImport | null> {
  const { folder, store, asked, say, rows = IMPORTED_ROWS, quietMs = QUIET_MS } = options;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(`Questions in the ${place} beside an import of ${rows} rows…`);
  const csv = join(folder, 'new.csv');
  writePlantFile(csv, { ...NEW_ROWS, records: rows });
  const copy = join(folder, 'store');
  // With other times it would be taken for one that another program wrote to, and be read anew.
  cpSync(store, copy, { recursive: true, mode: constants.COPYFILE_FICLONE, preserveTimestamps: true });
  const at = await opened[place](copy, options);
  if (at === null) return null;
  try {
    const questions = asked.filter((name) => at.questions.includes(name) && !questionOf(name).readsRecords);
    await timeUntil(at, questions, setTimeout(quietMs));
    const quiet = await timeUntil(at, questions, setTimeout(quietMs));
    const startedAt = performance.now();
    const imported = at.importFile(csv);
    const beside = await timeUntil(at, questions, imported);
    const importSeconds = (performance.now() - startedAt) / 1_000;
    const inserted = await imported;
    if (inserted !== rows) throw new Error(`${inserted} rows of ${rows} were imported.`);
    return {
      place,
      rows,
      importSeconds,
      questions: questions.map((question) => ({
        question,
        quiet: summarizeTimes(quiet.get(question) ?? []),
        beside: summarizeTimes(beside.get(question) ?? []),
      })),
    };
  } finally {
    await at.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openEngine(store: string, { records }: BesideImportOptions): Promise<Place> {
  const engine = await Engine.open(store, 'own');
  await loadEverything(engine);
  const peer = enginePeer('throughline', engine, records);
  return {
    questions: peer.questions,
    async time(question) {
      const startedAt = performance.now();
      await peer.ask(question);
      return performance.now() - startedAt;
    },
    async importFile(csv) {
      const { profile } = await engine.ask('inspect', { path: csv, choice: {} });
      const { inserted } = await engine.start('importFile', { path: csv, name: 'new.csv', profile }, () => {}).result;
      engine.forgetCatalog();
      await loadEverything(engine);
      return inserted;
    },
    close: () => engine.close(),
  };
}

async function openWindow(store: string, { records }: BesideImportOptions): Promise<Place | null> {
  const service = await createService({ storeFolder: store, appVersion: '', access: 'own' });
  const asker = await openWindowAsker(service, records);
  if (asker === null) {
    await service.close();
    return null;
  }
  await setTimeout(LOADING_MS);
  const client = createLocalClient(service.router);
  return {
    questions: questionNames,
    time: (question) => asker.ask(question),
    async importFile(csv) {
      const fileId = service.files.register(csv);
      const { profile } = await client.imports.inspect({ fileId });
      const { jobId } = await client.imports.start({ fileId, profile });
      const { result } = await service.finished(jobId);
      await setTimeout(LOADING_MS);
      return Number(result?.inserted);
    },
    async close() {
      await asker.close();
      await service.close();
    },
  };
}

/** Asks in turn, each question once at least, until something has settled; the milliseconds of every answer. */
async function timeUntil(
  at: Place,
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
      measured.push(await at.time(question));
      // What is answered from memory never waits; the end is heard of only when the event loop gets its turn.
      await setImmediate();
    }
  } while (!ended);
  return times;
}
