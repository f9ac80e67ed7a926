import { expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { chooseRollup } from './choose-rollup.ts';
import { unplanned } from './plan.ts';
import { resolve } from './resolve.ts';

function choose(query: ReportQueryInput) {
  const { rollup, reasons } = chooseRollup(resolve(unplanned(parseReportQuery(query), catalogOf({ live: [] }))));
  return { rollup, reasons: reasons.map(explainWords.en.reason) };
}

test('the first rollup that keeps every key answers, and those before it say why not', () => {
  expect(choose({ measures: ['yield'], dimensions: ['month'] })).toEqual({
    rollup: 'lines',
    reasons: ["answered by the rollup 'lines', the smallest that keeps all that is asked"],
  });
  expect(choose({ measures: ['yield'], filters: [{ field: 'item', in: ['A-100'] }] })).toEqual({
    rollup: 'items',
    reasons: ['lines: does not keep item', "answered by the rollup 'items', the smallest that keeps all that is asked"],
  });
  expect(choose({ measures: ['good'], dimensions: ['shift'], filters: [{ field: 'line', in: ['A'] }] }).rollup).toBe(
    'lines',
  );
  expect(choose({ measures: ['good'], dimensions: ['item', 'week'] }).rollup).toBe('items');
});

test('a query by reason is answered by the rollup of that reason, a plain one by none of them', () => {
  expect(choose({ measures: ['defects'], dimensions: ['defectReason', 'line'] }).rollup).toBe('defects');
  expect(choose({ measures: ['downMinutes'], dimensions: ['downtimeReason'] }).rollup).toBe('downtimes');
  const filters: ReportQueryInput['filters'] = [{ field: 'defectReason', in: ['Scratch'] }];
  expect(choose({ measures: ['defects'], dimensions: ['defectReason'], filters }).rollup).toBe('defects');
  expect(choose({ measures: ['good'], filters }).rollup).toBeNull();
});

test('how many records have something recorded is answered by a rollup like any sum', () => {
  expect(choose({ measures: ['availability', 'availabilityRecords'], dimensions: ['line'] }).rollup).toBe('lines');
  expect(choose({ measures: ['performanceRecords'], dimensions: ['item'] }).rollup).toBe('items');
});

test('what no rollup keeps is read from the records, with the reason of every rejection', () => {
  expect(choose({ measures: ['good'], dimensions: ['operator', 'item'] })).toEqual({
    rollup: null,
    reasons: [
      'lines: does not keep item, operator',
      'items: does not keep operator',
      'defects: is split by defect reason',
      'downtimes: is split by downtime reason',
    ],
  });
  expect(
    choose({ measures: ['defects'], dimensions: ['defectReason'], filters: [{ field: 'item', in: ['I'] }] }),
  ).toEqual({
    rollup: null,
    reasons: [
      'lines: keeps no reasons',
      'items: keeps no reasons',
      'defects: does not keep item',
      'downtimes: is split by downtime reason',
    ],
  });
});

test('different lots cannot be added up', () => {
  expect(choose({ measures: ['good', 'lots'] })).toEqual({
    rollup: null,
    reasons: ['no rollup: different lots cannot be added up, they are counted from records'],
  });
});
