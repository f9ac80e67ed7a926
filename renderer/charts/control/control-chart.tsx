import { useElementSize } from '@mantine/hooks';
import { type MouseEvent, useEffect, useId } from 'react';
import { useText } from '../../lib/language.tsx';
import { AcrossAxes } from '../plot/across-axes.tsx';
import shared from '../plot/plot.module.css';
import { PlotSurface } from '../plot/plot-surface.tsx';
import { besidePoint, ReadoutCard } from '../plot/readout-card.tsx';
import { useMarks } from '../plot/use-marks.ts';
import css from './control-chart.module.css';
import { acrossPlot, type ControlPlot, layoutControl } from './control-layout.ts';
import { ControlMarks } from './control-marks.tsx';
import { text } from './text.ts';

interface ControlChartProps {
  plot: ControlPlot;
  height: number;
  /** What the chart shows, for those who do not see it. */
  label: string;
  /** Each line of what is said of a place, its name first. */
  tell: (place: number) => readonly string[];
  onOpen: (place: number) => void;
  onBrush?: ((first: number, last: number) => void) | undefined;
  /** Places that are drawn out: those of a signal that is looked at. */
  lit?: ReadonlySet<number> | undefined;
  /** Told which place is looked at. */
  onLook?: (place: number | null) => void;
}

/** Points with their center and limits, gaps where there is no data; marks have a shape and a word of their own. */
export function ControlChart({ plot, height, label, tell, onOpen, onBrush, lit, onLook }: ControlChartProps) {
  const t = useText(text);
  const clipId = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const marks = useMarks({
    places: plot.places.length,
    series: 1,
    along: 'across',
    onDrill: ({ place }) => plot.points[place] && onOpen(place),
    onBrush,
  });
  const layout = layoutControl(plot, width, height);
  const { active, stretch } = marks;
  const place = active?.place ?? null;
  useEffect(() => onLook?.(place), [onLook, place]);
  const placeAt = (event: MouseEvent) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    if (x < layout.left - layout.band || x > layout.right + layout.band || plot.places.length === 0) return null;
    const at = Math.floor((x - layout.left) / layout.band);
    return { place: Math.min(plot.places.length - 1, Math.max(0, at)), series: 0 };
  };
  const told = place === null ? [] : tell(place);
  const over = stretch ?? (active && { first: active.place, last: active.place });
  return (
    <div ref={ref} className={shared.chart} style={{ height }}>
      {width > 0 && (
        <PlotSurface
          label={`${label} ${t.keys}${onBrush ? ` ${t.brushKeys}` : ''}`}
          width={width}
          height={height}
          marks={marks}
          markAt={placeAt}
        >
          <clipPath id={clipId}>
            <rect x={layout.left - 8} y={0} width={layout.right - layout.left + 16} height={layout.bottom + 8} />
          </clipPath>
          <AcrossAxes plot={acrossPlot(plot)} layout={layout} />
          {over && (
            <rect
              className={stretch ? shared.stretch : shared.activeBand}
              x={layout.x(over.first) - layout.band / 2}
              y={layout.top}
              width={layout.band * (over.last - over.first + 1)}
              height={layout.bottom - layout.top}
            />
          )}
          <ControlMarks plot={plot} layout={layout} active={place} lit={lit} clipId={clipId} />
        </PlotSurface>
      )}
      {place !== null && (
        <ReadoutCard title={told[0]} at={besidePoint({ left: layout.x(place), top: layout.top }, width)}>
          {told.slice(1).map((line) => (
            <p key={line} className={css.told}>
              {line}
            </p>
          ))}
        </ReadoutCard>
      )}
      <div className="visually-hidden" role="status">
        {marks.byKey ? told.join(', ') : ''}
      </div>
    </div>
  );
}
