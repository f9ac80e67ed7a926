import type { Dimension } from '../../shared/query/dimensions.ts';
import type { Filter } from '../../shared/query/report-query.ts';
import type { Format } from '../lib/format.ts';
import { useFormat, useLabels, useText } from '../lib/language.tsx';
import { Part } from './part.tsx';
import { text } from './text.ts';

interface Dates {
  from?: string | undefined;
  to?: string | undefined;
}

interface AskedProps extends Dates {
  filters?: readonly Filter[];
  dimensions?: readonly Dimension[];
  search?: string;
  before?: Dates | undefined;
}

/** Range, filters and text sought, in words. */
export function Asked({ from, to, filters = [], dimensions = [], search = '', before }: AskedProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  return (
    <Part title={t.range}>
      <p>{rangeWords({ from, to }, t, format)}</p>
      {filters.map(({ field, in: values, not }) => (
        <p key={field}>
          {not ? t.without(labels.dimensions[field]) : labels.dimensions[field]}:{' '}
          {values.length === 0 ? t.none : format.list(values.map((value) => value ?? t.notRecorded))}
        </p>
      ))}
      {search !== '' && <p>{t.contains(search)}</p>}
      {dimensions.length > 0 && <p>{t.splitBy(format.list(dimensions.map((name) => labels.dimensions[name])))}</p>}
      {before && <p>{t.comparedWith(rangeWords(before, t, format))}</p>}
    </Part>
  );
}

function rangeWords({ from, to }: Dates, t: (typeof text)['en'], format: Format): string {
  if (from && to) return format.dateRange(from, to);
  if (from) return t.fromOn(format.date(from));
  return to ? t.upTo(format.date(to)) : t.allDates;
}
