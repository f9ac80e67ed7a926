import type { Asked } from '../asked.ts';
import type { Names } from '../words.ts';
import type { Compared } from './compared.ts';
import type { Comparison } from './comparison.ts';
import type { text } from './text.ts';

type Words = (typeof text)['en'];

/** What is compared with, as the head of a column. */
export function comparisonName(comparison: Comparison, names: Names, t: Words): string {
  if (comparison.with === 'plan') return t.plan;
  if (comparison.with === 'dates') return comparison.dates.startsWith('year') ? t.yearBefore : t.before;
  return names.member(comparison.field, { of: 'value', value: comparison.value });
}

/** What is compared with, and how the one is put beside the other. */
export function comparedWords(
  { comparison, range }: Compared,
  { splits }: Asked,
  names: Names,
  t: Words,
  dates: (from: string, to: string) => string,
): string {
  if (comparison.with === 'plan') return t.withPlan;
  if (comparison.with === 'value') return t.withValue(comparisonName(comparison, names, t));
  const hasPeriods = splits.some(({ dimension }) => ['day', 'week', 'month', 'quarter', 'year'].includes(dimension));
  const hasShifts = splits.some(({ dimension }) => dimension === 'shift');
  const isByWeekday = comparison.dates.endsWith('Weekdays');
  return [
    t.withDates(dates(range.from, range.to)),
    (hasPeriods || isByWeekday) && t.aligned[comparison.dates],
    hasShifts && t.byShift,
  ]
    .filter(Boolean)
    .join(', ');
}
