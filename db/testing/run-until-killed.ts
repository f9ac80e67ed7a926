import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';

/** How a program ended that is killed at a moment of its own, or from outside. */
export interface Ended {
  /** Moments that it told of at its end, null when it was killed before that. */
  moments: number | null;
  /** From when it had begun. */
  tookMs: number;
}

/** Runs a program that says when it has begun, and kills it so many milliseconds later unless it ends itself before. Fails when it fails. */
export async function runUntilKilled(
  program: string,
  words: readonly string[],
  afterMs: number | null,
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, failure] = ['', ''];
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    failure += text;
  });
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited]);
  const beganAt = performance.now();
  if (afterMs !== null) {
    await Promise.race([setTimeout(afterMs), exited]);
    child.kill('SIGKILL');
  }
  const [code] = await exited;
  expect(failure, 'the process was killed, it did not fail').toBe('');
  return { moments: code === 0 ? Number(said.split('\n')[1]) : null, tookMs: performance.now() - beganAt };
}
