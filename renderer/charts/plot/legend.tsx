import css from './plot.module.css';
import type { PlotSeries } from './plot.ts';

interface LegendProps {
  series: readonly Pick<PlotSeries, 'name' | 'colour'>[];
  /** What is compared with, and whether it is drawn as a dashed line or as a mark across each bar. */
  before?: { name: string; drawn: 'line' | 'mark' } | undefined;
}

/** Which colour is what, each name once, and what is compared with. */
export function Legend({ series, before }: LegendProps) {
  const entries = new Map(series.map(({ name, colour }) => [name, colour]));
  if (entries.size < 2 && !before) return null;
  return (
    <ul className={css.legend}>
      {[...entries].map(([name, colour]) => (
        <li key={name}>
          <span className={css.legendKey} style={{ background: colour }} />
          {name}
        </li>
      ))}
      {before && (
        <li>
          <span className={css.legendBefore} data-drawn={before.drawn} />
          {before.name}
        </li>
      )}
    </ul>
  );
}
