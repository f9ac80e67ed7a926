import css from './share-bar.module.css';

export type ShareTone = 'full' | 'half' | 'rest';

interface ShareBarProps {
  /** What there is of each, in one unit, from the left. */
  parts: readonly { key: string; value: number; tone: ShareTone }[];
  /** What the full length stands for. */
  whole: number;
  /** Shows the full length, where there is a limit to it. */
  isLimited?: boolean;
}

/** Parts of a whole as one bar, for the eye; the numbers stand beside it. */
export function ShareBar({ parts, whole, isLimited = false }: ShareBarProps) {
  return (
    <div className={css.track} data-limited={isLimited} aria-hidden>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ key, value, tone }) => (
          <span
            key={key}
            className={css.part}
            data-tone={tone}
            style={{ width: `${Math.min(100, (100 * value) / Math.max(whole, Number.MIN_VALUE))}%` }}
          />
        ))}
    </div>
  );
}

/** Which part of the bars is which. */
export function ShareLegend({ parts }: { parts: readonly { key: string; label: string; tone: ShareTone }[] }) {
  return (
    <ul className={css.legend}>
      {parts.map(({ key, label, tone }) => (
        <li key={key}>
          <span className={css.key} data-tone={tone} />
          {label}
        </li>
      ))}
    </ul>
  );
}
