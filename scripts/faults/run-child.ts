import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** How a process ended that may have been killed. */
export interface ChildEnd {
  /** What it said, line by line. */
  lines: string[];
  errors: string;
  killed: boolean;
  /** It did not end by itself for so long that it was killed. */
  hung: boolean;
  /** From its first line on. */
  tookMs: number;
}

/** Far more than any job of a small store takes on a machine that is busy. */
export const HUNG_AFTER_MS = 120_000;

/** Runs a command, killed so many milliseconds after its first line unless it ends before. */
export async function runChild(command: readonly string[], killAfterMs: number | null = null): Promise<ChildEnd> {
  const [program = '', ...words] = command;
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, errors] = ['', ''];
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    errors += text;
  });
  let hung = false;
  const limit = setTimeout(() => {
    hung = true;
    child.kill('SIGKILL');
  }, HUNG_AFTER_MS);
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  const beganAt = performance.now();
  if (killAfterMs !== null) {
    await Promise.race([pause(killAfterMs), closed]);
    child.kill('SIGKILL');
  }
  const [code, signal] = await closed;
  clearTimeout(limit);
  const lines = said.split('\n').filter((line) => line !== '');
  // A tracer whose program was killed says so with this code.
  const killed = signal === 'SIGKILL' || code === KILLED_BENEATH;
  return { lines, errors, killed, hung, tookMs: performance.now() - beganAt };
}

const KILLED_BENEATH = 137;

/** The command that runs one of the programs of db/testing. */
export function testingProgram(name: string, words: readonly string[]): string[] {
  return [process.execPath, fileURLToPath(new URL(`../../db/testing/${name}.ts`, import.meta.url)), ...words];
}
