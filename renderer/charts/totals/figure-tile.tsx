import type { ReactNode } from 'react';
import type { Why } from '../../why/why.ts';
import { WhyButton } from '../../why/why-button.tsx';
import { Sparkline } from '../sparkline.tsx';
import css from './figure-tile.module.css';

/** How high a tile is, px: what takes its place while it is awaited is as high. */
export const TILE_HEIGHT = 112;

interface FigureTileProps {
  label: string;
  /** Beside the label; a percent sign stands with the number. */
  unit?: string | null;
  /** The number as it is written, '87.5 %' or '1,204'. */
  number: string;
  why: Why;
  /** Its course over the range, for the shape only. */
  course: readonly (number | null)[];
  /** What a click on the tile does, in words, and does. */
  action: { title: string; label: string; run: () => void };
  /** Below the number: how it changed, or why there is none. */
  children: ReactNode;
}

/** Tiles side by side, or in rows where there is no room. */
export function FigureTiles({ children }: { children: ReactNode }) {
  return <div className={css.tiles}>{children}</div>;
}

/** One large number with its course and a line below. */
export function FigureTile({ label, unit, number, why, course, action, children }: FigureTileProps) {
  const [digits = '', sign] = number.split('\u202f%');
  return (
    <section className={css.tile} aria-label={label}>
      <header className={css.head}>
        <h2 className={css.label}>
          {label}
          {unit !== undefined && <span className={css.unit}>{unit}</span>}
        </h2>
        <WhyButton of={label} why={why} />
      </header>
      <button type="button" className={css.body} title={action.title} onClick={action.run}>
        <span className="visually-hidden">{action.label}</span>
        <span className={css.value} data-long={lengthOf(digits)}>
          {digits}
          {sign !== undefined && <span className={css.sign}>%</span>}
        </span>
        <Sparkline values={course} />
      </button>
      <p className={css.foot}>{children}</p>
    </section>
  );
}

/** Whether a number is long for a narrow tile, or for any. */
function lengthOf(number: string): 'very' | 'yes' | undefined {
  return number.length > 11 ? 'very' : number.length > 8 ? 'yes' : undefined;
}
