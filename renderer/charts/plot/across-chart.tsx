import { useElementSize } from '@mantine/hooks';
import { type MouseEvent, useId } from 'react';
import { useFormat, useText } from '../../lib/language.tsx';
import { AcrossAxes } from './across-axes.tsx';
import { type AcrossKind, type AcrossLayout, layoutAcross, seriesAt } from './across-layout.ts';
import { AcrossMarks, EndNames } from './across-marks.tsx';
import css from './plot.module.css';
import type { MarkAt, Plot } from './plot.ts';
import { PlotSurface } from './plot-surface.tsx';
import { Readout, ReadoutWords } from './readout.tsx';
import { text } from './text.ts';
import { type OnMenu, useMarks } from './use-marks.ts';

interface AcrossChartProps {
  plot: Plot;
  kind: AcrossKind;
  height: number;
  /** What the chart shows, for those who do not see it. */
  label: string;
  /** Shares of the whole up to each place, drawn as a line over the columns. */
  cumulative?: readonly number[];
  onDrill: (mark: MarkAt) => void;
  onMenu?: OnMenu | undefined;
  onBrush?: ((first: number, last: number) => void) | undefined;
}

/** Places from left to right with columns, lines or areas over them; gaps stay gaps. */
export function AcrossChart({ plot, kind, height, label, cumulative, onDrill, onMenu, onBrush }: AcrossChartProps) {
  const t = useText(text);
  const format = useFormat();
  const clipId = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const marks = useMarks({
    places: plot.places.length,
    series: plot.series.length,
    along: 'across',
    onDrill,
    onMenu,
    onBrush,
  });
  const isAlongTime = onBrush !== undefined;
  const layout = layoutAcross(plot, { kind, width, height, hasShares: cumulative !== undefined, isAlongTime });
  const markAt = (event: MouseEvent) => markUnder(event, layout, plot, kind);
  const { active, stretch } = marks;
  return (
    <div ref={ref} className={css.chart} style={{ height }}>
      {width > 0 && (
        <PlotSurface
          label={`${label} ${t.keys}${onBrush ? ` ${t.brushKeys}` : ''}`}
          width={width}
          height={height}
          marks={marks}
          markAt={markAt}
        >
          <clipPath id={clipId}>
            <rect x={layout.left - 6} y={0} width={layout.right - layout.left + 12} height={layout.bottom + 6} />
          </clipPath>
          <AcrossAxes plot={plot} layout={layout} />
          {stretch && (
            <rect
              className={css.stretch}
              x={layout.x(stretch.first) - layout.band / 2}
              y={layout.top}
              width={layout.band * (stretch.last - stretch.first + 1)}
              height={layout.bottom - layout.top}
            />
          )}
          {active && !stretch && (
            <rect
              className={css.activeBand}
              x={layout.x(active.place) - layout.band / 2}
              y={layout.top}
              width={layout.band}
              height={layout.bottom - layout.top}
            />
          )}
          <g clipPath={`url(#${clipId})`}>
            <AcrossMarks
              plot={plot}
              kind={kind}
              layout={layout}
              active={active}
              cumulative={cumulative}
              isAlongTime={isAlongTime}
            />
          </g>
          <EndNames plot={plot} layout={layout} />
        </PlotSurface>
      )}
      {active && (
        <Readout
          plot={plot}
          at={active}
          left={layout.x(active.place)}
          top={layout.top}
          width={width}
          withTotal={kind === 'stacked' || kind === 'area'}
          note={cumulative && t.cumulative(format.percent(cumulative[active.place] ?? null))}
        />
      )}
      <ReadoutWords plot={plot} at={marks.byKey ? active : null} />
    </div>
  );
}

/** The mark below the pointer: the nearest place, and of its series the one that is hit or nearest. */
function markUnder(event: MouseEvent, layout: AcrossLayout, plot: Plot, kind: AcrossKind): MarkAt | null {
  const box = event.currentTarget.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  if (x < layout.left - layout.band || x > layout.right + layout.band || plot.places.length === 0) return null;
  const place = Math.min(plot.places.length - 1, Math.max(0, Math.floor((x - layout.left) / layout.band)));
  return { place, series: seriesAt(plot, kind, layout, { place, x, y }) };
}
