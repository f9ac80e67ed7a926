/** A program that stays and does one job after another, as a person's does: what a trouble leaves behind in it, the next job meets. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { type JobEnd, jobEndOf, type PreparedJob, programOf } from './job-run.ts';
import { HUNG_AFTER_MS } from './run-child.ts';

/** What the last line of a job begins with. */
const LAST_LINE = /^(ended|failed|broke) .*\n/m;

/** What a tracer says once it stands beside all threads of a program. */
const JOINED = /attached/;

export class StayingProgram implements AsyncDisposable {
  #running: Running | null = null;

  /**
   * Does a job, with a tracer beside it from before it begins until it has ended. Where the program dies or hangs, the end says so,
   * and the next job begins another.
   */
  async run({ job, path, share }: PreparedJob, tracer: readonly string[] | null = null): Promise<JobEnd> {
    this.#running ??= new Running(programOf(job));
    const leave = tracer ? await joinBy(tracer, this.#running.process.pid) : null;
    const end = await this.#running.told(JSON.stringify({ path, name: job.name, share }));
    await leave?.();
    if (end.killed) this.#running = null;
    return end;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running?.end();
  }
}

class Running {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #closed: Promise<unknown>;
  #said = '';
  #errors = '';
  #jobEnded = () => {};

  constructor([command = '', ...words]: readonly string[]) {
    this.process = spawn(command, words, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#closed = once(this.process, 'close');
    this.process.stdout.on('data', (text) => {
      this.#said += text;
      if (LAST_LINE.test(this.#said)) this.#jobEnded();
    });
    this.process.stderr.on('data', (text) => {
      this.#errors += text;
    });
  }

  async told(order: string): Promise<JobEnd> {
    const beganAt = performance.now();
    [this.#said, this.#errors] = ['', ''];
    let hung = false;
    const limit = setTimeout(() => {
      hung = true;
      this.process.kill('SIGKILL');
    }, HUNG_AFTER_MS);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    this.#jobEnded = resolve;
    this.process.stdin.write(`${order}\n`);
    const killed = await Promise.race([ended.then(() => false), this.#closed.then(() => true)]);
    clearTimeout(limit);
    const lines = this.#said.split('\n').filter((line) => line !== '');
    return jobEndOf({ lines, errors: this.#errors, killed, hung, tookMs: performance.now() - beganAt });
  }

  async end(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.#closed;
  }
}

/** Has a tracer join a program by its number; says how it leaves again. */
async function joinBy([command = '', ...words]: readonly string[], pid?: number): Promise<() => Promise<void>> {
  const tracer = spawn(command, ['-p', String(pid), ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  const left = once(tracer, 'close');
  const joined = new Promise<void>((resolve) => {
    tracer.stderr.on('data', (text) => JOINED.test(String(text)) && resolve());
  });
  await Promise.race([joined, left]);
  return async () => {
    tracer.kill('SIGINT');
    await left;
  };
}
