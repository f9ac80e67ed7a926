import { describe, expect, it } from 'vitest';
import type { SortLevels } from '../../../shared/query/records-query.ts';
import { newestFirst, readSort, writeSort } from '../../../shared/questions/records-sort.ts';
import { sortAfterAdding, sortAfterChoice, withLevel, withoutLevel } from './sort.ts';

describe('the order of the grid', () => {
  it('turns round when its heading is chosen again', () => {
    expect(sortAfterChoice(newestFirst, 'productionDate')).toEqual([{ field: 'productionDate', direction: 'asc' }]);
  });

  it('begins with the largest of numbers and with the first of texts', () => {
    expect(sortAfterChoice(newestFirst, 'goodQuantity')).toEqual([{ field: 'goodQuantity', direction: 'desc' }]);
    expect(sortAfterChoice(newestFirst, 'line')).toEqual([{ field: 'line', direction: 'asc' }]);
  });

  it('gains a column that decides among equals, which turns round in its place', () => {
    const both = sortAfterAdding(newestFirst, 'line');
    expect(both).toEqual([...newestFirst, { field: 'line', direction: 'asc' }]);
    expect(sortAfterAdding(both, 'productionDate')).toEqual([
      { field: 'productionDate', direction: 'asc' },
      { field: 'line', direction: 'asc' },
    ]);
    expect(sortAfterChoice(both, 'productionDate')).toEqual(newestFirst);
  });

  it('has four columns at most; one more takes the place of the last', () => {
    const four = (['line', 'shift', 'itemCode'] as const).reduce(sortAfterAdding, newestFirst);
    expect(sortAfterAdding(four, 'operator').map(({ field }) => field)).toEqual([
      'productionDate',
      'line',
      'shift',
      'operator',
    ]);
  });

  it('takes a direction that is named, and loses a column', () => {
    const down = withLevel(newestFirst, { field: 'line', direction: 'desc' });
    expect(down).toEqual([...newestFirst, { field: 'line', direction: 'desc' }]);
    expect(withLevel(down, { field: 'line', direction: 'asc' })[1]).toEqual({ field: 'line', direction: 'asc' });
    expect(withoutLevel(down, 'productionDate')).toEqual([{ field: 'line', direction: 'desc' }]);
    expect(withoutLevel(newestFirst, 'productionDate')).toEqual(newestFirst);
  });

  it('is read back from the address, which does not name the usual one', () => {
    const orders: SortLevels[] = [
      newestFirst,
      [{ field: 'line', direction: 'desc' }],
      sortAfterAdding(newestFirst, 'line'),
    ];
    for (const order of orders) expect(readSort(writeSort(order))).toEqual(order);
    expect(writeSort(newestFirst)).toBeNull();
    for (const nonsense of ['', 'colour.asc', 'line', 'line.sideways']) expect(readSort(nonsense)).toEqual(newestFirst);
    expect(readSort('line.asc,colour.asc,line.desc')).toEqual([{ field: 'line', direction: 'asc' }]);
  });
});
