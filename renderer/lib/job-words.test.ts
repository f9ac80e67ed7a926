import { describe, expect, it } from 'vitest';
import type { Job } from '../../shared/contract/schemas.ts';
import { createFormat } from './format.ts';
import { followPace } from './job-pace.ts';
import { type JobText, jobText } from './job-text.ts';
import { jobOutcome, jobProgress, jobTitle } from './job-words.ts';

const format = createFormat('en-US');
const outcomeOf = (over: Job, t: JobText) => jobOutcome(over, t, format).words;
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
    expect(outcomeOf(done, jobText.en)).toBe('1,197 new, 0 updated, 3 unchanged, 2 set aside');
    expect(outcomeOf(done, jobText.ko)).toContain('1,197');
  });

  it('is the sentence of the service when it failed, after words for its code where the language has them', () => {
    const message = 'The disk is full; nothing was kept.';
    const failed = job({ state: 'failed', message, result: { code: 'DISK_FULL' } });
    expect(jobOutcome(failed, jobText.en, format)).toEqual({ words: message, detail: null });
    expect(jobOutcome(failed, jobText.ko, format)).toEqual({ words: jobText.ko.failures?.DISK_FULL, detail: message });
    const unknown = job({ state: 'failed', message, result: { code: 'OF_ANOTHER_VERSION' } });
    expect(jobOutcome(unknown, jobText.ko, format)).toEqual({ words: message, detail: null });
  });

  it('tells of all that was done, where there was more than usual', () => {
    const imported = { inserted: 5, updated: 0, unchanged: 0, rejected: 0, rounded: 2 };
    expect(outcomeOf(job({ state: 'done', result: imported }), jobText.en)).toMatch(
      /, 2 values rounded to a millionth$/,
    );
    const undone = job({ kind: 'undo', state: 'done', result: { removed: 5, restored: 2 } });
    expect(outcomeOf(undone, jobText.en)).toBe('5 records removed, 2 put back as before');
    const compacted = job({ kind: 'vacuum', state: 'done', message: 'in English', result: { logInUse: true } });
    expect(outcomeOf(compacted, jobText.ko)).toBe(jobText.ko.outcome.vacuumLogInUse);
  });

  it('of a restore says whether it took place or waits', () => {
    const restore = (result: Job['result']) => outcomeOf(job({ kind: 'restore', state: 'done', result }), jobText.en);
    const result = { records: 1_200, aside: 'before-restore-2026' };
    expect(restore(result)).toBe('1,200 records restored; the files of before are in before-restore-2026');
    expect(restore({ ...result, waits: true })).toMatch(/^1,200 records rebuilt .* when Throughline is started again$/);
  });

  it('of a store that another program wrote to says first what is not to be relied on', () => {
    const reread = (result: Job['result']) => outcomeOf(job({ kind: 'reread', state: 'done', result }), jobText.en);
    const result = { live: true, records: 1_200, months: 3, notAsSealed: '' };
    expect(reread(result)).toMatch(/its 1,200 records in 3 months were added up anew$/);
    expect(reread({ ...result, live: false })).toMatch(/are as they were sealed$/);
    expect(reread({ ...result, notAsSealed: 'archive_2023.db' })).toMatch(/^archive_2023.db changed after sealing/);
  });

  it('is not called sound when something was found, which is told in the words of the service', () => {
    const result = { sound: false, records: 5, partitions: 1, findings: 'live: 3 rows are missing\na\nb\nc' };
    const found = job({ kind: 'integrity', state: 'done', message: 'Damage was found.', result });
    expect(jobOutcome(found, jobText.ko, format)).toEqual({
      words: jobText.ko.outcome.unsound,
      detail: 'live: 3 rows are missing; a; b',
    });
    const drill = { sound: false, madeAt: '2026-01-05T10:42:00Z', records: 5, findings: 'no manifest' };
    const tried = jobOutcome(job({ kind: 'drill', state: 'done', result: drill }), jobText.en, format);
    expect(tried.words).toMatch(/^The backup of Jan 5, 2026.* cannot be restored/);
    expect(tried.detail).toBe('no manifest');
  });

  it('is in Korean for every kind of job, with its title', () => {
    for (const [name, words] of Object.entries(jobText.ko.outcome)) {
      expect(typeof words === 'string' ? words : words({}), name).toMatch(/[가-힣]/);
    }
    for (const [kind, title] of Object.entries(jobText.ko.title)) expect(title('x'), kind).toMatch(/[가-힣]/);
  });
});
