import { expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { neighboursOf } from './neighbours.ts';

const span = { from: '2023-05-10', to: '2025-02-12' };
const report = (query: Partial<ReportQueryInput>) => parseReportQuery({ measures: ['good'], ...query });
const none = new Map();

test('what was asked of a month is a click away for each month of the last year, and the one before', () => {
  const asked = report({ dimensions: ['day'], from: '2024-11-01', to: '2024-11-30' });
  const found = neighboursOf([asked], span, none);
  expect(found).toHaveLength(13);
  expect(found[0]).toEqual({ ...asked, from: '2025-02-01', to: '2025-02-28' });
  expect(found.at(-1)).toEqual({ ...asked, from: '2024-02-01', to: '2024-02-29' });
});

test('what was asked of a day is a click away for the days of the newest month and of those looked at last', () => {
  const asked = [
    report({ dimensions: ['line'], from: '2024-11-05', to: '2024-11-05' }),
    report({ from: '2024-11-01', to: '2024-11-30' }),
  ];
  const days = neighboursOf(asked, span, none).filter(({ from, to }) => from === to);
  expect(days).toHaveLength(12 + 30);
  expect(days[0]).toMatchObject({ dimensions: ['line'], from: '2025-02-12' });
  expect(days.at(-1)).toMatchObject({ from: '2024-11-01' });
});

test('what was asked of a line is a click away for the others, with the other filters as they are', () => {
  const shift = { field: 'shift' as const, in: ['Early'] };
  const asked = report({ from: '2024-12-03', to: '2025-01-08', filters: [{ field: 'line', in: ['A'] }, shift] });
  const found = neighboursOf([asked], span, new Map([['line', ['A', 'B', 'C']]]));
  expect(found.map(({ filters }) => filters)).toEqual(
    ['A', 'B', 'C'].map((line) => [{ field: 'line', in: [line] }, shift]),
  );
  expect(neighboursOf([asked], span, new Map([['line', Array.from({ length: 25 }, (_, at) => `L${at}`)]]))).toEqual([]);
});

test('other ranges and filters have no neighbours, and a day of a longer range is none', () => {
  const asked = [
    report({}),
    report({ from: '2024-11-02', to: '2024-11-30' }),
    report({ from: '2024-10-01', to: '2024-11-30' }),
    report({ filters: [{ field: 'line', in: ['A', 'B'] }] }),
  ];
  expect(neighboursOf(asked, span, new Map([['line', ['A', 'B', 'C']]]))).toEqual([]);
});
