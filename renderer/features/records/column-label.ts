import type { Labels } from '../../../shared/text/labels.ts';
import type { GridColumn } from './columns.ts';
import type { RecordsText } from './text.ts';

/** What a column is called. */
export function columnLabel(column: GridColumn, labels: Labels, t: RecordsText): string {
  const { id } = column;
  return id === 'sourceFile' || id === 'sourceLine' || id === 'partition' ? t[id] : labels.fields[id];
}

/** The unit of all values of a column; null where it has none or the item decides. */
export function columnUnit(column: GridColumn, t: RecordsText): string | null {
  if (!column.unit) return null;
  return column.unit === 'min' ? t.minutes : t.seconds;
}
