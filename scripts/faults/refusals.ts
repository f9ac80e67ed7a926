/** Stores that cannot be used for a while, or lose files while they are used: each case with what a person has to be told. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type KillableJobName, killableJob } from '../../db/testing/killable-jobs.ts';
import type { Trouble } from '../../db/testing/run-in-trouble.ts';
import type { ErrorCode } from '../../shared/lib/app-error.ts';
import { checkAgain } from './check-store.ts';
import type { FaultCase, Tally, Try } from './fault.ts';
import { withSmallDisk } from './full-disk.ts';
import { acknowledgedBy, type JobEnd, jobCommand, prepareJob, runJob } from './job-run.ts';
import { testingProgram } from './run-child.ts';

type Release = () => unknown;

interface Refusal {
  name: string;
  job: KillableJobName;
  /** What keeps the store from being used; returns what ends it. */
  arrange?(path: string): Promise<Release> | Release;
  trouble?: (moment: number) => Trouble;
  /** What has to be told; null where the job is done all the same, 'any' where that goes by the moment. */
  told: ErrorCode | 'any' | null;
  /** Neither what the store held nor what was written is there any more, as somebody took it away. */
  takesAll?: true;
  /** Needs a disk that may be made read-only. */
  onSmallDisk?: true;
  short: number;
}

/** Runs a program that holds on to something until it is ended. */
async function held(program: string, words: readonly string[]): Promise<Release> {
  const [command = '', ...rest] = testingProgram(program, words);
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}

const remount = (path: string, way: 'ro' | 'rw') =>
  spawnSync('mount', ['-o', `remount,${way}`, join(path, '..')]).status === 0;

const refusals: readonly Refusal[] = [
  {
    name: 'two instances at once',
    job: 'import',
    arrange: (path) => held('hold-store', [path]),
    told: 'STORE_IN_USE',
    short: 1,
  },
  {
    name: 'another program holds a lock',
    job: 'import',
    arrange: (path) => held('hold-lock', [join(path, 'live.db'), 'write']),
    told: 'STORE_IN_USE',
    short: 0, // it is waited for ten seconds
  },
  {
    name: 'another program reads all the while',
    job: 'many imports',
    arrange: (path) => held('hold-lock', [join(path, 'live.db'), 'read']),
    told: null,
    short: 0,
  },
  {
    name: 'the disk may only be read',
    job: 'import',
    arrange(path) {
      remount(path, 'ro');
      return () => void remount(path, 'rw');
    },
    told: 'STORE_UNUSABLE',
    onSmallDisk: true,
    short: 1,
  },
  {
    name: 'live.db is removed during a job',
    job: 'import',
    trouble: (removeAt) => ({ removeAt, remove: ['live.db'] }),
    told: 'DAMAGED',
    takesAll: true,
    short: 1,
  },
  {
    name: 'the log of live.db is removed during a job',
    job: 'import',
    trouble: (removeAt) => ({ removeAt, remove: ['live.db-wal'] }),
    told: null,
    short: 0,
  },
  {
    name: 'what is staged is removed during a job',
    job: 'archive',
    trouble: (removeAt) => ({ removeAt, remove: ['archive_2023.db.building'] }),
    told: 'any',
    short: 0,
  },
];

export const refusalCases: readonly FaultCase[] = refusals.map((refusal) => ({
  group: 'refusals',
  name: refusal.name,
  weight: 0,
  short: refusal.short,
  run: (how, tally) => refuseOften(refusal, how, tally),
}));

async function refuseOften(refusal: Refusal, how: Try, tally: Tally): Promise<void> {
  if (!refusal.onSmallDisk) return refuseOn(null, refusal, how, tally);
  await withSmallDisk(join(how.scratch, 'disk'), (disk) => {
    if (disk === null) return tally.count('not tried, as no disk may be mounted');
    return refuseOn(disk, refusal, how, tally);
  });
}

async function refuseOn(
  disk: string | null,
  refusal: Refusal,
  { tries, random, scratch }: Try,
  tally: Tally,
): Promise<void> {
  const job = killableJob(refusal.job);
  const prepared = await prepareJob(job, scratch, disk === null ? {} : { room: disk });
  prepared.startAgain();
  const { moments } = await runJob(jobCommand(prepared));
  for (let nth = 0; nth < tries; nth++) {
    prepared.startAgain();
    const moment = random.below(moments ?? 1);
    const release = await refusal.arrange?.(prepared.path);
    const end = await runJob(jobCommand(prepared, refusal.trouble?.(moment)));
    await release?.();
    tally.tried++;
    const how = `${refusal.name}, at moment ${moment}`;
    judge(refusal, end, how, tally);
    if (!refusal.takesAll) await checkAgain(job, prepared.path, { acknowledged: acknowledgedBy(end, job), how }, tally);
    else rmSync(prepared.path, { recursive: true, force: true });
  }
}

function judge({ told, name }: Refusal, end: JobEnd, how: string, tally: Tally): void {
  if (end.hung || end.killed || end.errors !== '') tally.fault('crashed', `${how}: ${end.errors || 'it hung or died'}`);
  else if (end.broke !== null) tally.fault('untold', `${how}: ${end.broke}`);
  else if (told === 'any' || (end.failure?.code ?? null) === told) {
    tally.count(end.failure === null ? 'done all the same' : `told: ${end.failure.code}`);
  } else
    tally.fault(
      end.failure === null ? 'lost' : 'untold',
      `${how}: ${name} is told as ${end.failure?.message ?? 'done'}`,
    );
}
