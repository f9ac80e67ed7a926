import { useElementSize } from '@mantine/hooks';
import type { MouseEvent } from 'react';
import { useText } from '../../lib/language.tsx';
import css from './explore-charts.module.css';
import { cutTo, ticksFor, widthOf } from './plot.ts';
import { PlotSurface } from './plot-surface.tsx';
import { text } from './text.ts';
import { useMarks } from './use-marks.ts';

export interface ScatterPoint {
  id: string;
  name: string;
  colour: string;
  x: number;
  y: number;
}

/** A measure along an edge: its name and how its values are written. */
export interface ScatterAxis {
  name: string;
  format: (value: number | null) => string;
  tick: (value: number) => string;
  isRatio: boolean;
}

interface ScatterChartProps {
  points: readonly ScatterPoint[];
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

/** One point for each value, where two of its measures meet. Arrow keys go from left to right. */
export function ScatterChart({ points, across, up, height, label, onDrill, onMenu }: ScatterChartProps) {
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
          {points.map((point) => (
            <g key={point.id}>
              <circle
                className={css.point}
                cx={layout.x(point.x)}
                cy={layout.y(point.y)}
                r={point === active ? 7 : 5}
                fill={point.colour}
                data-active={point === active}
              />
              {points.length <= NAMED && (
                <text className={css.pointName} x={layout.x(point.x) + 8} y={layout.y(point.y)} dy="0.32em">
                  {cutTo(point.name, 120)}
                </text>
              )}
            </g>
          ))}
        </PlotSurface>
      )}
      {active && (
        <div
          className={css.readout}
          aria-hidden
          style={{
            top: Math.min(layout.y(active.y) + 10, height - 80),
            ...(layout.x(active.x) > width / 2
              ? { right: width - layout.x(active.x) + 12 }
              : { left: layout.x(active.x) + 12 }),
          }}
        >
          <p className={css.readoutTitle}>{active.name}</p>
          <table className={css.readoutTable}>
            <tbody>
              {[
                { axis: across, value: active.x },
                { axis: up, value: active.y },
              ].map(({ axis, value }) => (
                <tr key={axis.name}>
                  <th scope="row">{axis.name}</th>
                  <td>{axis.format(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="visually-hidden" role="status">
        {marks.byKey && active
          ? `${active.name}, ${across.name} ${across.format(active.x)}, ${up.name} ${up.format(active.y)}`
          : ''}
      </div>
    </div>
  );
}

type Layout = ReturnType<typeof layoutScatter>;

function ScatterAxes({ layout, across, up }: { layout: Layout; across: ScatterAxis; up: ScatterAxis }) {
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

function layoutScatter(
  points: readonly ScatterPoint[],
  across: ScatterAxis,
  up: ScatterAxis,
  { width, height }: { width: number; height: number },
) {
  const extent = (values: number[]) => ({ least: Math.min(...values, Infinity), most: Math.max(...values, -Infinity) });
  const ticksX = ticksFor(extent(points.map((point) => point.x)), !across.isRatio, Math.max(2, width / 140));
  const ticksY = ticksFor(extent(points.map((point) => point.y)), !up.isRatio);
  const left = Math.max(28, ...ticksY.map((value) => widthOf(up.tick(value)))) + 14;
  const [right, top, bottom] = [width - 16, 24, height - 40];
  const scale = (ticks: readonly number[], from: number, to: number) => {
    const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
    return (value: number) => from + ((value - low) / (high - low || 1)) * (to - from);
  };
  return { left, right, top, bottom, ticksX, ticksY, x: scale(ticksX, left, right), y: scale(ticksY, bottom, top) };
}
