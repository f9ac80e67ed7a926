/** Has the disk be full from one write of a job on, from each in turn, and looks at what a person is told and what is kept. */
import { join } from 'node:path';
import type { Random } from '../../db/sample/random.ts';
import { type KillableJob, type KillableJobName, killableJobs } from '../../db/testing/killable-jobs.ts';
import { checkAgain } from './check-store.ts';
import type { FaultCase, Tally, Try } from './fault.ts';
import { judgeRoom, tryWithRoom } from './full-disk.ts';
import { acknowledgedBy, type JobEnd, jobCommand, type PreparedJob, prepareJob, runJob } from './job-run.ts';
import {
  canTrace,
  edgesOfRuns,
  failedElsewhere,
  fullFrom,
  LOG,
  notedCalls,
  noting,
  type SystemCall,
  takesRoom,
} from './system-calls.ts';

/** File of the calls that failed. */
const FAILED = 'failed-calls.log';
const MOST_ATTEMPTS = 5;
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
  const noted = notedCalls(scratch);
  const writes = noted.filter(takesRoom);
  tally.count('writes that it makes', writes.length);
  for (const at of placesToTry(noted, tries, random)) {
    const how = `no room from write ${at + 1} of ${writes.length} on, by ${writes[at]?.name}`;
    const end = await fillFrom(writes, at, prepared, join(scratch, FAILED));
    if (!end) {
      tally.count('not tried, as each time another call failed');
      continue;
    }
    tally.tried++;
    judgeRoom(end, `${job.name}, ${how}`, tally);
    const acknowledged = acknowledgedBy(end, job);
    await checkAgain(job, prepared.path, { acknowledged, toldOfFailure: end.failure !== null, how }, tally);
    await tryWithRoom(prepared, end, how, tally);
  }
}

/** Runs the job with no room from a write on; null where the count of calls, which threads disturb, never met it. */
async function fillFrom(
  writes: readonly SystemCall[],
  at: number,
  prepared: PreparedJob,
  log: string,
): Promise<JobEnd | null> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    prepared.startAgain();
    const end = await runJob(fullFrom(writes, at, jobCommand(prepared), log));
    if (!failedElsewhere(log)) return end;
  }
  return null;
}

/** Every write where there are tries enough; else what begins or ends a run first, and the rest spread evenly. */
function placesToTry(noted: readonly SystemCall[], tries: number, random: Random): number[] {
  const writes = noted.filter(takesRoom);
  const atEdge = new Set(edgesOfRuns(noted));
  const places = writes.map((write, at) => ({ at, edge: atEdge.has(write) }));
  const edges = places.filter(({ edge }) => edge);
  const between = places.filter(({ edge }) => !edge);
  const chosen = [...spread(edges, tries, random), ...spread(between, tries - edges.length, random)];
  return chosen.map(({ at }) => at).sort((one, other) => one - other);
}

/** So many of a list, one at random of each equal part. */
function spread<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  if (count >= items.length) return [...items];
  const parts = Array.from({ length: Math.max(0, count) }, (_, nth) =>
    Math.floor(((nth + random.next()) / count) * items.length),
  );
  return parts.flatMap((at) => items[at] ?? []);
}
