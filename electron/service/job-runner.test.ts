import { beforeEach, expect, test } from 'vitest';
import type { Job } from '../../shared/contract/schemas.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { type JobControl, JobRunner, type JobWork } from './job-runner.ts';

let published: Job[];
let saved: Job[];
let runner: JobRunner;
beforeEach(() => {
  published = [];
  saved = [];
  runner = new JobRunner(
    (job) => published.push(job),
    async (job) => {
      saved.push(job);
    },
  );
});

type Run = (control: JobControl) => Promise<{ message: string; result: Record<string, number> }>;
function work(subject: string, run: Run, rest: Partial<JobWork> = {}): JobWork {
  return { kind: 'import', subject, lane: 'write', cancellable: true, run, ...rest };
}
const done = { message: 'Done.', result: { rows: 1 } };
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** A job that runs until it is let go. */
function held(subject: string, rest: Partial<JobWork> = {}) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { release: resolve, id: runner.start(work(subject, async () => promise.then(() => done), rest)) };
}

test('a job is queued, runs, tells how far it is, ends with its outcome, and is kept in the history', async () => {
  const id = runner.start(
    work('august.csv', async ({ report }) => {
      report({ phase: 'reading', done: 5, total: 10, unit: 'rows' });
      return done;
    }),
  );
  const finished = await runner.finished(id);
  expect(published.map(({ state, phase, done: n }) => [state, phase, n])).toEqual([
    ['queued', '', 0],
    ['running', '', 0],
    ['running', 'reading', 5],
    ['done', '', 5],
  ]);
  expect(finished).toMatchObject({ id, subject: 'august.csv', message: 'Done.', result: { rows: 1 } });
  expect(finished.startedAt && finished.finishedAt && finished.startedAt <= finished.finishedAt).toBe(true);
  expect(saved).toEqual([finished]);
  expect(runner.active()).toEqual([]);
});

test('jobs that write run one after another, in order; jobs that read run at once', async () => {
  const first = held('first');
  const second = held('second');
  const reading = held('reading', { lane: 'read' });
  await nextTurn();
  expect(runner.active().map(({ subject, state }) => `${subject} ${state}`)).toEqual([
    'first running',
    'second queued',
    'reading running',
  ]);
  first.release();
  await runner.finished(first.id);
  await nextTurn();
  expect(runner.active().map(({ subject, state }) => `${subject} ${state}`)).toEqual([
    'second running',
    'reading running',
  ]);
  second.release();
  reading.release();
  await runner.drain();
});

test('a queued job that is cancelled never runs, and the one after it does', async () => {
  const first = held('first');
  let ran = false;
  const second = runner.start(
    work('second', async () => {
      ran = true;
      return done;
    }),
  );
  const third = runner.start(work('third', async () => done));
  expect(runner.cancel(second)).toBe(true);
  first.release();
  expect(await runner.finished(second)).toMatchObject({ state: 'cancelled', startedAt: null });
  expect((await runner.finished(third)).state).toBe('done');
  expect(ran).toBe(false);
});

test('a running job is asked to stop, both by a call and when it asks', async () => {
  const byCall = runner.start(
    work('by call', ({ onCancel }) => {
      const { promise, reject } = Promise.withResolvers<typeof done>();
      onCancel(() => reject(new AppError('CANCELLED', 'Cancelled. Nothing was kept.')));
      return promise;
    }),
  );
  const byAsking = runner.start(
    work(
      'by asking',
      async ({ checkCancelled }) => {
        for (;;) {
          await nextTurn();
          checkCancelled();
        }
      },
      { lane: 'read' },
    ),
  );
  await nextTurn();
  expect([runner.cancel(byCall), runner.cancel(byAsking)]).toEqual([true, true]);
  expect(await runner.finished(byCall)).toMatchObject({ state: 'cancelled', message: 'Cancelled. Nothing was kept.' });
  expect(await runner.finished(byAsking)).toMatchObject({ state: 'cancelled', result: { code: 'CANCELLED' } });
});

test('a job that is over, unknown, or not to be stopped cannot be cancelled', async () => {
  const id = runner.start(work('quick', async () => done));
  await runner.finished(id);
  const vacuum = held('vacuum', { cancellable: false });
  expect([runner.cancel(id), runner.cancel('none'), runner.cancel(vacuum.id)]).toEqual([false, false, false]);
  vacuum.release();
  expect((await runner.finished(vacuum.id)).state).toBe('done');
  expect(() => runner.finished('none')).toThrow('There is no job none');
});

test('a failure is told in its own words and stops nothing after it', async () => {
  const failed = runner.start(
    work('failing', async () => {
      throw new AppError('DISK_FULL', 'The disk is full.');
    }),
  );
  const broken = runner.start(work('broken', () => Promise.reject(new TypeError('x is not a function'))));
  const after = runner.start(work('after', async () => done));
  expect(await runner.finished(failed)).toMatchObject({
    state: 'failed',
    message: 'The disk is full.',
    result: { code: 'DISK_FULL' },
  });
  expect(await runner.finished(broken)).toMatchObject({ state: 'failed', result: { code: 'UNEXPECTED' } });
  expect((await runner.finished(after)).state).toBe('done');
});

test('a history that cannot be written does not undo what was done', async () => {
  runner = new JobRunner(
    () => {},
    () => Promise.reject(new Error('The disk is full.')),
  );
  expect((await runner.finished(runner.start(work('import', async () => done)))).state).toBe('done');
});

test('what a job reports after its end is not heard', async () => {
  let late: JobControl | undefined;
  const id = runner.start(
    work('chatty', async (control) => {
      late = control;
      return done;
    }),
  );
  const finished = await runner.finished(id);
  late?.report({ phase: 'reading', done: 99, total: null, unit: 'rows' });
  expect(published.at(-1)).toEqual(finished);
});

test('a job that is over stays in the list until the history holds it', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  runner = new JobRunner(
    () => {},
    () => promise,
  );
  const id = runner.start(work('export', async () => done, { lane: 'read' }));
  await nextTurn();
  expect(runner.active().map(({ state }) => state)).toEqual(['done']);
  resolve();
  await runner.finished(id);
  expect(runner.active()).toEqual([]);
});

test('of jobs that are over only the newest are remembered, and those that are not over all', async () => {
  const waiting = held('waiting', { lane: 'read' });
  const ids: string[] = [];
  for (let nth = 0; nth < 101; nth++) {
    const id = runner.start(work(String(nth), async () => done));
    await runner.finished(id);
    ids.push(id);
  }
  const [first = '', second = ''] = ids;
  expect(() => runner.finished(first)).toThrow(`There is no job ${first} in this run of the program.`);
  expect(await runner.finished(second)).toMatchObject({ subject: '1', state: 'done' });
  expect(runner.active().map(({ subject }) => subject)).toEqual(['waiting']);
  waiting.release();
  await runner.finished(waiting.id);
});
