import { expect, test } from 'vitest';
import type { FilterField } from '../../shared/query/dimensions.ts';
import { createRandom } from '../sample/random.ts';
import type { ColumnTable, Texts } from './column-table.ts';
import { indexKeys } from './key-index.ts';
import { keptKeys, selectRows } from './select-rows.ts';

const random = createRandom(6);
const rows = 600;
const items = Int32Array.from({ length: rows }, () => random.below(40));
const lines = Int32Array.from({ length: rows }, () => random.below(4));
const none = new Float64Array(rows);
const table: ColumnTable = {
  days: Int32Array.from({ length: rows }, (_, row) => 100 + Math.floor(row / 7)),
  keys: { item: items, line: lines },
  reasons: null,
  records: none,
  sums: {},
  index: indexKeys('item', items),
};

test.each([[[3]], [[0, 39, 17]], [[77]], [[]], [Array.from({ length: 30 }, (_, key) => key)]])(
  'the rows of items %j on some days and one line are found, with or without the index',
  (keys) => {
    const filters = [
      { field: 'item' as const, keys },
      { field: 'line' as const, keys: [2] },
    ];
    const found = selectRows(table, { grain: 'day', from: 110, to: 160 }, filters);
    const expected = [...items.keys()].filter((row) => {
      const day = table.days[row] ?? 0;
      return day >= 110 && day <= 160 && keys.includes(items[row] ?? -1) && lines[row] === 2;
    });
    expect([...found].sort((a, b) => a - b)).toEqual(expected);
  },
);

test('texts become keys, also in a dictionary that skips some; what it does not have is no key', () => {
  const line: (string | null)[] = [null, 'A'];
  line[4] = 'B';
  const texts = { line } as Partial<Record<FilterField, (string | null)[]>> as Texts;
  expect(keptKeys({ field: 'line', in: ['B', null, 'C'] }, texts)).toEqual({ field: 'line', keys: [4, 0] });
});

test('a table refuses a field that it does not keep', () => {
  const filters = [{ field: 'operator' as const, keys: [1] }];
  expect(() => selectRows(table, { grain: 'day', from: 100, to: 101 }, filters)).toThrow("does not keep 'operator'");
});
