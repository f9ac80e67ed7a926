import { expect, test } from 'vitest';
import type { Answer, Column } from '../../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { AskedReport } from './ask-report.ts';
import { contentOfReport } from './content-of-report.ts';

function asked(
  query: ReportQueryInput,
  columns: [string, Column['type'], string | null][],
  rows: Answer['rows'],
): AskedReport {
  const answer = {
    columns: columns.map(([name, type, unit]) => ({ name, type, unit })),
    rows,
    groups: rows.length,
    asOf: '2026-01-02T03:04:05.000Z',
  } as Answer;
  return {
    query: parseReportQuery(query),
    answer,
    totals: parseReportQuery(query).measures.map((measure) => ({ measure, ofRows: null, ofRecords: 1 })),
    itemNames: new Map([['P-1', '밸브']]),
    storeName: 'plant',
    warnings: ['archive_2020 is gone'],
  };
}

const byItem = asked(
  {
    measures: ['good', 'yield', 'throughput'],
    dimensions: ['month', 'item'],
    filters: [{ field: 'line', in: ['Press 1', null], not: true }],
    groupRanges: [{ measure: 'yield', from: 0.07 }],
  },
  [
    ['month', 'period', null],
    ['item', 'text', null],
    ['good', 'quantity', 'kg'],
    ['yield', 'ratio', '%'],
    ['throughput', 'rate', 'mixed/h'],
  ],
  [
    ['2024-02', 'P-1', 1.5, 0.91, 10],
    ['2024-01', null, 2, null, 30],
  ],
);
const at = '2026-01-02T04:00:00.000Z';

test('columns are typed, with the unit beside the heading and the name of an item beside its code', () => {
  const { content, rows } = contentOfReport(byItem, { language: 'en', locale: 'en-GB' }, at);
  expect(content.title).toBe('Good, Yield and Throughput by month and item');
  expect(content.columns.map(({ heading, kind }) => [heading, kind])).toEqual([
    ['Month', 'month'],
    ['Item', 'text'],
    ['Item name', 'text'],
    ['Good (kg)', 'number'],
    ['Yield', 'share'],
    ['Throughput', 'number'],
  ]);
  expect(rows).toEqual([
    ['2024-02', 'P-1', '밸브', 1.5, 0.91, 10],
    ['2024-01', 'not recorded', null, 2, null, 30],
  ]);
});

test('what tells of the rows names filters, ranges, definitions, units, totals and warnings, in both languages', () => {
  const told = (language: 'en' | 'ko') =>
    JSON.stringify(contentOfReport(byItem, { language, locale: language }, at).about);
  for (const words of [
    'Line without',
    'Press 1, not recorded',
    'at least 7 %',
    'sum of good',
    'several units',
    'archive_2020',
  ])
    expect(told('en')).toContain(words);
  for (const words of ['라인 제외', 'Press 1, 기록 없음', '7 % 이상', '양품의 합', '여러 단위', '검산 합계'])
    expect(told('ko')).toContain(words);
});

test('a chart over time has its periods in order, a line for each name, and gaps where there is nothing', () => {
  const { chart } = contentOfReport(byItem, { language: 'en', locale: 'en-GB' }, at).content;
  expect(chart).toMatchObject({ kind: 'line', title: 'Good (kg)', points: ['Jan 24', 'Feb 24'], leftOut: '' });
  expect(chart?.series).toEqual([
    { name: 'not recorded', values: [2, null] },
    { name: 'P-1 밸브', values: [null, 1.5] },
  ]);
});

test('a chart of names has the largest, and says how many there are', () => {
  const rows = Array.from({ length: 30 }, (_, line) => [`Press ${line}`, line === 3 ? null : line]);
  const report = asked(
    { measures: ['good'], dimensions: ['line'] },
    [
      ['line', 'text', null],
      ['good', 'quantity', null],
    ],
    rows,
  );
  const { chart } = contentOfReport(report, { language: 'en', locale: 'en-GB' }, at).content;
  expect(chart?.kind).toBe('bars');
  expect(chart?.points).toHaveLength(20);
  expect(chart?.points[0]).toBe('Press 29');
  expect(chart?.leftOut).toBe('The 20 largest of 30 are drawn; the table has them all.');
});

test.each([[[]], [['line', 'item']], [['line', 'item', 'month']]] as const)(
  'split by %j there is no chart',
  (dimensions) => {
    const columns = [...dimensions, 'good'].map((name): [string, Column['type'], null] => [name, 'text', null]);
    const report = asked({ measures: ['good'], dimensions: [...dimensions] }, columns, [
      [...dimensions.map(() => 'x'), 1],
    ]);
    expect(contentOfReport(report, { language: 'en', locale: 'en-GB' }, at).content.chart).toBeUndefined();
  },
);
