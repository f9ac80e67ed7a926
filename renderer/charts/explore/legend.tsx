import css from './explore-charts.module.css';
import type { PlotSeries } from './plot.ts';

/** Which colour is what, each name once. */
export function Legend({ series }: { series: readonly Pick<PlotSeries, 'name' | 'colour'>[] }) {
  const entries = new Map(series.map(({ name, colour }) => [name, colour]));
  if (entries.size < 2) return null;
  return (
    <ul className={css.legend}>
      {[...entries].map(([name, colour]) => (
        <li key={name}>
          <span className={css.legendKey} style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
