import { expect, test } from 'vitest';
import { isAppError } from '../lib/app-error.ts';
import { compareText, parseReportQuery, type ReportQueryInput } from './report-query.ts';

function refusal(query: unknown): string {
  try {
    parseReportQuery(query);
  } catch (error) {
    if (isAppError(error) && error.code === 'INVALID_QUERY') return error.message;
    throw error;
  }
  return 'not refused';
}

test('a query is completed with what may be left out', () => {
  expect(parseReportQuery({ measures: ['good'] })).toEqual({
    measures: ['good'],
    dimensions: [],
    filters: [],
    orderBy: [],
  });
  expect(parseReportQuery({ measures: ['good'], dimensions: ['line'], orderBy: [{ field: 'good' }] }).orderBy).toEqual([
    { field: 'good', direction: 'asc' },
  ]);
});

test.each<[string, Partial<ReportQueryInput>, string[]]>([
  ['a field named again', { orderBy: [{ field: 'good' }, { field: 'good', direction: 'desc' }] }, ['good asc']],
  ['dimensions as they stand', { orderBy: [{ field: 'good' }, { field: 'line' }, { field: 'shift' }] }, ['good asc']],
  ['the first dimension ascending', { orderBy: [{ field: 'line' }] }, []],
  [
    'what comes after the last dimension',
    { orderBy: [{ field: 'shift' }, { field: 'line', direction: 'desc' }, { field: 'good' }] },
    ['shift asc', 'line desc'],
  ],
  ['any order of one row', { dimensions: [], orderBy: [{ field: 'good' }] }, []],
])('an order says nothing by %s', (_, asked, expected) => {
  const { orderBy } = parseReportQuery({ measures: ['good'], dimensions: ['line', 'shift'], ...asked });
  expect(orderBy.map(({ field, direction }) => `${field} ${direction}`)).toEqual(expected);
});

test('a limit on one row says nothing', () => {
  expect(parseReportQuery({ measures: ['good'], limit: 5 })).toEqual(parseReportQuery({ measures: ['good'] }));
  expect(parseReportQuery({ measures: ['good'], dimensions: ['line'], limit: 5 }).limit).toBe(5);
});

test.each<[string, unknown, string]>([
  [
    'an unknown measure',
    { measures: ['goood'] },
    "measures.0: 'goood' is not a measure; known are records, good, defects,",
  ],
  [
    'an unknown dimension',
    { measures: ['good'], dimensions: ['plant'] },
    "dimensions.0: 'plant' is not a dimension; known are day,",
  ],
  [
    'a date that does not exist',
    { measures: ['good'], from: '2025-02-30' },
    "from: '2025-02-30' is not a date of the calendar; write it as YYYY-MM-DD",
  ],
  ['a date that is no text', { measures: ['good'], to: 20250101 }, 'to: '],
  [
    'a range the wrong way round',
    { measures: ['good'], from: '2025-02-01', to: '2025-01-31' },
    'from (2025-02-01) is after to (2025-01-31)',
  ],
  [
    'a filter on a period',
    { measures: ['good'], filters: [{ field: 'month', in: ['2025-01'] }] },
    "filters.0.field: 'month' is not a field to filter by; known are site,",
  ],
  [
    'an order by what is not asked for',
    { measures: ['good'], orderBy: [{ field: 'defects' }] },
    "orderBy names 'defects', which is neither a measure nor a dimension of the query",
  ],
  [
    'an unknown direction',
    { measures: ['good'], orderBy: [{ field: 'good', direction: 'up' }] },
    'orderBy.0.direction: ',
  ],
  [
    'a measure that reasons do not have',
    { measures: ['good', 'defects', 'oee'], dimensions: ['defectReason'] },
    'good, oee is not recorded by defectReason; by defectReason there are records, defects, lots',
  ],
  [
    'defects by downtime reason',
    { measures: ['defects'], dimensions: ['downtimeReason'] },
    'defects is not recorded by downtimeReason; by downtimeReason there are records, downMinutes, lots',
  ],
  [
    'two kinds of reasons',
    { measures: ['records'], dimensions: ['defectReason', 'downtimeReason'] },
    'defect reasons and downtime reasons are kept apart; group by one of them',
  ],
  ['no measure', { measures: [] }, 'measures: '],
  ['no measures at all', { dimensions: ['line'] }, 'measures: '],
  ['a limit of none', { measures: ['good'], limit: 0 }, 'limit: '],
  ['a limit that is not whole', { measures: ['good'], limit: 1.5 }, 'limit: '],
  ['a misspelt key', { measures: ['good'], filter: [] }, 'filter'],
  ['something that is no query', 'good', 'expected object'],
])('%s is refused in a sentence', (_, query, sentence) => {
  const message = refusal(query);
  expect(message).toMatch(/^The query cannot be asked: .*\.$/s);
  expect(message).toContain(sentence);
});

