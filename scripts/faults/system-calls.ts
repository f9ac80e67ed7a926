/**
 * Trouble at one system call, by strace where Linux has it: a call that changes a file, chosen among all that a job makes.
 * strace counts the calls of each name and each thread by itself, so that is how a call is named.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../db/sample/random.ts';

/** What changes a file, or makes sure that a change is on the disk. */
const CHANGING = ['pwrite64', 'write', 'ftruncate', 'fsync', 'fdatasync', 'rename', 'unlink', 'mkdir', 'openat'];

/** One call of a job. */
export interface SystemCall {
  name: string;
  /** Counted from 1. */
  nth: number;
  /** Path of what it is done to. */
  file: string;
}

/** Whether this machine can trace, which takes strace and the permission to use it. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']).status === 0;
}

/** A command that notes the calls of another in a file. */
export function noting(command: readonly string[], log: string): string[] {
  return ['strace', '-f', '-y', '-qq', '-o', log, '-e', `trace=${CHANGING.join(',')},writev`, ...command];
}

/** The calls that were noted of the thread that worked, from the line on that says it began. */
export function notedCalls(folder: string): SystemCall[] {
  const lines = readFileSync(join(folder, LOG), 'utf8').split('\n');
  const began = lines.findIndex((line) => line.includes('"began\\n"'));
  const thread = lines[began]?.split(' ')[0];
  const counts = new Map<string, number>();
  return lines.flatMap((line, at) => {
    const [, by, name = '', rest = ''] = /^(\d+) +(\w+)\((.*)/.exec(line) ?? [];
    if (by !== thread || name === '') return [];
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return at > began && changesFile(name, rest) ? [{ name, nth, file: fileOf(rest) }] : [];
  });
}

/** File of the notes. */
export const LOG = 'system-calls.log';

/** Pipes, screens and what threads wake each other by are no files, and what is opened for reading changes none. */
function changesFile(name: string, rest: string): boolean {
  if (name === 'openat') return rest.includes('O_CREAT');
  return !name.startsWith('write') || /^\d+<\//.test(rest);
}

/** The file that a number stands for, or that is named. */
function fileOf(rest: string): string {
  const [, open, named] = /^\d+<([^>]*)>|"([^"]*)"/.exec(rest) ?? [];
  return open ?? named ?? '';
}

/** A command whose nth call of a name is never made: the process is killed as it enters it. */
export function killedAt({ name, nth }: SystemCall, command: readonly string[]): string[] {
  return [
    'strace',
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    `trace=${name}`,
    '-e',
    `inject=${name}:signal=SIGKILL:when=${nth}`,
    ...command,
  ];
}

/** A command whose nth call of a name fails in this way; `onwards` also all that come after it. */
export function failingAt(
  { name, nth }: SystemCall,
  { error, onwards }: { error: string; onwards: boolean },
  command: readonly string[],
): string[] {
  const when = onwards ? `${nth}+` : String(nth);
  return [
    'strace',
    '--seccomp-bpf',
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    `trace=${name}`,
    '-e',
    `inject=${name}:error=${error}:when=${when}`,
    ...command,
  ];
}

/** What takes room: the rest of the calls only say that it is to be kept. */
export const takesRoom = ({ name }: SystemCall) => GROWING.has(name) || MAKING.has(name);
/** These write files alone, so that they can fail ever after. */
const GROWING = new Set(['pwrite64', 'ftruncate', 'mkdir']);
/** By these a job also says how it goes, and opens what it reads. */
const MAKING = new Set(['write', 'openat']);

/** The first and the last of each run of calls to one file, which is where a job goes on to something else. */
export function edgesOfRuns(calls: readonly SystemCall[]): SystemCall[] {
  const begins = (at: number) => calls[at]?.file !== calls[at - 1]?.file || calls[at]?.name !== calls[at - 1]?.name;
  return calls.filter((_, at) => begins(at) || begins(at + 1));
}

/** A command for which the disk is full from one of its noted calls on; `log` is told of those that failed. */
export function fullFrom(
  calls: readonly SystemCall[],
  at: number,
  command: readonly string[],
  log = '/dev/null',
): string[] {
  const failing = [...GROWING].map((name) => {
    const next = calls.slice(at).find((call) => call.name === name)?.nth;
    return { name, when: `${next ?? (calls.findLast((call) => call.name === name)?.nth ?? 0) + 1}+` };
  });
  const first = calls[at];
  if (first && MAKING.has(first.name)) failing.push({ name: first.name, when: String(first.nth) });
  const injected = failing.flatMap(({ name, when }) => ['-e', `inject=${name}:error=ENOSPC:when=${when}`]);
  const traced = failing.map(({ name }) => name).join(',');
  return ['strace', '--seccomp-bpf', '-f', '-y', '-qq', '-o', log, '-e', `trace=${traced}`, ...injected, ...command];
}

/**
 * Whether a call failed that was to no file: how often threads wake each other is not the same in every run, so that the nth write
 * may be the one by which the job says how it went.
 */
export function failedElsewhere(log: string): boolean {
  const failed = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('(INJECTED)'));
  return failed.some((line) => {
    const [, name = '', rest = ''] = /^\d+ +(\w+)\((.*)/.exec(line) ?? [];
    return !changesFile(name, rest);
  });
}

/** A call of the job at random, each name as likely as the others, so that the few renames are not lost among writes. */
export function anyCall(calls: readonly SystemCall[], random: Random): SystemCall {
  const name = random.pick([...new Set(calls.map((call) => call.name))]);
  return random.pick(calls.filter((call) => call.name === name));
}
