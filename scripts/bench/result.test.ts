import { expect, test } from 'vitest';
import { type BenchResult, resultDocument } from './result.ts';
import { sectionsOf } from './sections.ts';
import { resultPage, resultText } from './show.ts';

const times = (medianMs: number, samples = 5) => ({
  bestMs: medianMs / 2,
  medianMs,
  p95Ms: medianMs * 2,
  p99Ms: medianMs * 3,
  mostMs: medianMs * 4,
  samples,
});
const topItems = {
  question: 'top-items' as const,
  answeredFrom: "rollup 'items' in memory",
  times: { throughline: times(2), duckdb: times(12), indexed: times(4), plain: times(5_312, 2) },
  firstShown: {},
};
const freeFilter = {
  question: 'free-filter' as const,
  answeredFrom: 'columns in memory',
  times: { throughline: times(10), files: times(400), duckdb: times(20), plain: times(900, 1) },
  firstShown: { files: times(60) },
};
const result: BenchResult = {
  machine: '2 cores',
  records: 1_000_000,
  rounds: 3,
  budgetMs: 20_000,
  usedByOthers: 0.25,
  questions: [topItems, freeFilter],
  start: {
    service: { readyMs: times(280, 7), answeredMs: times(350, 7), processorMs: times(400, 7) },
    firstChartMs: times(1_200, 7),
  },
  window: {
    gestures: [
      { name: 'sort', title: 'sort', frame: times(12, 15), answered: times(40, 15) },
      { name: 'why', title: 'why', frame: times(12, 15), answered: times(120, 15) },
    ],
    scrolling: { ...times(16.7, 180), shareLate: 0.02, shareWithPlaceHolders: 0 },
  },
  recording: [
    { title: 'an answer that was kept', question: times(0.2), recording: times(0.002) },
    { title: 'a page of records', question: times(1), recording: times(0.004) },
  ],
  loading: { openMs: 40, rollupsMs: 150, columnsMs: 300, builtColumnsMs: 9_000 },
  stores: [
    { title: 'Throughline', bytesPerRecord: 120 },
    { title: 'SQLite, 3 indexes', bytesPerRecord: 290 },
  ],
  cold: {
    opening: { throughline: times(50), duckdb: times(30) },
    questions: [{ question: 'top-items', times: { throughline: times(9), duckdb: times(14) } }],
  },
  besideImport: [
    {
      place: 'service',
      rows: 200_000,
      importSeconds: 3,
      questions: [{ question: 'top-items', quiet: times(1), beside: times(4) }],
    },
    {
      place: 'window',
      rows: 200_000,
      importSeconds: 4,
      questions: [{ question: 'top-items', quiet: times(2), beside: times(5) }],
    },
  ],
  growth: [
    { records: 100_000, questions: [topItems] },
    { records: 1_000_000, questions: [{ ...topItems, times: { throughline: times(3) } }] },
  ],
  imports: {
    rows: 1_000_000,
    results: [
      { how: 'Throughline, with its indexes and rollups', rowsPerSecond: 412_345, bytesPerRecord: 20 },
      { how: 'sqlite3 .import, 3 indexes', rowsPerSecond: 200_000, bytesPerRecord: 20 },
    ],
  },
  importMemory: [
    {
      file: 'gzip',
      rows: 1_000_000,
      fileBytes: 50 * 2 ** 20,
      seconds: 5,
      beforeBytes: 100 * 2 ** 20,
      peakBytes: 300 * 2 ** 20,
      quietDelay: { p99Ms: 1, mostMs: 2 },
      delay: { p99Ms: 3, mostMs: 12 },
    },
  ],
};

function rowsOf(title: string): readonly (readonly string[])[] {
  return sectionsOf(result).find((section) => section.title === title)?.table.rows ?? [];
}

test('every question stands with its ratios, what was wanted and whether it was met', () => {
  expect(rowsOf('Questions')).toEqual([
    [
      'top 20 items by defects, 90 days over two files',
      '2.0 ms',
      '6.0 x',
      '5 x: met',
      '2.0 x',
      '500 x: missed',
      '2,656 x',
    ],
    [
      'free filter on operator, line and shift by week, 5 years',
      '10 ms',
      '2.0 x',
      '3 x: missed',
      '',
      '100 x: not measured',
      '90 x',
    ],
  ]);
});

