import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { KillableJob } from '../../db/testing/killable-jobs.ts';
import type { Trouble } from '../../db/testing/run-killable.ts';
import { answersOfColumns } from './expected.ts';
import { type ChildEnd, runChild, testingProgram } from './run-child.ts';

/** A job with the store that it begins with, made once and copied for every try. */
export interface PreparedJob {
  job: KillableJob;
  /** The store of the next try. */
  path: string;
  startAgain(): void;
}

/** Makes the store of a job; `room` is the folder in which tries run, within `scratch` unless given. */
export async function prepareJob(job: KillableJob, scratch: string, room = join(scratch, 'try')): Promise<PreparedJob> {
  const template = join(scratch, 'template');
  rmSync(template, { recursive: true, force: true });
  mkdirSync(template, { recursive: true });
  await job.prepare(join(template, STORE));
  if (job.withColumns) await answersOfColumns(join(template, STORE));
  return {
    job,
    path: join(room, STORE),
    startAgain() {
      for (const name of ['', '-backups']) {
        rmSync(join(room, STORE + name), { recursive: true, force: true });
      }
      cpSync(template, room, { recursive: true });
    },
  };
}

const STORE = 'store';

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

/** The command of a job in a process of its own. */
export function jobCommand({ job, path }: PreparedJob, trouble: Trouble = {}): string[] {
  return testingProgram('run-killable', [path, job.name, JSON.stringify(trouble)]);
}

/** Runs a job by its command, which a tracer may stand before. */
export async function runJob(command: readonly string[], killAfterMs: number | null = null): Promise<JobEnd> {
  const end = await runChild(command, killAfterMs);
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

/** How many states the job said it had reached; its end acknowledges the last. */
export function acknowledgedBy({ moments, acknowledged }: JobEnd, { states }: KillableJob): number {
  return moments === null ? acknowledged : states.length - 1;
}
