import { expect, test } from 'vitest';
import { type BenchResult, resultDocument, resultPage, resultText, timesFaster } from './result.ts';

const times = (medianMs: number) => ({ bestMs: medianMs / 2, medianMs, p95Ms: medianMs * 2, samples: 5 });
const measured: BenchResult['questions'][number] = {
  question: 'top-items',
  answeredFrom: "rollup 'items' in memory",
  times: { throughline: times(2), duckdb: times(5), indexed: times(1) },
};
const result: BenchResult = {
  machine: '2 cores',
  records: 1_000_000,
  rounds: 3,
  usedByOthers: 0.25,
  questions: [measured],
  stores: [{ peer: 'duckdb', bytesPerRecord: 25.4 }],
  importedRows: 1_000_000,
  imports: [{ how: 'DuckDB read_csv', rowsPerSecond: 412_345, bytesPerRecord: 20 }],
};

test('a ratio above 1 means that the program is faster, below 1 that it is slower', () => {
  expect(timesFaster(measured, 'duckdb')).toBe(2.5);
  expect(timesFaster(measured, 'indexed')).toBe(0.5);
  expect(timesFaster(measured, 'plain')).toBeNull();
});

test('the document carries figures and ratios and can be read back', () => {
  const document = JSON.parse(JSON.stringify(resultDocument(result)));
  expect(document.questions[0]).toMatchObject({ times: measured.times, timesFaster: { duckdb: 2.5, plain: null } });
  expect(document).toMatchObject({ records: 1_000_000, usedByOthers: 0.25, imports: result.imports });
});

test('text and page say under which conditions was measured, and show ratios, times, bytes and imports', () => {
  for (const text of [resultText(result), resultPage(result)]) {
    expect(text).toContain(
      '1,000,000 records, 3 rounds. 2 cores. Other programs used 25 % of the processor while the questions were timed.',
    );
    for (const part of ['2.5 x', '0.50 x', '2.0 (4.0)', 'in memory', '412,000']) expect(text).toContain(part);
  }
});

test('what was not asked for is not shown', () => {
  expect(resultText({ ...result, imports: [] })).not.toContain('rows a second');
  expect(resultText({ ...result, questions: [], stores: [] })).not.toContain('against');
});
