import { defaultRange } from '../../../shared/domain/range.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import type { RangeChoice } from '../../../shared/questions/scope-url.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { rangeText } from '../../lib/range-text.ts';
import { text } from './text.ts';

/** Ranges and filters in words. */
export function useScopeWords() {
  const t = useText(text);
  const presets = useText(rangeText);
  const labels = useLabels();
  const format = useFormat();
  return {
    range(range: RangeChoice | null): string {
      if (range !== null && typeof range !== 'string') return format.dateRange(range.from, range.to);
      return presets[range ?? defaultRange];
    },
    filters(filters: readonly Filter[]): string {
      if (filters.length === 0) return t.noFilters;
      return filters
        .map(({ field, in: values, not }) => {
          const names = format.list(values.map((value) => value ?? t.notRecorded));
          return `${not ? t.without(labels.dimensions[field]) : labels.dimensions[field]}: ${names}`;
        })
        .join(' · ');
    },
  };
}
