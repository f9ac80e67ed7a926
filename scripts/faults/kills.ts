/** Ends jobs by SIGKILL, and looks at what the next start finds. */
import { join } from 'node:path';
import type { Random } from '../../db/sample/random.ts';
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
  runJob,
} from './job-run.ts';
import { anyCall, canTrace, killedAt, LOG, notedCalls, noting, type SystemCall } from './system-calls.ts';

/** A job is killed up to this much of its time after it began: beyond its end, as the next run may take longer. */
const BEYOND_ITS_END = 1.1;
/** With fewer tries it is not worth a run to see which calls a job makes. */
const FEWEST_TO_TRACE = 10;

/** Of jobs that are alike the short form has one. */
const NOT_IN_SHORT = new Set<JobName>([
  'import of a file',
  'import of a compressed file',
  'import of a workbook as XML',
  'import of a page',
  'import of JSON lines',
  'import of a database',
  'import of a Parquet file',
  'import of columns as rows',
  'scheduled reports',
  'first import',
  'giving back',
  'reread',
  'index taken away',
]);

export const kills: readonly FaultCase[] = allJobs.map((job) => ({
  group: 'kills',
  name: job.name,
  weight: 1,
  short: NOT_IN_SHORT.has(job.name) ? 0 : 1,
  run: (how, tally) => killOften(job, how, tally),
}));

/** What a job does when nothing befalls it. */
interface Undisturbed {
  moments: number;
  tookMs: number;
  calls: SystemCall[];
}

async function killOften(job: KillableJob, { tries, random, scratch }: Try, tally: Tally): Promise<void> {
  const prepared = await prepareJob(job, scratch);
  const undisturbed = await runUndisturbed(prepared, { scratch, traces: tries >= FEWEST_TO_TRACE && canTrace() });
  for (let nth = 0; nth < tries; nth++) {
    prepared.startAgain();
    const { end, how } = await killOnce(prepared, undisturbed, random);
    tally.tried++;
    tally.count(end.killed ? 'killed' : 'ended before');
    const faults = [
      end.hung ? 'it hung' : null,
      end.broke,
      end.failure?.message,
      end.errors === '' ? null : end.errors,
    ];
    for (const fault of faults) if (fault) tally.fault('crashed', `${job.name}, ${how}: ${fault}`);
    await checkAgain(job, prepared.path, { acknowledged: acknowledgedBy(end, job), how }, tally);
    await checkDoneAgain(prepared, how, tally);
  }
}

async function runUndisturbed(
  prepared: PreparedJob,
  { scratch, traces }: { scratch: string; traces: boolean },
): Promise<Undisturbed> {
  prepared.startAgain();
  const end = await runJob(jobCommand(prepared));
  if (end.moments === null) throw new Error(`${prepared.job.name} fails undisturbed: ${JSON.stringify(end)}`);
  let calls: SystemCall[] = [];
  if (traces) {
    prepared.startAgain();
    await runJob(noting(jobCommand(prepared), join(scratch, LOG)));
    calls = notedCalls(scratch);
  }
  return { moments: end.moments, tookMs: end.tookMs, calls };
}

async function killOnce(
  prepared: PreparedJob,
  { moments, tookMs, calls }: Undisturbed,
  random: Random,
): Promise<{ end: JobEnd; how: string }> {
  const way = random.pick(calls.length > 0 ? (['moment', 'time', 'call'] as const) : (['moment', 'time'] as const));
  if (way === 'moment') {
    const dieAt = random.below(moments);
    return { end: await runJob(jobCommand(prepared, { dieAt })), how: `killed at moment ${dieAt} of ${moments}` };
  }
  if (way === 'time') {
    const afterMs = random.next() * tookMs * BEYOND_ITS_END;
    const how = `killed after ${Math.round(afterMs)} of ${Math.round(tookMs)} ms`;
    return { end: await runJob(jobCommand(prepared), afterMs), how };
  }
  const call = anyCall(calls, random);
  const end = await runJob(killedAt(call, jobCommand(prepared)));
  return { end, how: `killed at ${call.name} ${call.nth}` };
}
