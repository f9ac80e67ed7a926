import { expect, test } from 'vitest';
import { dayFromIso } from '../../shared/domain/day.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { unplanned } from './plan.ts';
import { resolve } from './resolve.ts';

const catalog = catalogOf({ live: [] });

test('names become keys, periods first, and the sums that the measures are made of, each once', () => {
  const query = parseReportQuery({
    measures: ['good', 'yield', 'scrapRate', 'records'],
    dimensions: ['line', 'month', 'item', 'year'],
    from: '2024-01-01',
    to: '2024-12-31',
  });
  const before = unplanned(query, catalog);
  expect(resolve(before)).toEqual({
    ...before,
    range: { from: dayFromIso('2024-01-01'), to: dayFromIso('2024-12-31') },
    periods: ['month', 'year'],
    attributes: ['line', 'item'],
    sums: ['good', 'goodOfTotal', 'total', 'defectsOfTotal'],
  });
});

test('an open range stays open, and lots are counted rather than summed', () => {
  const before = unplanned(parseReportQuery({ measures: ['lots'] }), catalog);
  expect(resolve(before)).toEqual({ ...before, countLots: true });
});

test('a reason splits the records', () => {
  const query = parseReportQuery({ measures: ['downMinutes'], dimensions: ['downtimeReason', 'line'] });
  expect(resolve(unplanned(query, catalog))).toMatchObject({
    reason: 'downtimeReason',
    attributes: ['line'],
    sums: ['downMinutes'],
  });
});
