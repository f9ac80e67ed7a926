import { Select } from '@mantine/core';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { rolesOf, shapeOf } from '../../../shared/questions/explore/shapes.ts';
import { type ExploreView, isTime } from '../../../shared/questions/explore/view.ts';
import { useText } from '../../lib/language.tsx';
import { ComparisonPicker } from './compare/comparison-picker.tsx';
import css from './explore.module.css';
import { text } from './text.ts';

const TOPS = [5, 10, 20, 50, 100] as const;

interface OptionsProps {
  view: ExploreView;
  scope: ChartScope;
  onChange: (view: ExploreView) => void;
}

/** How many values are shown by name, how panels are scaled, and what is compared with. */
export function Options({ view, scope, onChange }: OptionsProps) {
  const t = useText(text);
  const hasValues = view.by.some((by) => !isTime(by));
  const tops = [...new Set([...TOPS, ...(view.top ? [view.top] : [])])].sort((a, b) => a - b);
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
      {hasPanels(view) && (
        <Select
          aria-label={t.scales}
          className={css.option}
          allowDeselect={false}
          value={view.ownScales ? 'own' : 'one'}
          data={[
            { value: 'one', label: t.oneScale },
            { value: 'own', label: t.ownScales },
          ]}
          onChange={(value) => onChange({ ...view, ownScales: value === 'own' })}
        />
      )}
      <ComparisonPicker view={view} scope={scope} onChange={onChange} />
    </div>
  );
}

/** Whether a view is drawn in panels that could have a scale each; tables have none. */
function hasPanels(view: ExploreView): boolean {
  const shape = shapeOf(view);
  return !['table', 'pivot', 'heat', 'scatter'].includes(shape) && rolesOf(shape, view.by).includes('panels');
}
