/**
 * Trouble at one system call, by strace where Linux has it: a call that changes a file, chosen among all that a job makes.
 * strace counts the calls of each name and each thread by itself, so that is how a call is named.
 */
import { spawn, spawnSync } from 'node:child_process';
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
  /** Counted from 1 among those to files that its thread fills: others come more and less often, as threads wake each other. */
  nthToFilled: number;
  /** Path of what it is done to. */
  file: string;
}

/** Whether this machine can trace, which takes strace and the permission to use it. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']).status === 0;
}

/** Whether it may also join a program that runs already, which takes more of a permission. */
export function canJoin(): boolean {
  const other = spawn('sleep', ['0.5']);
  return spawnSync('strace', ['-p', String(other.pid), '-o', '/dev/null']).status === 0;
}

/** A command that notes the calls of another in a file. */
export function noting(command: readonly string[], log: string): string[] {
  return ['strace', '-qq', ...notes(log), ...command];
}

/** A tracer that notes the calls of a program that it joins. */
export function joinNoting(log: string): string[] {
  return ['strace', ...notes(log)];
}

function notes(log: string): string[] {
  return ['-f', '-y', '-o', log, '-e', `trace=${CHANGING.join(',')},writev`];
}

/** The calls that were noted of the thread that worked, from the line on that says it began. */
export function notedCalls(folder: string): SystemCall[] {
  const { lines, began, worker } = readNotes(folder);
  return changesBy(worker, lines, began);
}

/** The calls to files in a folder that were noted of the threads that helped it, a list for each. */
export function helpersCalls(folder: string, within: string): SystemCall[][] {
  const { lines, began, worker } = readNotes(folder);
  const helpers = new Set(lines.slice(began).map(({ thread }) => thread));
  helpers.delete(worker);
  return [...helpers]
    .map((helper) =>
      changesBy(
        helper,
        lines.filter(({ file }) => file.startsWith(within)),
        0,
      ),
    )
    .filter((calls) => calls.length > 0);
}

interface NotedLine {
  thread: string;
  name: string;
  rest: string;
  file: string;
}

function readNotes(folder: string): { lines: NotedLine[]; began: number; worker: string } {
  const lines = readFileSync(join(folder, LOG), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, thread = '', name = '', rest = ''] = /^(\d+) +(\w+)\((.*)/.exec(line) ?? [];
      return name === '' ? [] : [{ thread, name, rest, file: fileOf(rest) }];
    });
  const began = lines.findIndex(({ rest }) => rest.includes('"began\\n"'));
  return { lines, began, worker: lines[began]?.thread ?? '' };
}

function changesBy(thread: string, noted: readonly NotedLine[], began: number): SystemCall[] {
  const own = noted.map((line, at) => ({ ...line, at })).filter((line) => line.thread === thread);
  const isChange = ({ name, rest, at }: NotedLine & { at: number }) => at >= began && changesFile(name, rest);
  const filled = new Set(own.filter((line) => isChange(line) && takesRoom(line)).map(({ file }) => file));
  const [counts, countsToFilled] = [new Map<string, number>(), new Map<string, number>()];
  return own.flatMap((line) => {
    const { name, file } = line;
    const nth = countOne(counts, name);
    const nthToFilled = filled.has(file) ? countOne(countsToFilled, name) : 0;
    return isChange(line) ? [{ name, nth, nthToFilled, file }] : [];
  });
}

function countOne(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
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
export const takesRoom = ({ name }: { name: string }) => GROWING.has(name) || MAKING.has(name);
/** These write files alone, so that they can fail ever after. */
const GROWING = new Set(['pwrite64', 'ftruncate', 'mkdir']);
/** By these a job also says how it goes, and opens what it reads. */
const MAKING = new Set(['write', 'openat']);

/** The first and the last of each run of calls to one file, which is where a job goes on to something else. */
export function edgesOfRuns(calls: readonly SystemCall[]): SystemCall[] {
  const begins = (at: number) => calls[at]?.file !== calls[at - 1]?.file || calls[at]?.name !== calls[at - 1]?.name;
  return calls.filter((_, at) => begins(at) || begins(at + 1));
}

/** How the calls of a job are found again that were noted. */
export interface Counting {
  /** Among all calls of a name; else among those to files that are filled, which fails where these have other names each time. */
  among: 'all' | 'filled';
  /** By how many the count of those that do not only write files is taken to differ from what was noted. */
  off: number;
}

/** A tracer for which the disk is full from one of the noted calls of a program on that it joins; `log` is told of those that failed. */
export function fullFrom(
  calls: readonly SystemCall[],
  at: number,
  { among, off }: Counting,
  log = '/dev/null',
): string[] {
  const count = (call?: SystemCall) => (among === 'all' ? call?.nth : call?.nthToFilled) ?? 0;
  const failing = [...GROWING].map((name) => {
    const next = calls.slice(at).find((call) => call.name === name);
    return { name, when: `${next ? count(next) : count(calls.findLast((call) => call.name === name)) + 1}+` };
  });
  const first = calls[at];
  if (first && MAKING.has(first.name))
    failing.push({ name: first.name, when: String(Math.max(1, count(first) + off)) });
  const injected = failing.flatMap(({ name, when }) => ['-e', `inject=${name}:error=ENOSPC:when=${when}`]);
  const files =
    among === 'all'
      ? []
      : [...new Set(calls.filter(takesRoom).map(({ file }) => file))].flatMap((file) => ['-P', file]);
  const traced = failing.map(({ name }) => name).join(',');
  return ['strace', '-f', '-y', '-o', log, '-e', `trace=${traced}`, ...files, ...injected];
}

/** One attempt after the other to find a call again. */
export const countings: readonly Counting[] = [
  { among: 'filled', off: 0 },
  { among: 'filled', off: 0 },
  ...[0, 0, 1, -1, 2, -2, 3, -3].map((off): Counting => ({ among: 'all', off })),
];

/**
 * Whether the disk was not full from this call on: how often threads wake each other is not the same in every run, so that the nth
 * write may be the one by which the job says how it went.
 */
export function missed(call: SystemCall, log: string): boolean {
  const failed = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('(INJECTED)'))
    .map((line) => /^\d+ +(\w+)\((.*)/.exec(line) ?? [])
    .map(([, name = '', rest = '']) => ({ name, rest }));
  if (failed.some(({ name, rest }) => !changesFile(name, rest))) return true;
  return (
    MAKING.has(call.name) &&
    !failed.some(({ name, rest }) => name === call.name && unnumbered(fileOf(rest)) === unnumbered(call.file))
  );
}

/** The name of a file without what it has of the time and the process that it was made in. */
const unnumbered = (file: string) => file.replaceAll(/\d+/g, '');

/** A call of the job at random, each name as likely as the others, so that the few renames are not lost among writes. */
export function anyCall(calls: readonly SystemCall[], random: Random): SystemCall {
  const name = random.pick([...new Set(calls.map((call) => call.name))]);
  return random.pick(calls.filter((call) => call.name === name));
}