test('times carry percentiles, or how often a slow peer was asked, and the percentile that is wanted', () => {
  const [quick, reading] = rowsOf('Times');
  expect(quick).toEqual([
    'top-items',
    '2.0 (4.0, 6.0)',
    '12 (24, 36)',
    '4.0 (8.0, 12)',
    '5,312 (2 times)',
    'met',
    topItems.answeredFrom,
  ]);
  expect(reading?.slice(-3)).toEqual(['900 (once)', '', 'columns in memory']);
});

test('what reads records is told apart with and without the columnar copy', () => {
  expect(rowsOf('From the files')).toEqual([
    ['free filter on operator, line and shift by week, 5 years', '60 ms', '100 ms: met', '400 ms', '10 ms', '20 ms'],
  ]);
});

test('a start stands with what is wanted of it, and without a browser there is no window', () => {
  expect(rowsOf('Start').map((row) => row.slice(1))).toEqual([
    ['280 ms', '140 ms', '300 ms: met'],
    ['350 ms', '175 ms', ''],
    ['400 ms', '200 ms', ''],
    ['1,200 ms', '600 ms', '1,000 ms: missed'],
  ]);
  const { service } = result.start ?? {};
  const [start] = sectionsOf({
    machine: '',
    records: 1,
    rounds: 1,
    budgetMs: 1,
    ...(service && { start: { service } }),
  });
  expect(start?.table.rows).toHaveLength(3);
});

test('what recording costs is a share of the question', () => {
  expect(rowsOf('Recording questions')).toEqual([
    ['an answer that was kept', '200 µs', '2.0 µs', '1.00 %', 'missed'],
    ['a page of records', '1000 µs', '4.0 µs', '0.40 %', 'met'],
  ]);
});

test('opening, cold, beside an import, growth, bytes and imports have their tables', () => {
  expect(rowsOf('Cold')).toEqual([
    ['opening the store', '50 ms', '30 ms', ''],
    ['top 20 items by defects, 90 days over two files', '9.0 ms', '14 ms', ''],
  ]);
  expect(rowsOf('Opening').map((row) => row[1])).toEqual(['40 ms', '150 ms', '300 ms', '9,000 ms']);
  expect(rowsOf('Beside an import')[0]?.slice(1)).toEqual(['1.0', '3.0', '4.0', '12', 'missed', '16', '5']);
  expect(rowsOf('Beside an import, at the window')[0]?.slice(4, 6)).toEqual(['15', 'met']);
  expect(rowsOf('As the store grows')[0]?.slice(1, 4)).toEqual(['2.0', '3.0', '1.5 x']);
  expect(rowsOf('Bytes')[0]).toEqual(['Throughline', '120', '41 %', 'met']);
  expect(rowsOf('Import').map((row) => row.slice(1, 4))).toEqual([
    ['412,000', '2.1 x', '2 x: met'],
    ['200,000', '1.0 x', ''],
  ]);
  expect(rowsOf('Memory of an import')).toEqual([
    ['the same, compressed', '1,000,000', '50', '5.0', '100', '300', '3.0 ms (1.0 ms)', '12 ms (2.0 ms)'],
  ]);
});

test('the document carries figures, ratios and what is wanted, and can be read back', () => {
  const document = JSON.parse(JSON.stringify(resultDocument(result)));
  expect(document.questions[0]).toMatchObject({
    times: topItems.times,
    timesFaster: { duckdb: 6, plain: 2_656 },
    wanted: { duckdb: 5, indexed: 500 },
  });
  expect(document).toMatchObject({ records: 1_000_000, usedByOthers: 0.25, imports: result.imports });
});

test('text and page say under which conditions was measured', () => {
  for (const text of [resultText(result), resultPage(result)]) {
    expect(text).toContain('1,000,000 records, 3 rounds, at most about 20 s a question and peer. 2 cores.');
    expect(text).toContain('Other programs used 25 % of the processor while the questions were timed.');
    for (const { title, text: explained } of sectionsOf(result)) expect(text).toContain(`${title}\n\n${explained}`);
  }
});

test('what was not measured is not shown', () => {
  const { machine, records, rounds, budgetMs } = result;
  expect(sectionsOf({ machine, records, rounds, budgetMs })).toEqual([]);
});

test('a gesture has met what is wanted where a frame comes in a tenth of a second and its answer in a fifth, at the 95th percentile', () => {
  const rows = sectionsOf(result).find(({ title }) => title === 'Gestures')?.table.rows;
  expect(rows).toEqual([
    ['sort', '12 ms', '24 ms', 'met', '40 ms', '80 ms', 'met'],
    ['why', '12 ms', '24 ms', 'met', '120 ms', '240 ms', 'missed'],
  ]);
});
