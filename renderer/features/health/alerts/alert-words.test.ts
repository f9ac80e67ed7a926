import { expect, it } from 'vitest';
import { createFormat } from '../../../lib/format.ts';
import { alertWords } from './alert-words.ts';
import { text } from './text.ts';

const en = createFormat('en');
const since = '2026-01-05T10:42:00Z';

it('says what was measured and the threshold, each in its unit', () => {
  const words = (kind: 'slow' | 'hitRatio' | 'log' | 'disk' | 'backup', value: number, threshold: number) =>
    alertWords({ kind, since, value, threshold }, text.en, en).words;
  expect(words('slow', 312.4, 200)).toContain('over 312 ms; 200 ms is the limit');
  expect(words('hitRatio', 34, 50)).toContain('34\u202f% in the last hour; at least 50\u202f% are expected');
  expect(words('log', 612, 512)).toContain('612.0 MB, over 512.0 MB');
  expect(words('disk', 3.1, 5)).toContain('3.10 GB are free, less than 5.00 GB');
  expect(words('backup', 9.7, 7)).toContain('9 days ago; 7 days is the limit');
});

it('names what failed', () => {
  const failed = { kind: 'reports', since, value: 2, threshold: 0, names: ['Scrap', 'Yield'] } as const;
  expect(alertWords({ ...failed, names: [...failed.names] }, text.en, en).words).toMatch(/^Scrap and Yield\. /);
});

it('says of what was never done that it was not, in either language', () => {
  const never = { kind: 'integrity', since, value: null, threshold: 35 } as const;
  expect(alertWords(never, text.en, en).words).toBe('No check has run yet; one every 35 days is expected.');
  expect(alertWords(never, text.ko, createFormat('ko')).words).toContain('아직 한 번도');
});
