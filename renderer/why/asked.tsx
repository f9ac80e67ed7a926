import type { Dimension } from '../../shared/query/dimensions.ts';
import type { Filter } from '../../shared/query/report-query.ts';
import { useFormat, useLabels, useText } from '../lib/language.tsx';
import { Part } from './part.tsx';
import { text } from './text.ts';

interface AskedProps {
  from?: string | undefined;
  to?: string | undefined;
  filters?: readonly Filter[];
  dimensions?: readonly Dimension[];
  search?: string;
}

/** Range, filters and text sought, in words. */
export function Asked({ from, to, filters = [], dimensions = [], search = '' }: AskedProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  return (
    <Part title={t.range}>
      <p>{rangeWords()}</p>
      {filters.map(({ field, in: values }) => (
        <p key={field}>
          {labels.dimensions[field]}:{' '}
          {values.length === 0 ? t.none : format.list(values.map((value) => value ?? t.notRecorded))}
        </p>
      ))}
      {search !== '' && <p>{t.contains(search)}</p>}
      {dimensions.length > 0 && <p>{t.splitBy(format.list(dimensions.map((name) => labels.dimensions[name])))}</p>}
    </Part>
  );

  function rangeWords(): string {
    if (from && to) return format.dateRange(from, to);
    if (from) return t.fromOn(format.date(from));
    return to ? t.upTo(format.date(to)) : t.allDates;
  }
}
