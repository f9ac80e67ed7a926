import { expect, test } from 'vitest';
import { momentOption } from './moment-option.ts';

const momentOf = (at: string) => momentOption({ at }, 'at');

test('a date is the end of that day, a time is one of this machine unless it names its zone', () => {
  expect(momentOf('2026-03-31')).toBe(new Date(2026, 2, 31, 23, 59, 59, 999).toISOString());
  expect(momentOf('2026-03-31T14:00')).toBe(new Date(2026, 2, 31, 14).toISOString());
  expect(momentOf('2026-03-31T14:00:00.000Z')).toBe('2026-03-31T14:00:00.000Z');
  expect(momentOption({}, 'at')).toBeUndefined();
});

test.each(['yesterday', '31.3.2026', '2026-13-01', '2026', '12'])("'%s' is no time", (text) => {
  expect(() => momentOf(text)).toThrow(`--at takes a time such as 2026-03-31 or 2026-03-31T14:00, not '${text}'`);
});
