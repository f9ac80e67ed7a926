import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Lets every process and thread that is started from here keep what was stripped of its types and compiled once, as scripts do. */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'throughline');
}

export interface ProcessOptions {
  env?: Record<string, string | undefined>;
  /** Ends it after this time; the code is then null. */
  timeLimitMs?: number;
  /** 'show' passes its output through; 'keep' returns it. */
  output?: 'show' | 'keep';
}

export interface ProcessResult {
  /** Exit code; null when it could not be started or was ended. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program in the project's folder without a shell and waits for it; never throws. */
export function runProcess(
  command: string,
  args: readonly string[],
  { env = {}, timeLimitMs, output = 'show' }: ProcessOptions = {},
): Promise<ProcessResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs a program of node_modules, by its JavaScript file, under the Node that runs this. */
export function runTool(script: string, args: readonly string[], options?: ProcessOptions): Promise<ProcessResult> {
  return runProcess(
    process.execPath,
    [fileURLToPath(new URL(`../node_modules/${script}`, import.meta.url)), ...args],
    options,
  );
}
