/** The command of `npm run bench`: builds or reuses the stores, checks that all peers agree, times them, reports. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-process.ts';
import { measureBesideImport } from './beside-import.ts';
import { buildStores } from './build-stores.ts';
import { checkPeers } from './check-peers.ts';
import { measureCold } from './cold.ts';
import { measureGrowth } from './growth.ts';
import { measureImportMemory } from './import-memory.ts';
import { MOST_IMPORTED, raceImports } from './import-race.ts';
import { measureLoading } from './loading.ts';
import { machineInWords, watchOthers } from './machine.ts';
import { type MeasureOptions, measureQuestions } from './measure.ts';
import { openPeers, storeSizes } from './open-peers.ts';
import { type BenchOptions, readOptions, usage } from './options.ts';
import { measureRecording } from './recording.ts';
import { type BenchResult, resultDocument } from './result.ts';
import { resultPage, resultText } from './show.ts';
import { measureStart } from './start.ts';
import { measureWindow } from './window-gestures.ts';

/** A new process for each: more rounds would mostly time the starting of processes. */
const MOST_COLD_ROUNDS = 3;
/** What else the machine does is most of the difference between two starts. */
const FEWEST_STARTS = 7;
/** Under so many rounds the 95th percentile is the slowest one. */
const FEWEST_GESTURES = 15;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The questions to all peers over the same records, warm, then cold. */
async function runQuestions(options: BenchOptions, result: BenchResult): Promise<void> {
  const { records, asked, rounds, budgetMs, folder } = options;
  const measuring: MeasureOptions = { rounds, budgetMs, say };
  const stores = await buildStores(join(folder, String(records)), records, say);
  say('Opening the stores…');
  result.loading = await measureLoading(stores.throughline);
  const peers = await openPeers(stores, records);
  try {
    say('Comparing the answers…');
    const faults = await checkPeers(peers, asked);
    if (faults.length > 0) throw new Error(`The peers disagree, so nothing was timed.\n${faults.join('\n')}`);
    const usedByOthers = watchOthers();
    result.questions = await measureQuestions(peers, asked, measuring);
    result.usedByOthers = usedByOthers();
    result.stores = storeSizes(stores, records);
  } finally {
    for (const peer of peers) await peer.close();
  }
  if (options.withCold) {
    const coldRounds = Math.min(rounds, MOST_COLD_ROUNDS);
    result.cold = await measureCold(stores, records, asked, { ...measuring, rounds: coldRounds });
  }
  if (options.withBesideImport) {
    const beside = { folder: join(folder, 'beside'), store: stores.throughline, records, asked, say };
    result.besideImport = await measureBesideImport(beside);
  }
  if (options.withGrowth) result.growth = await measureGrowth(folder, records, asked, measuring);
}

/** A start takes a moment, so that it has more rounds than questions have at least. */
async function runStart({ records, rounds, folder }: BenchOptions, result: BenchResult): Promise<void> {
  const { throughline } = await buildStores(join(folder, String(records)), records, say, ['own']);
  result.start = await measureStart(throughline, Math.max(rounds, FEWEST_STARTS), say);
}

async function runRecording({ records, folder }: BenchOptions, result: BenchResult): Promise<void> {
  const { throughline } = await buildStores(join(folder, String(records)), records, say, ['own']);
  result.recording = await measureRecording(throughline, say);
}

async function runWindow({ records, rounds, folder }: BenchOptions, result: BenchResult): Promise<void> {
  const { throughline } = await buildStores(join(folder, String(records)), records, say, ['own']);
  const measured = await measureWindow(throughline, Math.max(rounds, FEWEST_GESTURES), say);
  if (measured) result.window = measured;
}

async function runImports({ records, folder }: BenchOptions, result: BenchResult): Promise<void> {
  const rows = Math.min(records, MOST_IMPORTED);
  result.imports = { rows, results: await raceImports(join(folder, 'import'), rows, say) };
  result.importMemory = await measureImportMemory(join(folder, 'import'), rows, say);
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  const { records, rounds, budgetMs } = options;
  const result: BenchResult = { machine: machineInWords(), records, rounds, budgetMs };
  try {
    if (options.asked.length > 0) await runQuestions(options, result);
    if (options.withStart) await runStart(options, result);
    if (options.withWindow) await runWindow(options, result);
    if (options.withRecording) await runRecording(options, result);
    if (options.withImport) await runImports(options, result);
  } finally {
    // What was measured before something failed took its time, too.
    process.stdout.write(options.json ? `${JSON.stringify(resultDocument(result), null, 2)}\n` : resultText(result));
  }
  if (options.write) writeFileSync(join(root, 'docs', 'benchmarks.md'), resultPage(result));
  return 0;
}

function isUsageError(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof TypeError && 'code' in error);
}

try {
  process.exitCode = await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(isUsageError(error) ? `${message}\n\n${usage}` : `${message}\n`);
  process.exitCode = isUsageError(error) ? 2 : 1;
}
