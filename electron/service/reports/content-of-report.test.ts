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
    dates: { from: '2024-01-01', to: '2024-03-31' },
    compared: null,
    itemNames: new Map([['P-1', '밸브']]),
    storeName: 'plant',
    specifications: [
      { measure: 'yield', item: 'P-1', line: null, since: '2024-01-15', lower: 0.9, upper: null, target: 0.97 },
    ],
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

test('what tells of the rows has the limits that are kept for its measures, typed', () => {
  const { about } = contentOfReport(byItem, { language: 'en', locale: 'en-GB' }, at);
  const section = about.find(({ title }) => title === 'Limits asked for');
  expect(section?.headings).toEqual(['At least', 'Target', 'At most', 'From production day']);
  expect(section?.lines).toEqual([
    {
      name: 'Yield, P-1',
      cells: [
        { kind: 'share', decimals: null, value: 0.9 },
        { kind: 'share', decimals: null, value: 0.97 },
        { kind: 'share', decimals: null, value: null },
        { kind: 'day', decimals: null, value: '2024-01-15' },
      ],
    },
  ]);
  const without = contentOfReport({ ...byItem, specifications: [] }, { language: 'en', locale: 'en-GB' }, at);
  expect(without.about.some(({ title }) => title === 'Limits asked for')).toBe(false);
});

test('limits that were typed on Quality are told as such, and only of the measure they were typed for', () => {
  const told = (params: string) => {
    const wording = { language: 'en' as const, locale: 'en-GB', view: { screen: 'quality', params } };
    const { about } = contentOfReport({ ...byItem, specifications: [] }, wording, at);
    return about.find(({ title }) => title === 'Limits asked for')?.lines;
  };
  expect(told('chart=individuals&of=yield&lsl=0.8')?.[0]).toMatchObject({
    name: 'Yield',
    cells: [{ value: 0.8 }, { value: null }, { value: null }, { value: 'typed in this view alone' }],
  });
  expect(told('chart=individuals&of=oee&lsl=0.8')).toBeUndefined();
  expect(told('chart=individuals&of=yield')).toBeUndefined();
});

test('a chart over time has its periods in order, a line for each name, and gaps where there is nothing', () => {
  const { chart } = contentOfReport(byItem, { language: 'en', locale: 'en-GB' }, at).content;
  expect(chart).toMatchObject({ kind: 'line', points: ['Jan 24', 'Feb 24', 'Mar 24'], leftOut: '' });
  // Colours tell items, so that each measure has a scale of its own.
  expect(chart?.panels.map(({ title }) => title)).toEqual(['Good (kg)', 'Yield', 'Throughput']);
  expect(chart?.panels[0]?.series).toEqual([
    { name: 'not recorded', values: [2, null, null] },
    { name: 'P-1 밸브', values: [null, 1.5, null] },
  ]);
  expect(chart?.panels[1]?.series[0]?.values).toEqual([null, null, null]);
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
  expect(chart?.leftOut).toBe('The 20 largest of 30 are drawn.');
});

test('measures of one kind and unit share a scale, with a name for each; what they are compared with stands beside them', () => {
  const report = {
    ...asked(
      { measures: ['good', 'defects', 'yield'], dimensions: ['month'] },
      [
        ['month', 'period', null],
        ['good', 'quantity', 'kg'],
        ['defects', 'quantity', 'kg'],
        ['yield', 'ratio', '%'],
      ],
      [['2024-02', 5, 1, 0.8]],
    ),
    compared: {
      comparison: { with: 'dates' as const, dates: 'before' as const },
      range: { from: '2023-10-01', to: '2023-12-31' },
      rows: [],
      measures: [{ measure: 'good' as const, values: [4], ofRows: 4, whole: 4 }],
      onlyThere: 0,
      unplaced: 0,
      isPartlyPlanned: false,
    },
  };
  const { chart } = contentOfReport(report, { language: 'en', locale: 'en-GB' }, at).content;
  expect(chart).toMatchObject({ beforeName: 'Before', points: ['Jan 24', 'Feb 24', 'Mar 24'] });
  expect(chart?.panels).toEqual([
    expect.objectContaining({ title: 'Good (kg)' }),
    expect.objectContaining({ title: 'Defects (kg)' }),
    expect.objectContaining({ title: 'Yield' }),
  ]);
  const alike = contentOfReport(
    { ...report, query: { ...report.query, measures: ['good', 'defects'] }, answer: withoutYield(report.answer) },
    { language: 'en', locale: 'en-GB' },
    at,
  ).content.chart;
  expect(alike?.panels).toMatchObject([
    {
      title: 'Good and Defects (kg)',
      series: [
        { name: 'Good', values: [null, 5, null], before: [null, 4, null] },
        { name: 'Defects', values: [null, 1, null] },
      ],
    },
  ]);
});

const withoutYield = (answer: Answer): Answer => ({
  ...answer,
  columns: answer.columns.slice(0, -1),
  rows: answer.rows.map((row) => row.slice(0, -1)),
});

test('where nothing is recorded of the measures there is no chart', () => {
  const none = {
    ...byItem,
    answer: { ...byItem.answer, rows: [['2024-02', 'P-1', null, null, null]] },
  } as AskedReport;
  expect(contentOfReport(none, { language: 'en', locale: 'en-GB' }, at).content.chart).toBeUndefined();
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
