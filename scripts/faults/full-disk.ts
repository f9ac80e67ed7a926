/** Fills the disk of a store before a job or in the middle of it, and looks at what a person is told and what is kept. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KillableJob } from '../../db/testing/killable-jobs.ts';
import { allJobs, type JobName } from './all-jobs.ts';
import { checkAgain } from './check-store.ts';
import type { FaultCase, Tally, Try } from './fault.ts';
import {
  acknowledgedBy,
  checkDoneAgain,
  type JobEnd,
  jobCommand,
  type PreparedJob,
  prepareJob,
  runByItself,
  runJob,
} from './job-run.ts';

/** Room for every job, and little enough to be filled at once. */
const MEGABYTES = 32;
const BLOCK = 4_096;
/** With fewer tries it is not worth a dozen runs to see how many blocks a job needs. */
const FEWEST_TO_MEASURE = 5;
const ABOUT_ENOUGH = 400;

const IN_SHORT = new Set<JobName>(['import', 'archive']);

export const fullDisks: readonly FaultCase[] = allJobs.map((job) => ({
  group: 'full-disk',
  name: job.name,
  weight: 1,
  short: IN_SHORT.has(job.name) ? 1 : 0,
  run: (how, tally) => fillOften(job, how, tally),
}));

async function fillOften(job: KillableJob, { tries, random, scratch }: Try, tally: Tally): Promise<void> {
  await withSmallDisk(join(scratch, 'disk'), async (disk) => {
    if (disk === null) return tally.count('not tried, as no disk may be mounted');
    const prepared = await prepareJob(job, scratch, { room: disk });
    prepared.startAgain();
    const { moments } = await runJob(jobCommand(prepared));
    if (moments === null) throw new Error(`${job.name} fails with room enough.`);
    const needed = tries < FEWEST_TO_MEASURE ? ABOUT_ENOUGH : await neededBlocks(prepared);
    for (let nth = 0; nth < tries; nth++) {
      prepared.startAgain();
      // Every other time before it begins, with a number of blocks that goes up evenly; else in its midst, with any number.
      const isBefore = nth % 2 === 0;
      const blocks = isBefore ? Math.floor(((nth + random.next()) / tries) * needed) : random.below(needed + 1);
      const fillAt = random.below(moments);
      const how = `${blocks} of ${needed} blocks left ${isBefore ? 'before it' : `at moment ${fillAt} of ${moments}`}`;
      const end = isBefore
        ? await runWith(prepared, blocks)
        : await runJob(jobCommand(prepared, { fillAt, leaveBlocks: blocks }));
      rmSync(fillerOf(disk), { force: true });
      tally.tried++;
      judgeRoom(end, `${job.name}, ${how}`, tally);
      const acknowledged = acknowledgedBy(end, job);
      await checkAgain(job, prepared.path, { acknowledged, toldOfFailure: end.failure !== null, how }, tally);
      await tryWithRoom(prepared, end, how, tally);
      await checkDoneAgain(prepared, how, tally);
    }
  });
}

/** A job that ran out of room says so in words, and one that did not comes to its end. */
export function judgeRoom(end: JobEnd, about: string, tally: Tally): void {
  if (end.hung || end.killed || end.errors !== '')
    tally.fault('crashed', `${about}: ${end.errors || 'it hung or was killed'}`);
  else if (end.moments !== null) tally.count('there was room enough');
  else if (end.failure && isAboutRoom(end.failure)) tally.count(`told: ${end.failure.code}`);
  else tally.fault('untold', `${about}: ${end.broke ?? JSON.stringify(end.failure ?? end.lines)}`);
}

function isAboutRoom({ code, message }: { code: string; message: string }): boolean {
  return code === 'DISK_FULL' || /check the disk and the room on it|and the room on its disk/.test(message);
}

/** What was not done for want of room is done when there is some. */
export async function tryWithRoom(
  prepared: PreparedJob,
  { moments }: JobEnd,
  how: string,
  tally: Tally,
  run = runByItself,
): Promise<void> {
  const { job, path } = prepared;
  if (moments !== null || job.states.length > 2) return; // of several imports some are done, and would be done twice
  const end = await run(prepared);
  const again = `${how}, and again with room`;
  if (end.moments === null)
    tally.fault('crashed', `${job.name}, ${again}: ${end.broke ?? JSON.stringify(end.failure ?? end.lines)}`);
  else await checkAgain(job, path, { acknowledged: acknowledgedBy(end, job), how: again }, tally);
}

/** The fewest blocks with which the job comes to its end, found by halving. */
async function neededBlocks(prepared: PreparedJob): Promise<number> {
  let [tooFew, enough] = [-1, (MEGABYTES << 20) / BLOCK];
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    prepared.startAgain();
    const { moments } = await runWith(prepared, middle);
    if (moments === null) tooFew = middle;
    else enough = middle;
  }
  rmSync(fillerOf(dirname(prepared.path)), { force: true });
  return enough;
}

/** Runs a job on a disk that has so many blocks left. */
function runWith(prepared: PreparedJob, blocks: number): Promise<JobEnd> {
  const disk = dirname(prepared.path);
  rmSync(fillerOf(disk), { force: true });
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(fillerOf(disk), Buffer.alloc(Math.max(0, bavail - blocks) * bsize));
  return runJob(jobCommand(prepared));
}

/** As run-in-trouble.ts calls what takes the room. */
function fillerOf(disk: string): string {
  return join(disk, 'filler');
}

/** Runs `work` on a disk of its own, in memory; on null where none may be mounted. */
export async function withSmallDisk(path: string, work: (disk: string | null) => unknown): Promise<void> {
  mkdirSync(path);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'none', path]).status === 0;
  try {
    await work(mounted ? path : null);
  } finally {
    if (mounted) spawnSync('umount', ['--lazy', path]);
  }
}
