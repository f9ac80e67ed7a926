/** Has the disk be full from one write of a job on, from each in turn, and looks at what a person is told and what is kept. */
import { join } from 'node:path';
import { type KillableJob, type KillableJobName, killableJobs } from '../../db/testing/killable-jobs.ts';
import { checkAgain } from './check-store.ts';
import type { FaultCase, Tally, Try } from './fault.ts';
import { judgeRoom, tryWithRoom } from './full-disk.ts';
import { acknowledgedBy, jobCommand, prepareJob, runJob } from './job-run.ts';
import { canTrace, fullFrom, LOG, notedCalls, noting, takesRoom } from './system-calls.ts';

const IN_SHORT = new Set<KillableJobName>(['import', 'archive']);

/** What the whole program does by itself is spread over threads, whose writes have no order that comes again. */
export const everyWrite: readonly FaultCase[] = killableJobs.map((job) => ({
  group: 'every-write',
  name: job.name,
  weight: 1,
  short: IN_SHORT.has(job.name) ? 1 : 0,
  run: (how, tally) => fillAtEach(job, how, tally),
}));

async function fillAtEach(job: KillableJob, { tries, random, scratch }: Try, tally: Tally): Promise<void> {
  if (!canTrace()) return tally.count('not tried, as there is no strace');
  const prepared = await prepareJob(job, scratch);
  prepared.startAgain();
  await runJob(noting(jobCommand(prepared), join(scratch, LOG)));
  const writes = notedCalls(scratch).filter(takesRoom);
  tally.count('writes that it makes', writes.length);
  const most = Math.min(tries, writes.length);
  for (let nth = 0; nth < most; nth++) {
    const at = Math.floor(((nth + random.next()) / most) * writes.length);
    const how = `no room from write ${at + 1} of ${writes.length} on, by ${writes[at]?.name}`;
    prepared.startAgain();
    const end = await runJob(fullFrom(writes, at, jobCommand(prepared)));
    tally.tried++;
    judgeRoom(end, `${job.name}, ${how}`, tally);
    const acknowledged = acknowledgedBy(end, job);
    await checkAgain(job, prepared.path, { acknowledged, toldOfFailure: end.failure !== null, how }, tally);
    await tryWithRoom(prepared, end, how, tally);
  }
}
