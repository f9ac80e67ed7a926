/** Has the disk be full from one write of a job on, from each in turn, and looks at what a person is told and what is kept. */
import { join } from 'node:path';
import type { Random } from '../../db/sample/random.ts';
import { type KillableJob, killableJobsOf } from '../../db/testing/killable-jobs.ts';
import type { JobName } from './all-jobs.ts';
import { checkAgain } from './check-store.ts';
import type { FaultCase, Tally, Try } from './fault.ts';
import { judgeRoom, tryWithRoom } from './full-disk.ts';
import { acknowledgedBy, checkDoneAgain, type JobEnd, type PreparedJob, prepareJob } from './job-run.ts';
import { serviceJobs } from './service-jobs.ts';
import { StayingProgram } from './staying-program.ts';
import {
  canJoin,
  canTrace,
  countings,
  edgesOfRuns,
  fullFrom,
  helpersCalls,
  joinNoting,
  LOG,
  missed,
  notedCalls,
  type SystemCall,
  takesRoom,
} from './system-calls.ts';

/** File of the calls that failed. */
const FAILED = 'failed-calls.log';
const IN_SHORT = new Set<JobName>(['import', 'archive']);

/** Few enough records that each write of each job can be tried within an hour or two. */
const SHARE = 0.1;

export const everyWrite: readonly FaultCase[] = [...killableJobsOf(SHARE), ...serviceJobs].map((job) => ({
  group: 'every-write',
  name: job.name,
  weight: 1,
  short: IN_SHORT.has(job.name) ? 1 : 0,
  run: (how, tally) => fillAtEach(job, how, tally),
}));

async function fillAtEach(job: KillableJob, { tries, random, scratch }: Try, tally: Tally): Promise<void> {
  if (!canTrace() || !canJoin()) return tally.count('not tried, as there is no strace that may join a program');
  const prepared = await prepareJob(job, scratch, { share: SHARE });
  prepared.startAgain();
  await using program = new StayingProgram();
  await program.run(prepared); // what it does for the first time only is not the job's
  prepared.startAgain();
  await program.run(prepared, joinNoting(join(scratch, LOG)));
  const noted = notedCalls(scratch);
  const lists = [noted, ...helpersCalls(scratch, prepared.path)].map((calls) => calls.filter(takesRoom));
  const places = lists.flatMap((writes, nth) => placesIn(writes, nth === 0 ? edgesOfRuns(noted) : writes));
  tally.count('writes that it makes', places.length);
  for (const { writes, at } of placesToTry(places, tries, random)) {
    const how = `no room from write ${at + 1} of ${writes.length} on, by ${writes[at]?.name}`;
    const end = await fillFrom(writes, at, { prepared, program, log: join(scratch, FAILED) });
    if (!end) {
      tally.count('not tried, as each time another call failed');
      continue;
    }
    tally.tried++;
    judgeRoom(end, `${job.name}, ${how}`, tally);
    const acknowledged = acknowledgedBy(end, job);
    await checkAgain(job, prepared.path, { acknowledged, toldOfFailure: end.failure !== null, how }, tally);
    const run = (again: PreparedJob) => program.run(again);
    await tryWithRoom(prepared, end, how, tally, run);
    await checkDoneAgain(prepared, how, tally, run);
  }
}

/** Runs the job with no room from a write on; null where no count of calls, which threads disturb, met it. */
async function fillFrom(
  writes: readonly SystemCall[],
  at: number,
  { prepared, program, log }: { prepared: PreparedJob; program: StayingProgram; log: string },
): Promise<JobEnd | null> {
  const call = writes[at];
  if (!call) return null;
  for (const counting of countings) {
    prepared.startAgain();
    const end = await program.run(prepared, fullFrom(writes, at, counting, log));
    if (!missed(call, log)) return end;
  }
  return null;
}

/** One of the writes of a thread. */
interface Place {
  writes: readonly SystemCall[];
  at: number;
  isEdge: boolean;
}

function placesIn(writes: readonly SystemCall[], edges: readonly SystemCall[]): Place[] {
  const atEdge = new Set(edges);
  return writes.map((write, at) => ({ writes, at, isEdge: atEdge.has(write) }));
}

/** Every write where there are tries enough; else what begins or ends a run first, and the rest spread evenly. */
function placesToTry(places: readonly Place[], tries: number, random: Random): Place[] {
  const edges = places.filter(({ isEdge }) => isEdge);
  const between = places.filter(({ isEdge }) => !isEdge);
  const chosen = new Set([...spread(edges, tries, random), ...spread(between, tries - edges.length, random)]);
  return places.filter((place) => chosen.has(place));
}

/** So many of a list, one at random of each equal part. */
function spread<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  if (count >= items.length) return [...items];
  const parts = Array.from({ length: Math.max(0, count) }, (_, nth) =>
    Math.floor(((nth + random.next()) / count) * items.length),
  );
  return parts.flatMap((at) => items[at] ?? []);
}
