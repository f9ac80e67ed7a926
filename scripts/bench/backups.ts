/**
 * Times backing up, verifying and restoring a store beside `sqlite3 .backup` and a plain copy of the same files, in turn, and how far
 * a standby is behind:
 * `npm run bench:backups -- [--gigabyte | --records N] [--rounds N] [--dir DIR]`. Where there is no sqlite3 shell, what it calls is called
 * from here: SQLite's own backup(), with as many pages a step as the file has.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBeside } from '../../db/backup/beside.ts';
import { Engine } from '../../db/engine/engine.ts';
import { openReadable } from '../../db/engine/sqlite/connection.ts';
import { bytesOnDisk } from '../../db/store/catalog.ts';
import { flushFile } from '../../db/store/flush.ts';
import { root } from '../run-process.ts';
import { machineInWords } from './machine.ts';
import { measureStandby } from './standby-lag.ts';
import { summarizeTimes } from './statistics.ts';
import { figure, plainTable } from './table.ts';

const FIRST_YEAR = 2_023;
const YEARS = 3;
const DAYS_A_YEAR = 365;
const KEEP_ALL = { daily: 1_000, weekly: 0, monthly: 0 };
const BYTES_A_MEGABYTE = 1e6;
/** What makes a store of a gigabyte, by the bytes that a record of the sample plant takes. */
const RECORDS_OF_A_GIGABYTE = 7_000_000;
const LOG_EVERY_MS = 20;
/** Records of an import that is timed beside backups. */
const IMPORTED_BESIDE = 300_000;
/** Records of the store that a standby follows, and how many of its rounds one of the others is worth. */
const FOLLOWED = 300_000;
const ROUNDS_OF_STANDBY = 5;

interface Measured {
  what: string;
  ms: number[];
  /** Bytes that it put on the disk, of the last time. */
  bytesWritten: number;
}

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** A store with two sealed years and one that is still written. */
async function makeStore(store: string, records: number): Promise<string[]> {
  const engine = await Engine.open(store, 'own');
  const run = async (...job: Parameters<Engine['start']>) => void (await engine.start(...job).result);
  for (let nth = 0; nth < YEARS; nth++) {
    const year = FIRST_YEAR + nth;
    say(`Making ${year}…`);
    const options = { records: Math.floor(records / YEARS), from: `${year}-01-01`, to: `${year}-12-31`, seed: nth + 1 };
    await run('sample', options, () => {});
    if (nth < YEARS - 1) await run('archive', { year }, () => {});
  }
  await run('compact', {}, () => {});
  await engine.close();
  const archives = Array.from({ length: YEARS - 1 }, (_, nth) => join(store, `archive_${FIRST_YEAR + nth}.db`));
  return [join(store, 'live.db'), ...archives];
}

async function addDay(store: string, records: number, nth: number): Promise<void> {
  const engine = await Engine.open(store, 'own');
  const day = `${FIRST_YEAR + YEARS}-01-${String(nth + 1).padStart(2, '0')}`;
  const options = { records: Math.ceil(records / YEARS / DAYS_A_YEAR), from: day, to: day, seed: 100 + nth };
  await engine.start('sample', options, () => {}).result;
  await engine.close();
}

interface Beside {
  aloneMs: number[];
  besideMs: number[];
  /** Backups that were made while the imports ran. */
  backups: number;
  mostLogBytes: number;
}

/** The same import alone, and while one whole backup follows the other: what it costs, and how far the log grows meanwhile. */
async function importBeside(store: string, folder: string, rounds: number): Promise<Beside> {
  const engine = await Engine.open(store, 'own');
  const result: Beside = { aloneMs: [], besideMs: [], backups: 0, mostLogBytes: 0 };
  const log = `${engine.folder.live}-wal`;
  const watch = setInterval(() => {
    result.mostLogBytes = Math.max(result.mostLogBytes, statSync(log, { throwIfNoEntry: false })?.size ?? 0);
  }, LOG_EVERY_MS);
  let day = 0;
  const timedImport = async (times: number[]) => {
    const beganAt = performance.now();
    const from = `${FIRST_YEAR + YEARS}-02-${String(++day).padStart(2, '0')}`;
    await engine.start('sample', { records: IMPORTED_BESIDE, from, to: from, seed: day }, () => {}).result;
    times.push(performance.now() - beganAt);
  };
  for (let round = 0; round < rounds; round++) {
    say(`Importing beside backups, round ${round + 1} of ${rounds}…`);
    await timedImport(result.aloneMs);
    let isImporting = true;
    const backingUp = (async () => {
      while (isImporting) {
        const options = { store, folder, rule: { daily: 1, weekly: 0, monthly: 0 }, whole: true };
        await startBeside('backUp', { ...options, now: new Date().toISOString() }).result;
        result.backups++;
      }
    })();
    await timedImport(result.besideMs);
    isImporting = false;
    await backingUp;
  }
  clearInterval(watch);
  await engine.close();
  return result;
}

