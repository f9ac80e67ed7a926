import { describe, expect, it } from 'vitest';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { firstLayout, widthsIn } from './column-layout.ts';
import type { GridField } from './columns.ts';
import { type Extremes, noteExtremes, roomNeeded } from './number-room.ts';

const extremesOf = (...records: Partial<ProductionRecord>[]) => {
  const extremes: Extremes = new Map();
  noteExtremes(extremes, records as ProductionRecord[]);
  return extremes;
};
const room = (field: GridField, decimals: number, ...records: Partial<ProductionRecord>[]) =>
  roomNeeded(extremesOf(...records), new Map([[field, decimals]])).get(field);

describe('the room that numbers need', () => {
  it('grows with their digits, separators and decimals, and not with their sign', () => {
    expect(room('goodQuantity', 0, { goodQuantity: 999 })).toBe(49);
    expect(room('goodQuantity', 0, { goodQuantity: -1_000 }, { goodQuantity: 5 })).toBe(66);
    expect(room('goodQuantity', 1, { goodQuantity: 1_881_816 })).toBe(118);
    expect(room('goodQuantity', 0, { goodQuantity: 0.5 })).toBe(31);
  });

  it('is the same for all quantities', () => {
    const needed = roomNeeded(extremesOf({ plannedQuantity: 5, goodQuantity: 1_881_816.5 }), new Map());
    expect(needed.get('plannedQuantity')).toBe(needed.get('goodQuantity'));
  });

  it('is what a long unit takes, up to a width', () => {
    expect(room('unit', 0, { unit: 'pieces' })).toBe(67);
    expect(room('unit', 0, { unit: 'per mille of the standard output' })).toBe(208);
    expect(room('unit', 0, { unit: null })).toBe(22);
  });
});

describe('the columns of the grid', () => {
  const few = new Set<GridField>(['itemName', 'lotNumber', 'operator', 'defectQuantity', 'runMinutes', 'downMinutes']);
  const needed = roomNeeded(extremesOf({ goodQuantity: 12_345_678, unit: 'tablets' }), new Map([['goodQuantity', 1]]));

  it('show every digit before names take what is left', () => {
    const widths = widthsIn(firstLayout(), few, 800, needed);
    expect(widths.get('goodQuantity')).toBe(127);
    expect(widths.get('unit')).toBe(74);
    expect(widths.get('shift')).toBe(72);
    expect(widths.get('line')).toBe(104 + Math.floor((800 - 172 - 104 - 72 - 88 - 104 - 127 - 74) / 2));
  });

  it('stand as a person made them, however long a number is', () => {
    const layout = { ...firstLayout(), widths: { goodQuantity: 60 } };
    expect(widthsIn(layout, few, 800, needed).get('goodQuantity')).toBe(60);
  });
});
