import { expect, test } from 'vitest';
import { recordsQuerySchema } from '../../shared/query/records-query.ts';
import { type Filter, parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { candidatesFor, type SlowQuestion } from './candidates.ts';

const catalog = catalogOf({ live: [['2024-01-01', '2024-12-31']] });
const report = (input: ReportQueryInput): SlowQuestion => ({
  kind: 'report',
  shape: 's',
  query: parseReportQuery(input),
});
const page = (...filters: Filter[]): SlowQuestion => ({
  kind: 'page',
  shape: 's',
  query: recordsQuerySchema.parse({ filters }),
});
const is = (field: Filter['field'], ...values: (string | null)[]): Filter => ({ field, in: values });

test.each<[string, SlowQuestion, string[][]]>([
  [
    'sums where filters narrow are found by them and the day',
    report({ measures: ['good'], dimensions: ['operator'], filters: [is('operator', 'Ada'), is('line', 'A', 'B')] }),
    [['line', 'operator', 'day']],
  ],
  [
    'lots are counted in an index of all that is asked',
    report({ measures: ['lots'], dimensions: ['line', 'month'] }),
    [['day', 'line', 'lot']],
  ],
  [
    'lots where a filter narrows may be found or counted',
    report({ measures: ['lots'], dimensions: ['line'], filters: [is('operator', 'Ada')] }),
    [
      ['operator', 'day'],
      ['operator', 'day', 'line', 'lot'],
    ],
  ],
  ['a page is found by what it is filtered by', page(is('operator', 'Ada')), [['operator', 'day']]],
  ['what a rollup answers needs none', report({ measures: ['good'], filters: [is('line', 'A')] }), []],
  ['a lot has its index', report({ measures: ['lots'], filters: [is('lot', 'L1'), is('operator', 'Ada')] }), []],
  [
    'what is not recorded, and a reason, do not lead',
    report({ measures: ['good'], filters: [is('operator', 'Ada', null), is('defectReason', 'scratch')] }),
    [],
  ],
  [
    'too many fields make no index',
    report({ measures: ['lots'], dimensions: ['line', 'shift', 'item', 'operator'] }),
    [],
  ],
])('%s', (_, question, candidates) => expect(candidatesFor([question], catalog)).toEqual(candidates));

test('an index that several want is proposed once, one that is there not at all, and no more than six', () => {
  const fields = ['site', 'line', 'shift', 'item', 'operator', 'unit'] as const;
  const questions = [
    page(is('site', 'S')),
    ...fields.map((field) => page(is(field, 'x'))),
    page(is('site', 'S'), is('line', 'A')),
  ];
  expect(candidatesFor(questions, catalog)).toEqual(fields.map((field) => [field, 'day']));
  const known = { ...catalog, indexes: [{ name: 'records_by_line_day', fields: [], distinctKeys: 1 }] };
  expect(candidatesFor(questions, known)).not.toContainEqual(['line', 'day']);
});
