import { useElementSize } from '@mantine/hooks';
import type { MouseEvent } from 'react';
import { useText } from '../../lib/language.tsx';
import { stackAt } from './across-layout.ts';
import { fillOf } from './colours.ts';
import css from './plot.module.css';
import { cutTo, extentOf, type MarkAt, type Plot, stackHeight, ticksFor, widthOf } from './plot.ts';
import { PlotSurface } from './plot-surface.tsx';
import { Readout, ReadoutWords } from './readout.tsx';
import { text } from './text.ts';
import { type OnMenu, useMarks } from './use-marks.ts';

interface DownChartProps {
  plot: Plot;
  isStacked: boolean;
  label: string;
  onDrill: (mark: MarkAt) => void;
  onMenu?: OnMenu | undefined;
}

const HEAD = 22;

/** Places from top to bottom with bars to the right: for names, which need room. */
export function DownChart({ plot, isStacked, label, onDrill, onMenu }: DownChartProps) {
  const t = useText(text);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const marks = useMarks({ places: plot.places.length, series: plot.series.length, along: 'down', onDrill, onMenu });
  const layout = layoutDown(plot, isStacked, width);
  const markAt = (event: MouseEvent): MarkAt | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top - HEAD];
    const place = Math.floor(y / layout.row);
    if (y < 0 || place >= plot.places.length) return null;
    const bars = layout.bars(place);
    const hit = isStacked
      ? bars.find((bar) => x <= bar.x + bar.width)
      : bars.find((bar) => y - place * layout.row <= bar.y + bar.height);
    return { place, series: (hit ?? bars.at(-1))?.series ?? 0 };
  };
  const { active } = marks;
  const height = HEAD + layout.row * plot.places.length + 4;
  return (
    <div ref={ref} className={css.chart} style={{ minHeight: height }}>
      {width > 0 && (
        <PlotSurface label={`${label} ${t.keys}`} width={width} height={height} marks={marks} markAt={markAt}>
          <g className={css.axis} aria-hidden>
            {layout.ticks.map((value) => (
              <g key={value}>
                <line
                  x1={layout.x(value)}
                  x2={layout.x(value)}
                  y1={HEAD - 4}
                  y2={height}
                  className={value === 0 ? css.base : css.grid}
                />
                <text x={layout.x(value)} y={12} textAnchor="middle">
                  {plot.tick(value)}
                </text>
              </g>
            ))}
          </g>
          {plot.places.map((place, at) => (
            <g key={place.id} transform={`translate(0 ${HEAD + at * layout.row})`}>
              {active?.place === at && <rect className={css.activeBand} width={width} height={layout.row} />}
              <text className={css.rowName} x={layout.left - 8} y={layout.row / 2} dy="0.32em" textAnchor="end">
                {cutTo(place.short, layout.left - 12)}
                <title>{place.label}</title>
              </text>
              {layout.bars(at).map((bar) => (
                <rect
                  key={plot.series[bar.series]?.id}
                  className={css.column}
                  data-active={active?.place === at && (active.series === bar.series || plot.series.length === 1)}
                  x={bar.x}
                  y={bar.y}
                  width={bar.width}
                  height={bar.height}
                  fill={fillOf(plot, at, bar.series)}
                />
              ))}
              {layout.marks(at).map(({ id, x, y, height: long }) => (
                <line key={id} className={css.beforeMark} x1={x} x2={x} y1={y} y2={y + long} />
              ))}
              {layout.hasNumbers && (
                <text className={css.number} x={layout.numberAt(at)} y={layout.row / 2} dy="0.32em">
                  {plot.format(stackHeight(plot.series, at))}
                  {plot.compared && <tspan className={css.change}>{`  ${changeAt(plot, at)}`}</tspan>}
                </text>
              )}
            </g>
          ))}
        </PlotSurface>
      )}
      {active && (
        <Readout
          plot={plot}
          at={active}
          left={layout.end(active.place)}
          top={HEAD + (active.place + 1) * layout.row}
          width={width}
          withTotal={isStacked}
        />
      )}
      <ReadoutWords plot={plot} at={marks.byKey ? active : null} />
    </div>
  );
}

interface Bar {
  series: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What all series of a place are together, against what they were. */
function changeAt({ series, compared }: Plot, place: number): string {
  const before = series.map((each) => ({ ...each, values: each.before ?? [] }));
  return compared?.change(stackHeight(series, place), stackHeight(before, place)) ?? '';
}

function beforeStack({ series }: Plot, place: number): number[] {
  const height = stackHeight(
    series.map((each) => ({ ...each, values: each.before ?? [] })),
    place,
  );
  return height === null ? [] : [height];
}

function numberAt(plot: Plot, place: number): string {
  const number = plot.format(stackHeight(plot.series, place));
  return plot.compared ? `${number}  ${changeAt(plot, place)}` : number;
}

/** Where names, bars and numbers stand. */
function layoutDown(plot: Plot, isStacked: boolean, width: number) {
  const extent = plot.extent ?? extentOf(plot, isStacked) ?? { least: 0, most: 1 };
  const longest = Math.max(40, ...plot.places.map(({ short }) => widthOf(short)));
  const left = Math.min(longest + 16, Math.max(96, width * 0.34));
  const hasNumbers = plot.series.length === 1 || isStacked;
  const numbers = hasNumbers ? Math.max(...plot.places.map((_, at) => widthOf(numberAt(plot, at))), 0) + 12 : 12;
  // Half of the last tick's number stands beyond its line.
  const right = Math.max(left + 40, width - Math.max(numbers, widthOf(plot.tick(extent.most)) / 2 + 8));
  const ticks = ticksFor(extent, true, Math.max(2, Math.floor((right - left) / 110)));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const x = (value: number) => left + ((value - low) / (high - low || 1)) * (right - left);
  const row = isStacked || plot.series.length === 1 ? 28 : 10 + 12 * plot.series.length;
  const inner = isStacked || plot.series.length === 1 ? 16 : 11;
  const sideBySide = (place: number) =>
    plot.series.flatMap(({ values }, series) => {
      const value = values[place] ?? null;
      return value === null ? [] : { series, from: 0, to: value };
    });
  const bars = (place: number): Bar[] =>
    (isStacked ? stackAt(plot.series, place) : sideBySide(place)).map(({ series, from, to }) => ({
      series,
      x: Math.min(x(from), x(to)),
      width: Math.max(to === from ? 0 : 0.75, Math.abs(x(to) - x(from))),
      y: isStacked || plot.series.length === 1 ? 6 : 5 + series * 12,
      height: inner,
    }));
  const marks = (place: number) =>
    plot.series.length > 1 && isStacked
      ? beforeStack(plot, place).map((value) => ({ id: 'before', x: x(value), y: 3, height: inner + 6 }))
      : plot.series.flatMap(({ id, before }, series) => {
          const value = before?.[place] ?? null;
          const y = plot.series.length === 1 ? 3 : 3 + series * 12;
          return value === null ? [] : { id, x: x(value), y, height: inner + 6 };
        });
  return {
    left,
    row,
    ticks,
    x,
    bars,
    marks,
    hasNumbers,
    numberAt: (place: number) =>
      6 + Math.max(x(0), ...bars(place).map((bar) => bar.x + bar.width), ...marks(place).map((mark) => mark.x)),
    end: (place: number) => Math.max(x(0), ...bars(place).map((bar) => bar.x + bar.width)),
  };
}
