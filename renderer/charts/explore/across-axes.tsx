import type { AcrossLayout } from './across-layout.ts';
import { MOST_OF_IT } from './across-marks.tsx';
import css from './explore-charts.module.css';
import { cutTo, labelEvery, type Plot, widthOf } from './plot.ts';

/** A label under a column of its own may be cut; along time it is left out instead. */
const LEAST_CUT = 44;

interface AcrossAxesProps {
  plot: Plot;
  layout: AcrossLayout;
  hasShares: boolean;
  isAlongTime: boolean;
}

/** Light lines at the ticks, their numbers, and as many labels of places as there is room for. */
export function AcrossAxes({ plot, layout, hasShares, isAlongTime }: AcrossAxesProps) {
  const { left, right, bottom, top, ticks, x, y, band } = layout;
  const isCut = !isAlongTime && band >= LEAST_CUT;
  /** Moved in from the edge where a label would be cut by it. */
  const within = (middle: number, label: string, isShort: boolean) =>
    isShort ? middle : Math.min(middle, layout.width - widthOf(label) / 2 - 2);
  const every = isCut
    ? 1
    : labelEvery(
        plot.places.map((place) => place.short),
        right - left,
      );
  return (
    <g className={css.axis} aria-hidden>
      {ticks.map((value) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y(value)} y2={y(value)} className={value === 0 ? css.base : css.grid} />
          <text x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {plot.tick(value)}
          </text>
        </g>
      ))}
      {hasShares &&
        [0, 0.5, MOST_OF_IT, 1].map((share) => (
          <text key={share} x={right + 8} y={bottom - share * (bottom - top)} dy="0.32em">
            {`${share * 100}\u202f%`}
          </text>
        ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} className={css.base} />
      {plot.places.map(
        (place, at) =>
          at % every === 0 && (
            <text key={place.id} x={within(x(at), place.short, isCut)} y={bottom + 16} textAnchor="middle">
              {isCut ? cutTo(place.short, band - 4) : place.short}
              <title>{place.label}</title>
            </text>
          ),
      )}
    </g>
  );
}
