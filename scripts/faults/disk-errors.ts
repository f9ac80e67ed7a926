/** Has one system call of a job fail, or all from one on, and looks at what a person is told and what is kept. */
import { join } from 'node:path';
import type { KillableJob } from '../../db/testing/killable-jobs.ts';
import { allJobs, type JobName } from './all-jobs.ts';
import { checkAgain } from './check-store.ts';
import type { FaultCase, Tally, Try } from './fault.ts';
import { acknowledgedBy, checkDoneAgain, jobCommand, prepareJob, runJob } from './job-run.ts';
import { anyCall, canTrace, failingAt, LOG, notedCalls, noting } from './system-calls.ts';

/** What a disk says: it fails once, it has failed for good, it is full, or may not be written any more. */
const troubles = [
  { error: 'EIO', onwards: false },
  { error: 'EIO', onwards: true },
  { error: 'ENOSPC', onwards: true },
  { error: 'EROFS', onwards: true },
  { error: 'EACCES', onwards: true },
] as const;

const IN_SHORT = new Set<JobName>(['archive']);

export const diskErrors: readonly FaultCase[] = allJobs.map((job) => ({
  group: 'disk-errors',
  name: job.name,
  weight: 1,
  short: IN_SHORT.has(job.name) ? 2 : 0,
  run: (how, tally) => failOften(job, how, tally),
}));

async function failOften(job: KillableJob, { tries, random, scratch }: Try, tally: Tally): Promise<void> {
  if (!canTrace()) return tally.count('not tried, as there is no strace');
  const prepared = await prepareJob(job, scratch);
  prepared.startAgain();
  await runJob(noting(jobCommand(prepared), join(scratch, LOG)));
  const calls = notedCalls(scratch);
  for (let nth = 0; nth < tries; nth++) {
    prepared.startAgain();
    const [call, trouble] = [anyCall(calls, random), random.pick(troubles)];
    const dieOnFailure = random.chance(0.5);
    const how = `${trouble.error} at ${call.name} ${call.nth}${trouble.onwards ? ' and after' : ''}${dieOnFailure ? ', then killed' : ''}`;
    const end = await runJob(failingAt(call, trouble, jobCommand(prepared, { dieOnFailure })));
    tally.tried++;
    if (end.hung || (end.killed && !dieOnFailure) || end.errors !== '') {
      tally.fault('crashed', `${job.name}, ${how}: ${end.errors || 'it hung or died'}`);
    } else if (end.broke !== null) tally.fault('untold', `${job.name}, ${how}: ${end.broke}`);
    else if (end.killed) tally.count('killed as it failed');
    else tally.count(end.failure === null ? 'done all the same' : `told: ${end.failure.code}`);
    await checkAgain(job, prepared.path, { acknowledged: acknowledgedBy(end, job), how }, tally);
    await checkDoneAgain(prepared, how, tally);
  }
}
