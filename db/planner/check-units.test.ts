import { expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { checkUnits } from './check-units.ts';
import { unplanned } from './plan.ts';

function readsUnits(measures: ReportQueryInput['measures'], units: string[]): boolean {
  const catalog = catalogOf({ live: [] }, units);
  return checkUnits(unplanned(parseReportQuery({ measures }), catalog), catalog).readUnits;
}

test('units are read for quantities and rates: a record without one counts as another unit', () => {
  expect(readsUnits(['good'], ['pieces', 'kg'])).toBe(true);
  expect(readsUnits(['throughput'], ['pieces'])).toBe(true);
});

test('units are not read where the store knows none, or the answer shows none', () => {
  expect(readsUnits(['good'], [])).toBe(false);
  expect(readsUnits(['yield', 'records', 'runMinutes', 'lots'], ['pieces', 'kg'])).toBe(false);
});
