import { useElementSize } from '@mantine/hooks';
import type { MouseEvent } from 'react';
import { useText } from '../../lib/language.tsx';
import css from './plot.module.css';
import { PlotSurface } from './plot-surface.tsx';
import { layoutScatter, namesBeside, type ScatterLayout } from './scatter-layout.ts';
import { pointInWords, ScatterReadout } from './scatter-readout.tsx';
import { text } from './text.ts';
import { useMarks } from './use-marks.ts';

export interface ScatterPoint {
  id: string;
  name: string;
  colour: string;
  x: number;
  y: number;
  /** Where it stands in what it is compared with; absent where there is nothing of the kind. */
  before?: { x: number; y: number };
}

/** A measure along an edge: its name and how its values are written. */
export interface ScatterAxis {
  name: string;
  format: (value: number | null) => string;
  tick: (value: number) => string;
  isRatio: boolean;
}

/** What points are compared with, and how a difference along an edge is told. */
export interface ScatterComparison {
  name: string;
  across: (now: number, before: number | null) => string;
  up: (now: number, before: number | null) => string;
}

interface ScatterChartProps {
  points: readonly ScatterPoint[];
  compared?: ScatterComparison | undefined;
  across: ScatterAxis;
  up: ScatterAxis;
  height: number;
  label: string;
  onDrill: (point: number) => void;
  onMenu: (point: number, at: { x: number; y: number }) => void;
}

const REACH = 24;
/** So few points are named beside themselves. */
const NAMED = 12;
/** More ways from then to now than this lie over each other. */
const MANY = 40;

/** One point for each value, where two of its measures meet, joined with a ring where it stood before. Arrow keys go from left to right. */
export function ScatterChart({ points, compared, across, up, height, label, onDrill, onMenu }: ScatterChartProps) {
  const t = useText(text);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const order = points.map((_, at) => at).sort((a, b) => (points[a]?.x ?? 0) - (points[b]?.x ?? 0));
  const marks = useMarks({
    places: points.length,
    series: 1,
    along: 'across',
    onDrill: ({ place }) => onDrill(order[place] ?? 0),
    onMenu: ({ place }, at) => onMenu(order[place] ?? 0, at),
  });
  const layout = layoutScatter(points, across, up, { width, height });
  const nearest = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const far = (at: number) => Math.hypot(layout.x(points[at]?.x ?? 0) - x, layout.y(points[at]?.y ?? 0) - y);
    const place = order.map((at, index) => ({ index, far: far(at) })).sort((a, b) => a.far - b.far)[0];
    return place && place.far <= REACH ? { place: place.index, series: 0 } : null;
  };
  const active = marks.active ? points[order[marks.active.place] ?? 0] : undefined;
  if (points.length === 0) return <p className={css.note}>{t.noPoint}</p>;
  return (
    <div ref={ref} className={css.chart} style={{ height }}>
      {width > 0 && (
        <PlotSurface label={`${label} ${t.keys}`} width={width} height={height} marks={marks} markAt={nearest}>
          <ScatterAxes layout={layout} across={across} up={up} />
          {points.map(({ id, colour, x, y, before }) =>
            before ? (
              <g
                key={id}
                className={css.pointBefore}
                stroke={colour}
                data-active={active?.id === id}
                data-many={points.length > MANY}
              >
                <line x1={layout.x(before.x)} y1={layout.y(before.y)} x2={layout.x(x)} y2={layout.y(y)} />
                <circle cx={layout.x(before.x)} cy={layout.y(before.y)} r={4} />
              </g>
            ) : null,
          )}
          {points.map((point) => (
            <circle
              key={point.id}
              className={css.point}
              cx={layout.x(point.x)}
              cy={layout.y(point.y)}
              r={point === active ? 7 : 5}
              fill={point.colour}
              data-active={point === active}
            />
          ))}
          {points.length <= NAMED &&
            namesBeside(points, layout).map(({ id, name, anchor, x, y, width: room }) => (
              <text
                key={id}
                className={css.pointName}
                x={anchor === 'start' ? x : x + room}
                y={y}
                dy="0.32em"
                textAnchor={anchor}
              >
                {name}
              </text>
            ))}
        </PlotSurface>
      )}
      {active && (
        <ScatterReadout point={active} layout={layout} width={width} height={height} {...{ across, up, compared }} />
      )}
      <div className="visually-hidden" role="status">
        {marks.byKey && active ? pointInWords(active, across, up, compared) : ''}
      </div>
    </div>
  );
}

function ScatterAxes({ layout, across, up }: { layout: ScatterLayout; across: ScatterAxis; up: ScatterAxis }) {
  const { left, right, top, bottom, x, y, ticksX, ticksY } = layout;
  return (
    <g className={css.axis} aria-hidden>
      {ticksY.map((value) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y(value)} y2={y(value)} className={css.grid} />
          <text x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {up.tick(value)}
          </text>
        </g>
      ))}
      {ticksX.map((value) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1={top} y2={bottom} className={css.grid} />
          <text x={x(value)} y={bottom + 16} textAnchor="middle">
            {across.tick(value)}
          </text>
        </g>
      ))}
      <text x={left} y={10} className={css.axisName}>
        {up.name}
      </text>
      <text x={right} y={bottom + 32} textAnchor="end" className={css.axisName}>
        {across.name}
      </text>
    </g>
  );
}
