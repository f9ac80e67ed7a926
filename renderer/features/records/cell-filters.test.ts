import { describe, expect, it } from 'vitest';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { filtersOfCells } from './cell-filters.ts';
import { type GridField, gridColumn } from './columns.ts';

const year = { from: '2025-01-01', to: '2025-12-31', filters: [] };
const cells = (id: GridField, values: (string | null)[], scope: Parameters<typeof filtersOfCells>[2] = year) => {
  const column = gridColumn(id);
  if (!column) throw new Error(`There is no column ${id}`);
  const records = values.map((value) => ({ [id]: value }) as unknown as ProductionRecord);
  return filtersOfCells(column, records, scope).map(({ action, change }) => [action, change]);
};

describe('cells of an attribute', () => {
  it('keep or leave out their values, each once, also what is not recorded', () => {
    expect(cells('line', ['Line 2', null, 'Line 2'])).toEqual([
      ['only', { filter: { field: 'line', in: ['Line 2', null] } }],
      ['allBut', { filter: { field: 'line', in: ['Line 2', null], not: true } }],
    ]);
  });

  it('are left out beside what is left out already', () => {
    const filters = [{ field: 'line' as const, in: ['Line 1'], not: true as const }];
    expect(cells('line', ['Line 2'], { ...year, filters }).at(-1)).toEqual([
      'allBut',
      { filter: { field: 'line', in: ['Line 1', 'Line 2'], not: true } },
    ]);
  });

  it('are taken from those that are kept by name; the last of these leaves all the others', () => {
    const filters = [{ field: 'line' as const, in: ['Line 1', 'Line 2'] }];
    expect(cells('line', ['Line 2'], { ...year, filters }).at(-1)).toEqual([
      'allBut',
      { filter: { field: 'line', in: ['Line 1'] } },
    ]);
    expect(cells('line', ['Line 1', 'Line 2'], { ...year, filters })).toEqual([
      ['allBut', { filter: { field: 'line', in: ['Line 1', 'Line 2'], not: true } }],
    ]);
  });
});

describe('cells of a date', () => {
  it('keep their days, or those from or to them', () => {
    expect(cells('productionDate', ['2025-05-09', '2025-05-02'])).toEqual([
      ['only', { from: '2025-05-02', to: '2025-05-09' }],
      ['from', { from: '2025-05-02', to: '2025-12-31' }],
      ['to', { from: '2025-01-01', to: '2025-05-09' }],
    ]);
  });

  it('do not offer what is chosen already', () => {
    const day = { from: '2025-05-02', to: '2025-05-02', filters: [] };
    expect(cells('productionDate', ['2025-05-02'], day)).toEqual([]);
  });
});

it('amounts and names are no filters', () => {
  expect(cells('itemName', ['Bracket'])).toEqual([]);
  expect(cells('note', ['late'])).toEqual([]);
});
