import { expect, test } from 'vitest';
import { readScope, type ScopeChoice, withFilter, withoutFilter, withTurned, writeScope } from './scope-url.ts';

const roundTrip = (scope: ScopeChoice) =>
  readScope(new URLSearchParams(writeScope(scope, new URLSearchParams()).toString()));

test('an address says the scope that was put into it', () => {
  const scope: ScopeChoice = {
    range: { from: '2024-01-01', to: '2024-12-31' },
    filters: [
      { field: 'line', in: ['Press 1', 'A&B=C', '라인 3', null] },
      { field: 'item', in: ['~100', '~', ''] },
    ],
  };
  expect(roundTrip(scope)).toEqual(scope);
});

test('a preset stays a preset, so that it moves with the newest record', () => {
  expect(roundTrip({ range: 'last30days', filters: [] })).toEqual({ range: 'last30days', filters: [] });
});

test('what an address says wrongly is left out', () => {
  const read = (query: string) => readScope(new URLSearchParams(query)).range;
  expect(read('from=2025-02-30&to=2025-03-01')).toBeNull();
  expect(read('from=2025-03-02&to=2025-03-01')).toBeNull();
  expect(read('range=forever')).toBeNull();
  expect(readScope(new URLSearchParams('f.colour=red')).filters).toEqual([]);
});

test('params of others are kept', () => {
  const params = writeScope(
    { range: 'all', filters: [] },
    new URLSearchParams('grain=week&f.line=Press+1&from=2024-01-01'),
  );
  expect(params.toString()).toBe('grain=week&range=all');
});

test('a value is added once and its field goes with its last value', () => {
  const one = withFilter([], 'line', 'Press 1');
  expect(withFilter(one, 'line', 'Press 1')).toEqual(one);
  const two = withFilter(one, 'line', null);
  expect(withoutFilter(two, 'line', null)).toEqual(one);
  expect(withoutFilter(one, 'line', 'Press 1')).toEqual([]);
  expect(withoutFilter(two, 'line')).toEqual([]);
});

test('what is left out says so in the address, and gives way to what is kept of the same field', () => {
  const scope: ScopeChoice = { range: 'all', filters: [{ field: 'line', in: ['Press 1', null], not: true }] };
  expect(roundTrip(scope)).toEqual(scope);
  const more = withFilter(scope.filters, 'line', 'Press 2', true);
  expect(more).toEqual([{ field: 'line', in: ['Press 1', null, 'Press 2'], not: true }]);
  expect(withFilter(more, 'line', 'Press 2')).toEqual([{ field: 'line', in: ['Press 2'] }]);
  expect(withTurned(scope.filters, 'line')).toEqual([{ field: 'line', in: ['Press 1', null] }]);
  expect(withTurned(withTurned(scope.filters, 'line'), 'line')).toEqual(scope.filters);
});
