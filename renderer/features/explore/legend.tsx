import css from './explore.module.css';
import type { ChartPanel } from './to-panels.ts';

/** Which colour is what, once for all panels. */
export function Legend({ panels }: { panels: readonly ChartPanel[] }) {
  const entries = new Map(panels.flatMap(({ plot }) => plot.series.map(({ name, colour }) => [name, colour] as const)));
  if (entries.size < 2) return null;
  return (
    <ul className={css.legend}>
      {[...entries].map(([name, colour]) => (
        <li key={name}>
          <span className={css.key} style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