test('a refusal names every fault, not only the first', () => {
  const message = refusal({ measures: ['goood'], dimensions: ['plant'], limit: -1 });
  expect(message).toContain('measures.0');
  expect(message).toContain('dimensions.0');
  expect(message).toContain('limit');
});

test('queries that mean the same come out the same', () => {
  const one = parseReportQuery({
    measures: ['good', 'good'],
    dimensions: ['line', 'line'],
    filters: [
      { field: 'line', in: ['Press', 'Mixer', null, 'Press'] },
      { field: 'item', in: ['A-100'] },
    ],
  });
  const other = parseReportQuery({
    filters: [
      { in: ['A-100', 'A-100'], field: 'item' },
      { field: 'line', in: [null, 'Mixer', 'Press', 'Saw'] },
      { field: 'line', in: ['Mixer', 'Press', null] },
    ],
    dimensions: ['line'],
    measures: ['good'],
  });
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

test('filters on one field hold together, even where nothing is left', () => {
  const query = parseReportQuery({
    measures: ['good'],
    filters: [
      { field: 'line', in: ['Press'] },
      { field: 'line', in: ['Mixer'] },
    ],
  });
  expect(query.filters).toEqual([{ field: 'line', in: [] }]);
});

test('filters that leave values out become one with those that name some, and none where they leave nothing out', () => {
  const { filters } = parseReportQuery({
    measures: ['good'],
    filters: [
      { field: 'line', in: ['Press', 'Mixer', 'Saw'] },
      { field: 'line', in: ['Saw'], not: true },
      { field: 'item', in: ['A'], not: true },
      { field: 'item', in: [null], not: true },
      { field: 'shift', in: [], not: true },
    ],
  });
  expect(filters).toEqual([
    { field: 'item', in: ['A', null], not: true },
    { field: 'line', in: ['Mixer', 'Press'] },
  ]);
});

test('ranges of measures are one a measure, and name what the query asks', () => {
  const asked = { measures: ['good'], dimensions: ['line'] };
  const ranges = [
    { measure: 'good', from: 10 },
    { measure: 'good', from: 5, to: 90 },
  ];
  expect(parseReportQuery({ ...asked, groupRanges: ranges }).groupRanges).toEqual([
    { measure: 'good', from: 10, to: 90 },
  ]);
  expect(parseReportQuery({ ...asked, groupRanges: [] })).not.toHaveProperty('groupRanges');
  expect(() => parseReportQuery({ ...asked, groupRanges: [{ measure: 'yield', from: 0 }] })).toThrow(/'yield'/);
  expect(() => parseReportQuery({ measures: ['good'], groupRanges: ranges })).toThrow(/makes none/);
});

test('the order of measures and dimensions is kept: it is the order of the columns', () => {
  const query = parseReportQuery({ measures: ['good', 'defects'], dimensions: ['line', 'day'] });
  expect(query).toMatchObject({ measures: ['good', 'defects'], dimensions: ['line', 'day'] });
});

test('text is ordered by code unit, null last', () => {
  expect(['b', null, 'B', 'a10', 'a2', 'ä', '가'].toSorted(compareText)).toEqual([
    'B',
    'a10',
    'a2',
    'b',
    'ä',
    '가',
    null,
  ]);
});
