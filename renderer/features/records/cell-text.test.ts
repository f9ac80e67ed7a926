import { describe, expect, it } from 'vitest';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { createFormat } from '../../lib/format.ts';
import { cellText } from './cell-text.ts';
import { type GridColumn, type GridField, gridColumns } from './columns.ts';

const format = createFormat('en-US');
const record = {
  productionDate: '2025-06-30',
  startedAt: '2025-06-30T22:00:00.000Z',
  line: null,
  goodQuantity: 8_096.241,
  defectQuantity: 0,
  sourceLine: 59_997,
} as ProductionRecord;

function column(id: GridField): GridColumn {
  const found = gridColumns.find((each) => each.id === id);
  if (!found) throw new Error(`There is no column ${id}`);
  return found;
}

describe('a cell of the grid', () => {
  it('shows an en dash for what was not recorded, and 0 for nothing made', () => {
    expect(cellText(record, column('line'), format, 0)).toBe('–');
    expect(cellText(record, column('defectQuantity'), format, 1)).toBe('0.0');
  });

  it('shows the clock of the plant, not that of the reader', () => {
    expect(cellText(record, column('startedAt'), format, 0)).toMatch(/Jun 30, 2025, 10:00\sPM/);
  });

  it('shows line numbers as they are counted in the file, without marks', () => {
    expect(cellText(record, column('sourceLine'), format, 0)).toBe('59997');
  });
});
