import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { type Format, NO_DATA } from '../../lib/format.ts';
import type { GridColumn } from './columns.ts';

/** A cell as it is shown; an en dash for 'not recorded'. */
export function cellText(record: ProductionRecord, column: GridColumn, format: Format, decimals: number): string {
  const value = record[column.id];
  if (value === null || value === '') return NO_DATA;
  if (typeof value === 'number') return column.id === 'sourceLine' ? String(value) : format.number(value, decimals);
  if (column.kind === 'date') return format.date(value);
  return column.kind === 'instant' ? format.dateTime(value) : value;
}

/** A cell as it is copied: all its digits, dates as YYYY-MM-DD, nothing for 'not recorded'. */
export function cellToCopy(record: ProductionRecord, column: GridColumn): string {
  return String(record[column.id] ?? '');
}
