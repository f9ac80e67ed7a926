import { expect, test } from 'vitest';
import { storeFolder } from '../../../db/store/folder.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import { lastJobsOver } from './last-jobs.ts';

const job = (changes: Partial<Job>): Job => ({
  id: 'a',
  kind: 'backup',
  subject: '',
  state: 'done',
  phase: '',
  done: 0,
  total: null,
  unit: 'rows',
  cancellable: false,
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:01.000Z',
  message: '',
  result: null,
  ...changes,
});

test('a job that is over counts before the history has it; one that still runs does not', async () => {
  const earlier = job({ id: 'earlier' });
  const over = job({ id: 'over', finishedAt: '2026-01-02T00:00:00.000Z' });
  const running = job({ id: 'running', state: 'running', finishedAt: null });
  const engine = { folder: storeFolder('/nowhere'), ask: async () => ({ backup: earlier }) } as never;
  expect(await lastJobsOver(engine, { active: () => [running] })).toEqual({ backup: earlier });
  expect(await lastJobsOver(engine, { active: () => [over, running] })).toEqual({ backup: over });
});
