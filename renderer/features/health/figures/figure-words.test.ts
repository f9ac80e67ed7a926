import { expect, it } from 'vitest';
import type { Health } from '../../../../shared/contract/health.ts';
import { defaultSettings } from '../../../../shared/contract/settings.ts';
import { createFormat } from '../../../lib/format.ts';
import { text } from '../text.ts';
import { figureWords } from './figure-words.ts';

const quiet: Health = {
  at: '2026-01-05T10:42:00Z',
  startedAt: null,
  responses: { lastHour: null, byKind: [], overTime: [], byShape: [] },
  slow: [],
  cache: null,
  readers: null,
  store: { bytes: 2e9, logBytes: 0, freeDiskBytes: 41e9, growthBytesADay: null, partitions: [] },
  jobs: { running: 0, queued: 1, failedLastDay: 2 },
  alerts: [],
};
const readers = { size: 2, inUse: 2, queued: 0, longestWaitMs: 12, respawns: 0 };
const words = (changes: Partial<Health>, settings = defaultSettings) =>
  figureWords({ ...quiet, ...changes }, settings, text.en.figures, createFormat('en'));

it('says what is not known rather than a number', () => {
  expect(words({})).toEqual({
    responses: 'No question in the last hour',
    memory: 'known to the running program only',
    readers: 'known to the running program only',
    jobs: '1 waiting, 2 failed in a day',
    store: 'growth: not enough history yet',
    log: 'alert above 512.0 MB',
    disk: 'not enough history yet: that takes a week',
  });
});

it('tells how many questions the times are of, and from where on there is an alert, unless that is off', () => {
  const lastHour = { count: 1_204, p50: 3, p95: 42, p99: 110, worst: 300 };
  const asked = { responses: { ...quiet.responses, lastHour } };
  expect(words(asked).responses).toBe('1,204 questions in the last hour, alert when 5 % take over 200 ms');
  const off = { ...defaultSettings, alertSlowMilliseconds: 0, alertLogMegabytes: 0 };
  expect(words(asked, off)).toMatchObject({ responses: '1,204 questions in the last hour', log: 'beside live.db' });
});

it('tells who waits for a reader now, and else how long the longest wait was', () => {
  expect(words({ readers }).readers).toBe('longest wait 12 ms');
  expect(words({ readers: { ...readers, queued: 3 } }).readers).toBe('3 waiting now');
});

it('tells how the store grows and when that fills the disk', () => {
  const grows = (growthBytesADay: number) => words({ store: { ...quiet.store, growthBytesADay } });
  expect(grows(142e6)).toMatchObject({ store: 'grows 142.0 MB a day', disk: 'full in about 41 weeks' });
  expect(grows(4e9).disk).toBe('full in about 10 days');
  expect(grows(-5e6)).toMatchObject({ store: 'shrinks 5.0 MB a day', disk: 'the store does not fill it' });
});
