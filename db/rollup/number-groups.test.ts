import { expect, test } from 'vitest';
import { createRandom } from '../sample/random.ts';
import { type GroupingKey, numberGroups } from './number-groups.ts';

/** The same by text. */
function byText(keys: readonly GroupingKey[], rows: number) {
  const numbers = new Map<string, number>();
  const firstRows: number[] = [];
  const ofRows = Array.from({ length: rows }, (_, row) => {
    const text = keys.map(({ ordinals }) => ordinals[row]).join();
    let number = numbers.get(text);
    if (number === undefined) {
      number = firstRows.push(row) - 1;
      numbers.set(text, number);
    }
    return number;
  });
  return { ofRows, firstRows };
}

// Alone small, together more than an array; more than an array already; more than 2^31 together; no key; one value.
test.each([[[7, 3]], [[600, 500, 3]], [[300_000]], [[300_000, 2, 2]], [[90_000, 90_000, 5, 90_000]], [[]], [[1]]])(
  'rows that agree in keys of %j values are one group, numbered as they appear',
  (sizes) => {
    const random = createRandom(3);
    const rows = 3_000;
    const keys = sizes.map((size) => {
      const used = Array.from({ length: 12 }, () => random.below(size));
      return { ordinals: Int32Array.from({ length: rows }, () => random.pick(used)), size };
    });
    const { ofRows, firstRows } = numberGroups(keys, rows);
    expect({ ofRows: [...ofRows], firstRows: [...firstRows] }).toEqual(byText(keys, rows));
  },
);

test('no rows are no groups', () => {
  const { firstRows } = numberGroups([{ ordinals: new Int32Array(), size: 4 }], 0);
  expect(firstRows).toHaveLength(0);
});
