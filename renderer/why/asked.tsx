import type { Dimension } from '../../shared/query/dimensions.ts';
import type { RecordCondition } from '../../shared/query/record-conditions.ts';
import type { Filter } from '../../shared/query/report-query.ts';
import { useConditionWords } from '../filters/use-condition-words.ts';
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
  where?: readonly RecordCondition[] | undefined;
  dimensions?: readonly Dimension[];
  search?: string;
  before?: Dates | undefined;
}

/** Range, filters, conditions and text sought, in words. */
export function Asked({ from, to, filters = [], where = [], dimensions = [], search = '', before }: AskedProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const inWords = useConditionWords();
  return (
    <Part title={t.range}>
      <p>{rangeWords({ from, to }, t, format)}</p>
      {filters.map(({ field, in: values, not }) => (
        <p key={field}>
          {not ? t.without(labels.dimensions[field]) : labels.dimensions[field]}:{' '}
          {values.length === 0 ? t.none : format.list(values.map((value) => value ?? t.notRecorded))}
        </p>
      ))}
      {where.map((condition) => {
        const { name, holds } = inWords(condition);
        return (
          <p key={`${condition.field} ${condition.is}`}>
            {name}: {holds}
          </p>
        );
      })}
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
