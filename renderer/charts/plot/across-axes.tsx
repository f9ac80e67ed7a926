import { type AcrossLayout, SLANT } from './across-layout.ts';
import { MOST_OF_IT } from './across-marks.tsx';
import css from './plot.module.css';
import { cutTo, labelledPlaces, type Plot, widthOf } from './plot.ts';

/** Slanted labels are as far apart as this, px, so that no two touch. */
const SLANTED_APART = 18;

interface AcrossAxesProps {
  plot: Plot;
  layout: AcrossLayout;
}

/** Light lines at the ticks, their numbers, and as many labels of places as there is room for. */
export function AcrossAxes({ plot, layout }: AcrossAxesProps) {
  const { left, right, bottom, ticks, x, y, shareY } = layout;
  /** Moved in from the edge where a label would be cut by it. */
  const within = (middle: number, label: string) => Math.min(middle, layout.width - widthOf(label) / 2 - 2);
  const isLabelled = labelledPlaces(plot.places, right - left);
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
      {shareY &&
        [0, 0.5, MOST_OF_IT, 1].map((share) => (
          <text key={share} x={right + 8} y={shareY(share)} dy="0.32em">
            {`${share * 100}\u202f%`}
          </text>
        ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} className={css.base} />
      {layout.slanted !== null ? (
        <SlantedLabels plot={plot} layout={layout} longest={layout.slanted} />
      ) : (
        plot.places.map(
          (place, at) =>
            isLabelled(at) && (
              <text key={place.id} x={within(x(at), place.short)} y={bottom + 16} textAnchor="middle">
                {place.short}
                <title>{place.label}</title>
              </text>
            ),
        )
      )}
    </g>
  );
}

/** Names of values aslant below their columns: one that is cut still says more than one that is left out. */
function SlantedLabels({ plot, layout, longest }: { plot: Plot; layout: AcrossLayout; longest: number }) {
  const { x, bottom, band } = layout;
  const every = Math.ceil(SLANTED_APART / band);
  const across = Math.cos((SLANT * Math.PI) / 180);
  return plot.places.map((place, at) => {
    if (at % every !== 0) return null;
    const room = Math.min(longest, (x(at) - 2) / across);
    return (
      <text key={place.id} transform={`translate(${x(at) + 4} ${bottom + 14}) rotate(${-SLANT})`} textAnchor="end">
        {cutTo(place.short, room)}
        <title>{place.label}</title>
      </text>
    );
  });
}