/** Each thing once a round, in turn, so that what else the machine does falls on all alike. */
async function measure(
  folder: string,
  records: number,
  rounds: number,
): Promise<{ measured: Measured[]; bytes: number }> {
  const store = join(folder, 'store');
  const files = await makeStore(store, records);
  const bytes = files.reduce((sum, file) => sum + bytesOnDisk(file), 0);
  const measured = new Map<string, Measured>();
  const time = async (what: string, run: () => Promise<number> | number) => {
    const beganAt = performance.now();
    const bytesWritten = await run();
    const entry = measured.get(what) ?? { what, ms: [], bytesWritten };
    entry.ms.push(performance.now() - beganAt);
    measured.set(what, { ...entry, bytesWritten });
  };
  const fresh = (name: string) => {
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  const backUp = async (into: string) => {
    const now = new Date().toISOString();
    return (await startBeside('backUp', { store, folder: into, rule: KEEP_ALL, whole: false, now }).result)
      .bytesWritten;
  };
  for (let round = 0; round < rounds; round++) {
    say(`Round ${round + 1} of ${rounds}…`);
    const backups = fresh('backups');
    await time('the first backup', () => backUp(backups));
    await addDay(store, records, round);
    await time('the backup after a day', () => backUp(backups));
    await time('the backup after nothing', () => backUp(backups));
    await time('verify all three', async () => {
      const { sound } = await startBeside('verify', { folder: backups }).result;
      if (!sound) throw new Error('The backups are not what was written.');
      return 0;
    });
    const now = new Date().toISOString();
    await time('restore the newest, checked', async () => {
      const restored = await startBeside('restoreStore', { store: fresh('restored'), folder: backups, now }).result;
      return restored.bytes;
    });
    await time(peer.name, () => copyEach(files, fresh('shell'), peer.copy));
    await time('plain copy', () => copyEach(files, fresh('copied'), copyPlainly));
  }
  return { measured: [...measured.values()], bytes };
}

type Copy = (from: string, to: string) => void | Promise<void>;

async function copyEach(files: readonly string[], target: string, copy: Copy): Promise<number> {
  let bytes = 0;
  for (const [nth, file] of files.entries()) {
    const to = join(target, `${nth}.db`);
    await copy(file, to);
    bytes += bytesOnDisk(to);
  }
  return bytes;
}

function copyByShell(from: string, to: string): void {
  const { status, error } = spawnSync('sqlite3', [from, `.backup '${to}'`], { stdio: 'inherit' });
  if (error || status !== 0) throw new Error('sqlite3 did not copy the file; is it installed?', { cause: error });
  flushFile(to);
}

/** What SQLite itself has for backups: its shell, or its function where the machine has no shell. */
function peerOfThisMachine(): { name: string; copy: Copy } {
  const hasShell = spawnSync('sqlite3', ['--version']).status === 0;
  return hasShell
    ? { name: 'sqlite3 .backup', copy: copyByShell }
    : { name: "SQLite's backup()", copy: copyByFunction };
}

async function copyByFunction(from: string, to: string): Promise<void> {
  const database = openReadable(from);
  await database.copyTo(to).finally(() => database.close());
  flushFile(to);
}

function copyPlainly(from: string, to: string): void {
  copyFileSync(from, to);
  flushFile(to);
}

const { values } = parseArgs({
  options: {
    gigabyte: { type: 'boolean', default: false },
    records: { type: 'string', default: String(RECORDS_OF_A_GIGABYTE) },
    rounds: { type: 'string', default: '3' },
    dir: { type: 'string', default: join(root, 'node_modules', '.cache', 'bench-backups') },
  },
});
if (values.gigabyte && values.records !== String(RECORDS_OF_A_GIGABYTE)) {
  throw new Error('--gigabyte says how many records there are; leave --records out.');
}
const peer = peerOfThisMachine();
if (existsSync(values.dir)) throw new Error(`${values.dir} is there already; name a folder that is not.`);
try {
  const { measured, bytes } = await measure(values.dir, Number(values.records), Number(values.rounds));
  const plain = summarizeTimes(measured.find(({ what }) => what === 'plain copy')?.ms ?? []).medianMs;
  const megabytes = (count: number) => (count / BYTES_A_MEGABYTE).toLocaleString('en-US', { maximumFractionDigits: 1 });
  say(`${machineInWords()}; a store of ${megabytes(bytes)} MB in ${YEARS} files; medians of ${values.rounds}`);
  const rows = measured.map(({ what, ms, bytesWritten }) => {
    const { medianMs } = summarizeTimes(ms);
    return [what, figure(medianMs), `${figure(medianMs / plain)} x`, megabytes(bytesWritten)];
  });
  process.stdout.write(`${plainTable({ header: ['', 'ms', 'of a plain copy', 'MB written'], rows })}\n`);
  const beside = await importBeside(
    join(values.dir, 'store'),
    join(values.dir, 'backups-beside'),
    Number(values.rounds),
  );
  const [alone, busy] = [beside.aloneMs, beside.besideMs].map((ms) => summarizeTimes(ms).medianMs);
  process.stdout.write(
    `An import of ${IMPORTED_BESIDE} records takes ${figure((busy ?? 0) / (alone ?? 1))} times as long while whole backups are made ` +
      `(${beside.backups} were); the log grew to ${megabytes(beside.mostLogBytes)} MB at most.\n`,
  );
  say('Importing beside a standby…');
  const lags = await measureStandby(join(values.dir, 'followed'), FOLLOWED, Number(values.rounds) * ROUNDS_OF_STANDBY);
  const followed = lags.map(({ records, behindMs, mostSeconds }) => {
    const { medianMs, mostMs } = summarizeTimes(behindMs);
    return [records.toLocaleString('en-US'), figure(medianMs), figure(mostMs), figure(mostSeconds)];
  });
  const header = ['records imported', 'standby in step after ms', 'longest', 'most behind meanwhile, s'];
  process.stdout.write(`\n${plainTable({ header, rows: followed })}\n`);
} finally {
  rmSync(values.dir, { recursive: true, force: true });
}
