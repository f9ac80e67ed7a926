import type { Filter } from '../../../shared/query/report-query.ts';
import type { Labels } from '../../../shared/text/labels.ts';
import type { Format } from '../../lib/format.ts';
import type { text } from './text.ts';

/** The filters of what is shown, in words: 'Line: Press 1, Press 2 · Shift without: Late'. */
export function filterWords(
  filters: readonly Filter[],
  { labels, format, t }: { labels: Labels; format: Format; t: (typeof text)['en'] },
): string {
  if (filters.length === 0) return t.noFilter;
  return filters
    .map(({ field, in: values, not }) => {
      const name = labels.dimensions[field];
      return `${not ? t.without(name) : name}: ${format.list(values.map((value) => value ?? t.notRecorded))}`;
    })
    .join(' · ');
}

/** A double holds so many digits for certain; what comes after them is of subtracting, not of measuring. */
const DIGITS = 14;

/** A number as a spreadsheet of the locale reads it: all its digits, no thousands, its decimal sign; nothing for no data. */
export function numberToCopy(value: number | null, locale: string): string {
  if (value === null) return '';
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 15 }).format(
    Number(value.toPrecision(DIGITS)),
  );
}
