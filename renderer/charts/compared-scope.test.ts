import { expect, test } from 'vitest';
import { comparedScope, withoutField } from './compared-scope.ts';

const now = { from: '2025-03-01', to: '2025-03-31', filters: [{ field: 'line' as const, in: ['Press 1'] }] };

test('the period before counts only where records reach back over all of it', () => {
  expect(comparedScope(now, { first: '2025-02-01', last: '2025-06-30' }).covered).toBe(true);
  expect(comparedScope(now, { first: '2025-02-02', last: '2025-06-30' }).covered).toBe(false);
  expect(comparedScope(now, { first: null, last: null }).covered).toBe(false);
});

test('a chart by a field keeps the filters of the others', () => {
  const filtered = { ...now, filters: [...now.filters, { field: 'shift' as const, in: ['Night'] }] };
  expect(withoutField(filtered, 'line').filters).toEqual([{ field: 'shift', in: ['Night'] }]);
});
