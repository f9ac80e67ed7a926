import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KillableJob } from '../../db/testing/killable-jobs.ts';
import type { Trouble } from '../../db/testing/run-in-trouble.ts';
import { buildTarget, builtFaults } from '../build-target.ts';
import { checkAgain } from './check-store.ts';
import { answersOfColumns } from './expected.ts';
import type { Tally } from './fault.ts';
import { type ChildEnd, runChild } from './run-child.ts';
import { serviceJob } from './service-jobs.ts';

/** A job with the store that it begins with, made once and copied for every try. */
export interface PreparedJob {
  job: KillableJob;
  /** As killableJobsOf has it. */
  share: number;
  /** The store of the next try. */
  path: string;
  startAgain(): void;
}

/** Makes the store of a job; `room` is the folder in which tries run, within `scratch` unless given. */
export async function prepareJob(
  job: KillableJob,
  scratch: string,
  { room = join(scratch, 'try'), share = 1 }: { room?: string; share?: number } = {},
): Promise<PreparedJob> {
  await buildTarget('faults');
  process.env.THROUGHLINE_ENTRIES ??= dirname(builtFaults);
  const template = join(scratch, 'template');
  rmSync(template, { recursive: true, force: true });
  mkdirSync(template, { recursive: true });
  await job.prepare(join(template, STORE));
  if (job.withColumns) await answersOfColumns(join(template, STORE));
  return {
    job,
    share,
    path: join(room, STORE),
    startAgain() {
      const left = existsSync(room) ? readdirSync(room).filter((name) => name.startsWith(STORE)) : [];
      for (const name of left) rmSync(join(room, name), { recursive: true, force: true });
      cpSync(template, room, { recursive: true });
    },
  };
}

const STORE = 'store';
const SERVICE_PROGRAM = fileURLToPath(new URL('./run-service-job.ts', import.meta.url));

/** What a job came to in its process. */
export interface JobEnd extends ChildEnd {
  /** Null where it did not come to its end. */
  moments: number | null;
  /** States that it said it had reached before its end. */
  acknowledged: number;
  /** What a person was told. */
  failure: { code: string; message: string } | null;
  /** What nobody was told in words. */
  broke: string | null;
}

/** The program that does a job. */
export function programOf({ name }: KillableJob): string[] {
  return [process.execPath, serviceJob(name) ? SERVICE_PROGRAM : builtFaults];
}

/** The command of a job in a process of its own. */
export function jobCommand({ job, path, share }: PreparedJob, trouble: Trouble = {}): string[] {
  return [...programOf(job), path, job.name, JSON.stringify(trouble), String(share)];
}

/** Runs a job by its command, which a tracer may stand before. */
export async function runJob(command: readonly string[], killAfterMs: number | null = null): Promise<JobEnd> {
  return jobEndOf(await runChild(command, killAfterMs));
}

/** Runs a job in a process of its own. */
export function runByItself(prepared: PreparedJob): Promise<JobEnd> {
  return runJob(jobCommand(prepared));
}

/** What a process said of its job. */
export function jobEndOf(end: ChildEnd): JobEnd {
  const told = (word: string) => end.lines.find((line) => line.startsWith(word))?.slice(word.length + 1);
  const [ended, failed, broke] = [told('ended'), told('failed'), told('broke')];
  return {
    ...end,
    moments: ended === undefined ? null : Number(ended),
    acknowledged: end.lines.filter((line) => line === 'acknowledged').length,
    failure: failed === undefined ? null : JSON.parse(failed),
    broke: broke === undefined ? null : JSON.parse(broke),
  };
}

/** What a failure says that came when all was done but for the last step. */
const MADE = ['takes its place the next time the store is opened', 'was imported as import'];

/** How many states the job said it had reached; its end acknowledges the last, and so does saying that all is made and waits. */
export function acknowledgedBy({ moments, acknowledged, failure }: JobEnd, { states }: KillableJob): number {
  const isMade = MADE.some((words) => failure?.message.includes(words));
  return moments === null && !isMade ? acknowledged : states.length - 1;
}

/** What the program does by itself it does again after an end that was none: it comes to its end, once, and leaves nothing half-done. */
export async function checkDoneAgain(
  prepared: PreparedJob,
  how: string,
  tally: Tally,
  run = runByItself,
): Promise<void> {
  const job = serviceJob(prepared.job.name);
  if (!job) return;
  const end = await run(prepared);
  const again = `${how}, and again`;
  if (end.moments === null) {
    const why = end.broke ?? end.failure?.message ?? (end.errors || end.lines.join(', '));
    return tally.fault('crashed', `${job.name}, ${again}: ${why}`);
  }
  await checkAgain(job, prepared.path, { acknowledged: acknowledgedBy(end, job), how: again }, tally);
  for (const fault of job.checkBeside(prepared.path)) tally.fault('wrong', `${job.name}, ${again}: ${fault}`);
}
