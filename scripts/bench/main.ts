/** The command of `npm run bench`: builds or reuses the stores, checks that all peers agree, times them, reports. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-process.ts';
import { buildStores } from './build-stores.ts';
import { checkPeers } from './check-peers.ts';
import { MOST_IMPORTED, raceImports } from './import-race.ts';
import { machineInWords, watchOthers } from './machine.ts';
import { measureQuestions } from './measure.ts';
import { bytesPerRecord, openPeers } from './open-peers.ts';
import { type BenchOptions, readOptions, usage } from './options.ts';
import { type BenchResult, resultDocument, resultPage, resultText } from './result.ts';

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function runQuestions(
  options: BenchOptions,
): Promise<Pick<BenchResult, 'questions' | 'stores' | 'usedByOthers'>> {
  const { records, asked, rounds, folder } = options;
  if (asked.length === 0) return { questions: [], stores: [], usedByOthers: 0 };
  const stores = await buildStores(join(folder, String(records)), records, say);
  const peers = await openPeers(stores, records);
  try {
    say('Comparing the answers…');
    const faults = await checkPeers(peers, asked);
    if (faults.length > 0) throw new Error(`The peers disagree, so nothing was timed.\n${faults.join('\n')}`);
    const usedByOthers = watchOthers();
    const questions = await measureQuestions(peers, asked, rounds, say);
    return { questions, stores: bytesPerRecord(stores, records), usedByOthers: usedByOthers() };
  } finally {
    for (const peer of peers) await peer.close();
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  const { records, rounds, folder } = options;
  const measured = await runQuestions(options);
  const importedRows = Math.min(records, MOST_IMPORTED);
  const imports = options.withImport ? await raceImports(join(folder, 'import'), importedRows, say) : [];
  const result: BenchResult = { machine: machineInWords(), records, rounds, ...measured, importedRows, imports };
  process.stdout.write(options.json ? `${JSON.stringify(resultDocument(result), null, 2)}\n` : resultText(result));
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
