import { expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { AnswerCache } from './answer-cache.ts';
import { valuesInSight } from './in-sight.ts';
import type { KeptQuestion } from './remembered-questions.ts';

test('in sight are the values of a list and those of charts by one field, each once', async () => {
  const rows: Record<string, unknown[][]> = {
    line: [
      ['A', 1],
      [null, 2],
    ],
    item: [['X-2', 1]],
    month: [['2024-01', 1]],
  };
  const cache = {
    reports: { get: async (query: { dimensions: string[] }) => ({ value: { rows: rows[query.dimensions[0] ?? ''] } }) },
    values: { get: async () => ({ value: { values: [{ value: null }, { value: 'X-1' }, { value: 'X-2' }] } }) },
  } as unknown as AnswerCache;
  const report = (query: Partial<ReportQueryInput>): KeptQuestion => {
    return { kind: 'report', question: parseReportQuery({ measures: ['good'], ...query }) };
  };
  const asked: KeptQuestion[] = [
    { kind: 'values', question: { field: 'item', search: 'X', limit: 10 } },
    { kind: 'count', question: { filters: [], search: '' } },
    report({}),
    report({ dimensions: ['month'] }),
    report({ dimensions: ['line', 'item'] }),
    report({ dimensions: ['line'] }),
    report({ dimensions: ['item'], limit: 10 }),
  ];
  expect(await valuesInSight(cache, asked, new AbortController().signal)).toEqual(
    new Map([
      ['item', ['X-1', 'X-2']],
      ['line', ['A']],
    ]),
  );
});
