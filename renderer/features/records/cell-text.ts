import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { type Format, NO_DATA } from '../../lib/format.ts';
import type { GridColumn } from './columns.ts';

/** A cell as it is shown; an en dash for 'not recorded'. */
export function cellText(record: ProductionRecord, column: GridColumn, format: Format, decimals: number): string {
  const value = record[column.id];
  if (value === null || value === '') return NO_DATA;
  if (typeof value === 'number') return column.id === 'sourceLine' ? String(value) : format.number(value, decimals);
  if (column.kind === 'date') return format.date(value);
  return column.kind === 'instant' ? instantAsWritten(value, format.locale) : value;
}

const instants = new Map<string, Intl.DateTimeFormat>();

/**
 * Stamps without an offset are stored as if the plant's clock were UTC, so that UTC shows them as they were written,
 * wherever the reader sits.
 */
function instantAsWritten(iso: string, locale: string): string {
  let made = instants.get(locale);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
    instants.set(locale, made);
  }
  return made.format(new Date(iso));
}
