import { describe, expect, it } from 'vitest';
import { newestFirst, readSort, sortAfterChoice, writeSort } from './sort.ts';

describe('sorting by a heading', () => {
  it('begins with the largest number and the first text', () => {
    expect(sortAfterChoice(newestFirst, 'defectQuantity')).toEqual({ field: 'defectQuantity', direction: 'desc' });
    expect(sortAfterChoice(newestFirst, 'line')).toEqual({ field: 'line', direction: 'asc' });
  });

  it('turns round when the same heading is chosen again', () => {
    expect(sortAfterChoice(newestFirst, 'productionDate')).toEqual({ field: 'productionDate', direction: 'asc' });
  });

  it('survives the address of the screen', () => {
    const sort = { field: 'lotNumber', direction: 'asc' } as const;
    expect(readSort(writeSort(sort))).toEqual(sort);
    expect(writeSort(newestFirst)).toBeNull();
  });

  it('is newest first when the address makes no sense', () => {
    for (const text of [null, '', 'colour.asc', 'line.sideways']) expect(readSort(text)).toEqual(newestFirst);
  });
});
