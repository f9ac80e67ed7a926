/**
 * Runs a job that ends or loses its disk at a moment of its choice, for a process of its own. Moments are those at which the job
 * reports or asks whether to go on, from 0. It says a line each: 'began', 'acknowledged' as often as it does so, and then
 * 'ended MOMENTS', 'failed {code, message}' for what a person would be told, or 'broke MESSAGE'.
 */
import { rmSync, statfsSync, writeFileSync, writevSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { sqliteVersion } from '../engine/sqlite/connection.ts';
import { workerFailure } from '../engine/sqlite/worker-failure.ts';
import { type KillableJob, watching } from './killable-jobs.ts';

export interface Trouble {
  /** Ends as if the power had failed. */
  dieAt?: number;
  /** Another program fills the disk, but for so many blocks. */
  fillAt?: number;
  leaveBlocks?: number;
  /** Files of the store, by their names, that somebody removes. */
  removeAt?: number;
  remove?: string[];
  /** Ends as if the power had failed as soon as the job has failed. */
  dieOnFailure?: boolean;
}

/**
 * Runs the job that the arguments name: `FOLDER JOB [TROUBLE] [SHARE]`. Without arguments the program stays, and runs each that it is
 * told on standard input: a line of JSON `{path, name, share}`.
 */
export async function runAsTold(find: (name: string, share: number) => KillableJob): Promise<void> {
  const [path, name = '', trouble = '{}', share = '1'] = process.argv.slice(2);
  if (path !== undefined) return runInTrouble(find(name, Number(share)), path, trouble);
  const known = new Map<string, KillableJob>(); // their records take a while to make
  for await (const line of createInterface(process.stdin)) {
    const order: { path: string; name: string; share: number } = JSON.parse(line);
    const key = JSON.stringify([order.name, order.share]);
    const job = known.get(key) ?? find(order.name, order.share);
    known.set(key, job);
    await runInTrouble(job, order.path, '{}');
  }
}

/** Runs the job on the store in a folder, with such trouble as JSON. */
async function runInTrouble(job: KillableJob, path: string, trouble: string): Promise<void> {
  const { dieAt, fillAt, leaveBlocks = 0, removeAt, remove = [], dieOnFailure }: Trouble = JSON.parse(trouble);
  let moments = 0;
  const tick = () => {
    if (moments === dieAt) die();
    if (moments === fillAt) fillDisk(dirname(path), leaveBlocks);
    if (moments === removeAt) for (const file of remove) rmSync(join(path, file), { force: true });
    moments++;
  };
  if (dieOnFailure) watching.onFailure = die;
  sqliteVersion(); // loads the library, so that no trouble with files is met by that
  say('began');
  try {
    const result = await workerFailure(() =>
      Promise.resolve(job.run(path, { report: tick, checkCancelled: tick }, () => say('acknowledged'))),
    );
    const failure = typeof result === 'object' && result !== null && 'failure' in result ? result.failure : null;
    say(failure ? `failed ${JSON.stringify(failure)}` : `ended ${moments}`);
  } catch (error) {
    say(`broke ${JSON.stringify(error instanceof Error ? (error.stack ?? error.message) : String(error))}`);
  }
}

/** Not by the call that files are written by, so that no trouble with that one silences it. */
const say = (line: string) => void writevSync(STANDARD_OUTPUT, [Buffer.from(`${line}\n`)]);
const STANDARD_OUTPUT = 1;

const die = () => process.kill(process.pid, 'SIGKILL');

function fillDisk(folder: string, leaveBlocks: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const filler = join(folder, 'filler');
  rmSync(filler, { force: true });
  try {
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail - leaveBlocks) * bsize));
  } catch (error) {
    // Another thread of the job has taken some of the room meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
