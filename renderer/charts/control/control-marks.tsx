import { useText } from '../../lib/language.tsx';
import css from './control-chart.module.css';
import {
  type ControlLayout,
  type ControlMark,
  type ControlPlot,
  limitPath,
  MARK_SIZE,
  stretchesOfPoints,
  wordsOf,
} from './control-layout.ts';
import { text } from './text.ts';

interface ControlMarksProps {
  plot: ControlPlot;
  layout: ControlLayout;
  active: number | null;
  lit: ReadonlySet<number> | undefined;
  clipId: string;
}

/** Points are drawn as dots while there are no more places than this. */
const MOST_DOTS = 130;

/** Limits as steps, the points joined by a line, and the marks over it. */
export function ControlMarks({ plot, layout, active, lit, clipId }: ControlMarksProps) {
  const { points, places, specification } = plot;
  const { x, y, left, right } = layout;
  const hasDots = places.length <= MOST_DOTS;
  return (
    <>
      <g clipPath={`url(#${clipId})`}>
        <path className={css.center} d={limitPath(points, ({ center }) => center, layout)} />
        <path className={css.limit} d={limitPath(points, ({ lower }) => lower, layout)} />
        <path className={css.limit} d={limitPath(points, ({ upper }) => upper, layout)} />
        {(['lower', 'target', 'upper'] as const).map((side) => {
          const value = specification[side];
          if (value === null) return null;
          return (
            <line key={side} className={css.asked} data-of={side} x1={left} x2={right} y1={y(value)} y2={y(value)} />
          );
        })}
        {stretchesOfPoints(points).map((stretch) => (
          <polyline
            key={stretch[0]}
            className={css.line}
            points={stretch.map((place) => `${x(place)},${y(points[place]?.value ?? 0)}`).join(' ')}
          />
        ))}
      </g>
      {points.map((point, place) => {
        const [before, after] = [points[place - 1] ?? null, points[place + 1] ?? null];
        const isAlone = before === null && after === null;
        if (point === null || !(point.mark !== null || hasDots || isAlone || active === place)) return null;
        return (
          <Mark
            key={places[place]?.id}
            point={point}
            x={x(place)}
            y={y(point.value)}
            isActive={active === place}
            isLit={lit?.has(place) ?? false}
          />
        );
      })}
      <g className={css.words} aria-hidden>
        {wordsOf(points, layout).map(({ place, text: word, ...at }) => (
          <text key={place} {...at}>
            {word}
          </text>
        ))}
      </g>
      {layout.hasNames && <Names plot={plot} layout={layout} />}
    </>
  );
}

interface MarkProps {
  point: ControlMark;
  x: number;
  y: number;
  isActive: boolean;
  isLit: boolean;
}

/** A dot for what chance makes, a diamond for what stands out. */
function Mark({ point, x, y, isActive, isLit }: MarkProps) {
  if (point.mark === null) return <circle className={css.dot} cx={x} cy={y} r={isActive ? 4.5 : 2.5} />;
  const size = isActive || isLit ? MARK_SIZE + 1.5 : MARK_SIZE;
  return (
    <path
      className={css.mark}
      data-lit={isLit}
      d={`M${x},${y - size}L${x + size},${y}L${x},${y + size}L${x - size},${y}Z`}
    />
  );
}

const NAME_HEIGHT = 14;

/** The names of the limits with their values at the last point, moved apart where they would meet. */
function Names({ plot, layout }: { plot: ControlPlot; layout: ControlLayout }) {
  const t = useText(text);
  const last = plot.points.findLast((point) => point !== null);
  if (!last) return null;
  const { lower, upper, target } = plot.specification;
  const names = [
    { name: t.upper, value: last.upper },
    { name: t.center, value: last.center },
    { name: t.lower, value: last.lower },
    ...(upper === null ? [] : [{ name: t.askedUpper, value: upper }]),
    ...(target === null ? [] : [{ name: t.target, value: target }]),
    ...(lower === null ? [] : [{ name: t.askedLower, value: lower }]),
  ]
    .map((each) => ({ ...each, top: layout.y(each.value) }))
    .sort((a, b) => a.top - b.top);
  names.forEach((name, at) => {
    const above = names[at - 1];
    if (above) name.top = Math.max(name.top, above.top + NAME_HEIGHT);
  });
  return (
    <g className={css.names} aria-hidden>
      {names.map(({ name, value, top }) => (
        <text key={name} x={layout.right + 10} y={top} dy="0.32em">
          {name} {plot.format(value)}
        </text>
      ))}
    </g>
  );
}
