import { describe, expect, it } from 'vitest';
import type { Job } from '../../shared/contract/schemas.ts';
import { createFormat } from './format.ts';
import { followPace } from './job-pace.ts';
import { jobText } from './job-text.ts';
import { jobOutcome, jobProgress, jobTitle } from './job-words.ts';

const format = createFormat('en-US');
const job = (change: Partial<Job>): Job => ({
  id: '1',
  kind: 'import',
  subject: 'march.csv',
  state: 'running',
  phase: 'reading',
  done: 0,
  total: null,
  unit: 'rows',
  startedAt: null,
  finishedAt: null,
  cancellable: true,
  message: '',
  result: null,
  ...change,
});

describe('a job in words', () => {
  it('is named by what it works on', () => {
    expect(jobTitle(job({}), jobText.en)).toBe('Import march.csv');
    expect(jobTitle(job({ kind: 'archive', subject: '2024' }), jobText.ko)).toBe('2024년 보관');
  });

  it('says how far it is, how fast, and how long it still takes', () => {
    const pace = followPace(
      followPace(null, { phase: 'reading', done: 0 }, 0),
      { phase: 'reading', done: 2_000 },
      2_000,
    );
    expect(jobProgress(job({ done: 2_000, total: 12_000 }), pace, jobText.en, format)).toEqual([
      'Reading',
      '2,000 of 12,000 rows',
      '1,000 rows/s',
      '10 sec left',
    ]);
  });

  it('says that it waits', () => {
    expect(jobProgress(job({ state: 'queued' }), null, jobText.en, format)).toEqual(['Waits for the job before']);
  });

  it('names the file it is at in the order of the language', () => {
    const checking = job({ kind: 'integrity', phase: 'checking archive_2024' });
    expect(jobProgress(checking, null, jobText.en, format)).toEqual(['Checking archive_2024']);
    expect(jobProgress(checking, null, jobText.ko, format)).toEqual(['archive_2024 검사하는 중']);
  });
});

describe('what came of a job', () => {
  it('is told with its counts in the language of the window', () => {
    const done = job({ state: 'done', result: { inserted: 1_197, updated: 0, unchanged: 3, rejected: 2, rounded: 0 } });
    expect(jobOutcome(done, jobText.en, format)).toBe('1,197 new, 0 updated, 3 unchanged, 2 set aside');
    expect(jobOutcome(done, jobText.ko, format)).toContain('1,197');
  });

  it('is the sentence of the service when it failed', () => {
    const failed = job({ state: 'failed', message: 'The disk is full; nothing was kept.' });
    expect(jobOutcome(failed, jobText.ko, format)).toBe('The disk is full; nothing was kept.');
  });

  it('of a restore says whether it took place or waits', () => {
    const restore = (result: Job['result']) =>
      jobOutcome(job({ kind: 'restore', state: 'done', result }), jobText.en, format);
    const result = { records: 1_200, aside: 'before-restore-2026' };
    expect(restore(result)).toBe('1,200 records restored; the files of before are in before-restore-2026');
    expect(restore({ ...result, waits: true })).toMatch(/^1,200 records rebuilt .* when Throughline is started again$/);
  });

  it('of a store that another program wrote to says first what is not to be relied on', () => {
    const reread = (result: Job['result']) =>
      jobOutcome(job({ kind: 'reread', state: 'done', result }), jobText.en, format);
    const result = { live: true, records: 1_200, months: 3, notAsSealed: '' };
    expect(reread(result)).toMatch(/its 1,200 records in 3 months were added up anew$/);
    expect(reread({ ...result, live: false })).toMatch(/are as they were sealed$/);
    expect(reread({ ...result, notAsSealed: 'archive_2023.db' })).toMatch(/^archive_2023.db changed after sealing/);
  });

  it('is not called sound when the check found something', () => {
    const found = job({
      kind: 'integrity',
      state: 'done',
      message: 'live: 3 rows are missing',
      result: { sound: false },
    });
    expect(jobOutcome(found, jobText.en, format)).toBe('live: 3 rows are missing');
  });
});
