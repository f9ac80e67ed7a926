import { describe, expect, it } from 'vitest';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { figuresOf } from './chosen-figures.ts';
import { type GridField, gridColumns } from './columns.ts';

const nothing = {
  plannedQuantity: null,
  goodQuantity: null,
  defectQuantity: null,
  reworkQuantity: null,
  unit: 'pcs',
  line: 'Line 1',
};
const records = [
  { ...nothing, goodQuantity: 0.1, defectQuantity: 0.3, plannedQuantity: 1 },
  { ...nothing, goodQuantity: 0.2, defectQuantity: null, plannedQuantity: 1 },
  { ...nothing, line: 'Line 2' },
] as ProductionRecord[];
const figures = (...ids: GridField[]) =>
  figuresOf(
    records,
    gridColumns.filter(({ id }) => ids.includes(id)),
  );

describe('chosen cells', () => {
  it('of one column of amounts come to an exact sum, with its mean, least and most', () => {
    expect(figures('goodQuantity').column).toEqual({ sum: 0.3, mean: 0.15, least: 0.1, most: 0.2, recorded: 2 });
    expect(figures('reworkQuantity').column).toBeNull();
  });

  it('of several columns come to their sums and to the ratios of those, never to the mean of ratios', () => {
    expect(figures('plannedQuantity', 'goodQuantity', 'defectQuantity').measures).toEqual([
      { measure: 'planned', value: 2 },
      { measure: 'good', value: 0.3 },
      { measure: 'defects', value: 0.3 },
      // Where both are recorded: 0.1 of 0.4.
      { measure: 'yield', value: 0.25 },
      { measure: 'planAttainment', value: 0.15 },
    ]);
  });

  it('of texts are counted as different ones', () => {
    expect(figures('line')).toMatchObject({ different: 2, measures: [], column: null });
  });

  it('say where amounts of several units are added together', () => {
    const [first] = records;
    if (!first) throw new Error('There is no record');
    const both = [first, { ...first, unit: 'kg' }];
    const [good, line] = ['goodQuantity', 'line'].map((name) => gridColumns.filter(({ id }) => id === name));
    expect(figuresOf(both, good ?? []).isMixed).toBe(true);
    expect(figuresOf(both, line ?? []).isMixed).toBe(false);
  });
});
