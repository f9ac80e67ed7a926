import { expect, test } from 'vitest';
import type { RunSource } from '../../../shared/contract/health.ts';
import { recordsQuerySchema } from '../../../shared/query/records-query.ts';
import { questionToTry, shapesToHelp } from './slow-shapes.ts';

const records: RunSource = { of: 'records', index: 'records_by_day', slices: null };
const run = (
  shape: string,
  elapsedMs: number,
  source: RunSource | null,
  kind: 'report' | 'page' | 'values' = 'report',
) => ({
  kind,
  shape,
  elapsedMs,
  source,
});

test('shapes are helped that took most time together among those that read records', () => {
  const slow = [
    run('once', 500, records),
    run('often', 300, records),
    run('often', 300, records),
    run('columns', 900, { of: 'columns' }),
    run('rollup', 900, { of: 'rollup', rollup: 'lines', in: 'files' }),
    run('values', 900, null, 'values'),
    run('page in order', 100, { of: 'page', way: 'inOrder' }, 'page'),
    run('page from columns', 900, { of: 'page', way: 'columns' }, 'page'),
    run('page that failed', 90, null, 'page'),
  ];
  expect(shapesToHelp(slow, slow)).toEqual(['often', 'once', 'page in order', 'page that failed']);
});

test('what was slow until memory was loaded is not', () => {
  const early = run('early', 500, records);
  const late = run('late', 500, records);
  const runs = [early, late, run('early', 5, { of: 'columns' }), run('late', 50, records)];
  expect(shapesToHelp([early, late], runs)).toEqual(['late']);
});

test('no more than five are', () => {
  expect(
    shapesToHelp(
      Array.from({ length: 9 }, (_, at) => run(`${at}`, 100 - at, records)),
      [],
    ),
  ).toHaveLength(5);
});

test('a text that is sought is not tried', () => {
  const page = recordsQuerySchema.parse({});
  expect(questionToTry('s', { kind: 'page', question: page })).toEqual({ kind: 'page', shape: 's', query: page });
  expect(questionToTry('s', { kind: 'page', question: { ...page, search: 'L1' } })).toBeNull();
  expect(questionToTry('s', { kind: 'count', question: { filters: [], search: 'L1' } })).toBeNull();
});
