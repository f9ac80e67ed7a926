import { expect, test } from 'vitest';
import { catalogOf } from '../../../db/testing/catalog-of.ts';
import { askedRange, datesOfAskedRange, spanOf } from './asked-range.ts';

const today = { from: '2020-01-15', to: '2025-11-17' };
const tomorrow = { ...today, to: '2025-11-18' };

test.each([
  [{ from: '2025-10-19', to: '2025-11-17' }, 'last30days', { from: '2025-10-20', to: '2025-11-18' }],
  [{ from: '2025-09-19', to: '2025-10-18' }, 'before last30days', { from: '2025-09-20', to: '2025-10-19' }],
  [{ from: '2020-01-15', to: '2025-11-17' }, 'all', { from: '2020-01-15', to: '2025-11-18' }],
])('%j is meant as %s, which moves with the newest record', (dates, meant, moved) => {
  expect(askedRange(dates, today)).toBe(meant);
  expect(datesOfAskedRange(meant, today)).toEqual(dates);
  expect(datesOfAskedRange(meant, tomorrow)).toEqual(moved);
});

test.each([{ from: '2024-02-01', to: '2024-02-29' }, { from: '2024-02-01' }, { to: '2024-02-29' }, {}])(
  '%j has no name and stays as it is',
  (dates) => expect(datesOfAskedRange(askedRange(dates, today), tomorrow)).toEqual(dates),
);

test('the span of a store reaches over all of its files', () => {
  const catalog = catalogOf({ live: [['2025-02-03', '2025-02-20']], archive_2024: [['2024-05-01', '2024-05-02']] });
  expect(spanOf(catalog)).toEqual({ from: '2024-05-01', to: '2025-02-20', recordedBy: 'day' });
  expect(spanOf(catalogOf({ live: [] }))).toBeNull();
});

test('the span of a store with a record a month is of whole months, and so are its named ranges', () => {
  const firsts: [string][] = [['2025-01-01'], ['2025-02-01'], ['2025-03-01']];
  const span = spanOf(catalogOf({ live: firsts.map(([day]): [string, string] => [day, day]) }));
  expect(span).toEqual({ from: '2025-01-01', to: '2025-03-31', recordedBy: 'month' });
  expect(span && askedRange({ from: '2025-03-01', to: '2025-03-31' }, span)).toBe('thisMonth');
});
