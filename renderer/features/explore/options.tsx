import { Select } from '@mantine/core';
import { periodBefore } from '../../../shared/domain/range.ts';
import type { ChartScope } from '../../charts/chart-scope.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { useStatus } from '../../lib/use-status.ts';
import { comparedRange } from './compare.ts';
import css from './explore.module.css';
import { text } from './text.ts';
import { comparisons, type ExploreView, isTime } from './view.ts';

const TOPS = [5, 10, 20, 50, 100] as const;

interface OptionsProps {
  view: ExploreView;
  scope: ChartScope;
  onChange: (view: ExploreView) => void;
}

/** How many values are shown by name, and what is compared with. */
export function Options({ view, scope, onChange }: OptionsProps) {
  const t = useText(text);
  const format = useFormat();
  const first = useStatus().data?.firstDate ?? null;
  const hasValues = view.by.some((by) => !isTime(by));
  const tops = [...new Set([...TOPS, ...(view.top ? [view.top] : [])])].sort((a, b) => a - b);
  const isCovered = (from: string) => first !== null && first <= from;
  const compared = comparisons.map((comparison) => ({
    value: comparison,
    label: t.comparisons[comparison],
    disabled: !isCovered(comparedRange(scope, comparison).from),
  }));
  return (
    <div className={css.options}>
      {hasValues && (
        <Select
          aria-label={t.top}
          className={css.option}
          allowDeselect={false}
          value={String(view.top ?? 'usual')}
          data={[
            { value: 'usual', label: t.topUsual },
            ...tops.map((count) => ({ value: String(count), label: t.topOf(count) })),
          ]}
          onChange={(value) => onChange({ ...view, top: value === 'usual' || value === null ? null : Number(value) })}
        />
      )}
      <Select
        aria-label={t.compare}
        className={css.option}
        allowDeselect={false}
        value={view.comparison ?? 'none'}
        title={first !== null && !isCovered(periodBefore(scope).from) ? t.notCovered(format.date(first)) : undefined}
        data={[{ value: 'none', label: t.noComparison }, ...compared]}
        onChange={(value) =>
          onChange({ ...view, comparison: comparisons.find((comparison) => comparison === value) ?? null })
        }
      />
    </div>
  );
}
