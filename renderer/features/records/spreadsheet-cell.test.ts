import { describe, expect, it } from 'vitest';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { type GridField, gridColumn } from './columns.ts';
import { spreadsheetCell, spreadsheetFormat } from './spreadsheet-cell.ts';

const record = {
  productionDate: '2025-06-30',
  startedAt: '2025-06-30T22:05:00.000Z',
  line: null,
  lotNumber: 'L-007',
  goodQuantity: 18_096.241,
  defectQuantity: -0.5,
} as ProductionRecord;

function copied(id: GridField, locale: string): string {
  const column = gridColumn(id);
  if (!column) throw new Error(`There is no column ${id}`);
  return spreadsheetCell(record, column, spreadsheetFormat(locale));
}

describe('a cell is copied as a spreadsheet of the locale reads it', () => {
  it.each([
    ['en-GB', '18096.241', '30/06/2025', '30/06/2025 22:05:00'],
    ['en-US', '18096.241', '06/30/2025', '06/30/2025 22:05:00'],
    ['de-DE', '18096,241', '30.06.2025', '30.06.2025 22:05:00'],
    ['fr-CH', '18096,241', '30.06.2025', '30.06.2025 22:05:00'],
    // Written with blanks between, which no spreadsheet takes for a date.
    ['ko-KR', '18096.241', '2025-06-30', '2025-06-30 22:05:00'],
    ['cs-CZ', '18096,241', '2025-06-30', '2025-06-30 22:05:00'],
  ])('in %s', (locale, number, date, instant) => {
    const cells = (['goodQuantity', 'productionDate', 'startedAt'] as const).map((id) => copied(id, locale));
    expect(cells).toEqual([number, date, instant]);
    expect(cells[0]).not.toMatch(/[\s\u00a0\u202f]/);
  });

  it('with a minus that is read as one, and nothing where nothing was recorded', () => {
    expect(copied('defectQuantity', 'sv-SE')).toBe('-0,5');
    expect(copied('line', 'en-GB')).toBe('');
    expect(copied('lotNumber', 'de-DE')).toBe('L-007');
  });
});
