import { expect, test } from 'vitest';
import type { Job } from '../../shared/contract/schemas.ts';
import { isOver, withJob } from './jobs.ts';

const job = (id: string, state: Job['state']): Job => ({
  id,
  kind: 'vacuum',
  subject: '',
  state,
  phase: '',
  done: 0,
  total: null,
  unit: 'pages',
  startedAt: null,
  finishedAt: null,
  cancellable: false,
  message: '',
  result: null,
});

test('a job that is new comes first', () => {
  expect(withJob([job('a', 'done')], job('b', 'running')).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a job that is known is replaced where it stands', () => {
  const jobs = withJob([job('b', 'running'), job('a', 'running')], job('a', 'done'));
  expect(jobs.map(({ id, state }) => [id, state])).toEqual([
    ['b', 'running'],
    ['a', 'done'],
  ]);
});

test('a job is over however it ended', () => {
  expect(
    (['queued', 'running', 'done', 'failed', 'cancelled'] as const).map((state) => isOver(job('a', state))),
  ).toEqual([false, false, true, true, true]);
});
