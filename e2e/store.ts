import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { builtCli } from '../scripts/build-target.ts';

/** Folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command line on a store and returns its one JSON document. Throws with its words when it fails. */
export async function cli(store: string, ...args: string[]): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [builtCli, ...args, '--store', store, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}

/** Names the folder in which plants are kept for as long as specs run. */
export const PLANTS = 'THROUGHLINE_PLANTS';

/**
 * Fills a store that is not there yet with the sample plant that the options of `generate` describe. Each plant is made once in a
 * run; who asks for it again gets a copy. Throws where there is a store, to which `cli(store, 'generate', …)` adds.
 */
export async function generate(store: string, ...options: string[]): Promise<void> {
  if (existsSync(store)) throw new Error(`There is a store in ${store} already.`);
  const folder = process.env[PLANTS];
  if (!folder) throw new Error('Plants have no folder: e2e/prepare.ts makes it before specs run.');
  const plant = join(folder, options.join(' '));
  if (existsSync(plant)) return cp(plant, store, { recursive: true, preserveTimestamps: true });
  await cli(store, 'generate', ...options);
  const copy = `${plant} ${process.pid}`;
  await cp(store, copy, { recursive: true, preserveTimestamps: true });
  // Where another worker was quicker, its plant is the same.
  await rename(copy, plant).catch(() => rm(copy, { recursive: true }));
}

export interface ServedStore {
  url: string;
  /** Process that answers. */
  pid: number | undefined;
  /** Asks the host to end, as Ctrl+C does, and waits until it has. Throws when it ends with a failure. */
  stop(): Promise<void>;
}

/** Starts the browser host on a store. */
export async function serveStore(store: string): Promise<ServedStore> {
  const child = spawn(process.execPath, [builtCli, 'serve', '--store', store, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [first] = await Promise.race([
    once(lines, 'line'),
    ended.then(([code]) => Promise.reject(new Error(`The host ended with ${code} before it answered.`))),
  ]);
  const { url, error } = JSON.parse(first);
  if (error) throw new Error(error.message);
  return {
    url: String(url),
    pid: child.pid,
    async stop() {
      child.kill('SIGINT');
      const [code] = await ended;
      if (code !== 0) throw new Error(`The host ended with ${code}.`);
    },
  };
}
