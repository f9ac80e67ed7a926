import { Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconChartAreaLine,
  IconChartBar,
  IconChartDots,
  IconChartGridDots,
  IconChartHistogram,
  IconChartLine,
  IconLayoutGrid,
  IconTable,
  IconTablePlus,
  type TablerIcon,
} from '@tabler/icons-react';
import { obstacleTo, shapeOf } from '../../../shared/questions/explore/shapes.ts';
import { type ExploreView, type Shape, shapes } from '../../../shared/questions/explore/view.ts';
import { useText } from '../../lib/language.tsx';
import css from './explore.module.css';
import { text } from './text.ts';

const icons: Record<Shape, TablerIcon> = {
  table: IconTable,
  pivot: IconTablePlus,
  bar: IconChartBar,
  stacked: IconLayoutGrid,
  line: IconChartLine,
  area: IconChartAreaLine,
  heat: IconChartGridDots,
  scatter: IconChartDots,
  pareto: IconChartHistogram,
};

/** How the answer is shown. What cannot show it says what it needs. */
export function ShapePicker({ view, onChange }: { view: ExploreView; onChange: (view: ExploreView) => void }) {
  const t = useText(text);
  const shown = shapeOf(view);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div className={css.shapes} role="group" aria-label={t.shape}>
      {shapes.map((shape) => {
        const Icon = icons[shape];
        const obstacle = obstacleTo(shape, view);
        const words = obstacle ? `${t.shapes[shape]}: ${t.obstacles[obstacle]}` : t.shapes[shape];
        return (
          <Tooltip key={shape} label={words}>
            <UnstyledButton
              className={css.shape}
              aria-pressed={shape === shown}
              aria-disabled={obstacle !== null}
              aria-label={words}
              onClick={() => obstacle === null && onChange({ ...view, shape })}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span className={css.shapeName}>{t.shapes[shape]}</span>
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </div>
  );
}
