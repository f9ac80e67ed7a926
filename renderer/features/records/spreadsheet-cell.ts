import { dayFromIso } from '../../../shared/domain/day.ts';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import type { GridColumn } from './columns.ts';

/** How a spreadsheet in the person's locale writes what is copied, so that numbers and dates stay what they are when pasted. */
export interface SpreadsheetFormat {
  number: (value: number) => string;
  /** A day 'YYYY-MM-DD'. */
  date: (iso: string) => string;
  /** An instant (ISO), as the clock of the plant showed it. */
  instant: (iso: string) => string;
}

/** A record holds no more decimals. */
const MOST_DECIMALS = 6;
const MS_PER_DAY = 86_400_000;
/** Between day, month and year spreadsheets read these; where a locale has others, such as '. ', the ISO date is read everywhere. */
const READABLE = /^[-./]$/;

export function spreadsheetFormat(locale: string): SpreadsheetFormat {
  const decimals = new Intl.NumberFormat(locale, {
    useGrouping: false,
    maximumFractionDigits: MOST_DECIMALS,
    numberingSystem: 'latn',
  });
  const days = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  });
  const literals = days.formatToParts(0).filter(({ type }) => type === 'literal');
  const isReadable = literals.length === 2 && literals.every(({ value }) => READABLE.test(value));
  const date = (iso: string) => {
    const day = dayFromIso(iso);
    return day === null || !isReadable ? iso : days.format(new Date(day * MS_PER_DAY));
  };
  return {
    // A minus sign of typography is text to a spreadsheet.
    number: (value) => decimals.format(value).replace('\u2212', '-'),
    date,
    instant: (iso) => `${date(iso.slice(0, 10))} ${iso.slice(11, 19)}`,
  };
}

/** A cell as it is copied: all its digits, nothing for 'not recorded'. */
export function spreadsheetCell(record: ProductionRecord, column: GridColumn, format: SpreadsheetFormat): string {
  const value = record[column.id];
  if (value === null) return '';
  if (typeof value === 'number') return format.number(value);
  if (column.kind === 'date') return format.date(value);
  return column.kind === 'instant' ? format.instant(value) : value;
}
