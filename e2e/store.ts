import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));
const cliMain = fileURLToPath(new URL('../electron/cli/main.ts', import.meta.url));

/** Runs a command line on a store and returns its one JSON document. Throws with its words when it fails. */
export async function cli(store: string, ...args: string[]): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [cliMain, ...args, '--store', store, '--json'], {
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

export interface ServedStore {
  url: string;
  /** Asks the host to end, as Ctrl+C does, and waits until it has. Throws when it ends with a failure. */
  stop(): Promise<void>;
}

/** Starts the browser host on a store. */
export async function serveStore(store: string): Promise<ServedStore> {
  const child = spawn(process.execPath, [cliMain, 'serve', '--store', store, '--json'], {
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
    async stop() {
      child.kill('SIGINT');
      const [code] = await ended;
      if (code !== 0) throw new Error(`The host ended with ${code}.`);
    },
  };
}
