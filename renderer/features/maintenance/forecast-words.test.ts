import { expect, it } from 'vitest';
import type { VacuumForecast } from '../../../shared/contract/vacuum.ts';
import { createFormat } from '../../lib/format.ts';
import { forecastWords } from './forecast-words.tsx';
import { text } from './text.ts';

const forecast: VacuumForecast = {
  bytes: 80_000_000,
  freeBytes: 8_000_000,
  reclaimableBytes: 20_000_000,
  isWhole: true,
  neededBytes: 160_000_000,
  freeDiskBytes: 9_000_000_000,
  last: null,
  expectedMs: null,
};
const words = (changes: Partial<VacuumForecast>, language: 'en' | 'ko' = 'en') =>
  forecastWords({ ...forecast, ...changes }, text[language], createFormat(language)).join(' ');

it('says what it gives back, what it needs, and that the time is not known before the first', () => {
  expect(words({})).toBe(
    'Gives about 20.0 MB of 80.0 MB back to the disk, half-empty pages included. ' +
      'Needs 160.0 MB of free disk space while it runs; there are 9.00 GB. How long it takes is known after the first time.',
  );
});

it('says how long the last one took and this one will, and where it is reckoned, in either language', () => {
  const last = { at: '2026-01-05T10:42:00Z', tookMs: 4_000, bytesFreed: 5_000_000 };
  expect(words({ last, expectedMs: 6_000, isWhole: false })).toContain('Reckoned from a part of the pages.');
  expect(words({ last, expectedMs: 6_000 })).toMatch(/it took 4\Wsec and gave 5.0 MB back; now it takes about 6\Wsec/);
  expect(words({ last, expectedMs: 6_000 }, 'ko')).toContain('이번에는 약');
});

it('does not promise what is not there', () => {
  expect(words({ reclaimableBytes: 8_192 })).toContain('There is next to nothing to give back');
});
