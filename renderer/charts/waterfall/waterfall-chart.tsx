import { useElementSize } from '@mantine/hooks';
import type { MouseEvent } from 'react';
import { useText } from '../../lib/language.tsx';
import { cutTo } from '../plot/plot.ts';
import { PlotSurface } from '../plot/plot-surface.tsx';
import { ReadoutCard } from '../plot/readout-card.tsx';
import { useMarks } from '../plot/use-marks.ts';
import { HEAD_HEIGHT, layoutWaterfall, ROW_HEIGHT, type WaterfallRow, waterfallHeight } from './layout.ts';
import { text } from './text.ts';
import css from './waterfall.module.css';

interface WaterfallChartProps {
  rows: readonly WaterfallRow[];
  /** What the chart shows, for those who do not see it. */
  label: string;
  tick: (value: number) => string;
  /** A click on a bar that does something, or Enter on it. */
  onChoose: (row: WaterfallRow) => void;
}

/** From a whole down to what is left of it, a bar a step, each with its number, its share and how it is worked out. */
export function WaterfallChart({ rows, label, tick, onChoose }: WaterfallChartProps) {
  const t = useText(text);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const choose = (place: number) => {
    const row = rows[place];
    if (row?.isActive) onChoose(row);
  };
  const marks = useMarks({
    places: rows.length,
    series: 1,
    along: 'down',
    onDrill: ({ place }) => choose(place),
  });
  const layout = layoutWaterfall(rows, width);
  const height = waterfallHeight(rows.length);
  const markAt = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = Math.floor((event.clientY - box.top - HEAD_HEIGHT) / ROW_HEIGHT);
    return place >= 0 && place < rows.length ? { place, series: 0 } : null;
  };
  const active = marks.active ? rows[marks.active.place] : undefined;
  return (
    <div ref={ref} className={css.chart} style={{ minHeight: height }}>
      {width > 0 && (
        <PlotSurface
          label={`${label} ${t.keys}`}
          width={width}
          height={height}
          marks={marks}
          markAt={markAt}
          isActionable={active?.isActive ?? false}
        >
          <g aria-hidden className={css.axis}>
            {layout.ticks.map((value) => (
              <g key={value}>
                <line
                  x1={layout.x(value)}
                  x2={layout.x(value)}
                  y1={HEAD_HEIGHT - 4}
                  y2={height}
                  className={value === 0 ? css.base : css.grid}
                />
                <text x={layout.x(value)} y={12} textAnchor="middle">
                  {tick(value)}
                </text>
              </g>
            ))}
          </g>
          {rows.map((row, at) => (
            <Row key={row.id} {...{ row, at, layout, width }} next={rows[at + 1]} isActive={row === active} />
          ))}
        </PlotSurface>
      )}
      {active && (
        <ReadoutCard
          title={
            <>
              {active.name} <span className={css.readoutNumber}>{`${active.number} · ${active.share}`}</span>
            </>
          }
          note={active.formula}
          at={{ top: HEAD_HEIGHT + ((marks.active?.place ?? 0) + 1) * ROW_HEIGHT + 2, left: layout.left }}
        />
      )}
      <div className="visually-hidden" role="status">
        {marks.byKey && active ? [active.name, active.number, active.share, active.formula].join(', ') : ''}
      </div>
    </div>
  );
}

interface RowProps {
  row: WaterfallRow;
  next: WaterfallRow | undefined;
  at: number;
  layout: ReturnType<typeof layoutWaterfall>;
  width: number;
  isActive: boolean;
}

function Row({ row, next, at, layout, width, isActive }: RowProps) {
  const [begin, end] = [layout.x(row.from), layout.x(row.to)];
  const middle = ROW_HEIGHT / 2;
  return (
    <g transform={`translate(0 ${HEAD_HEIGHT + at * ROW_HEIGHT})`} data-tone={row.tone} className={css.row}>
      {isActive && <rect className={css.activeBand} width={width} height={ROW_HEIGHT} />}
      <text className={css.name} x={layout.left - 8} y={middle} dy="0.32em" textAnchor="end">
        {cutTo(row.name, layout.left - 12)}
        <title>{row.name}</title>
      </text>
      <rect
        className={css.bar}
        x={Math.min(begin, end)}
        y={5}
        width={Math.max(row.from === row.to ? 0 : 1, Math.abs(end - begin))}
        height={ROW_HEIGHT - 10}
      />
      {next && <line className={css.link} x1={end} x2={end} y1={ROW_HEIGHT - 5} y2={ROW_HEIGHT + 5} />}
      <text className={css.number} x={layout.numberEnd} y={middle} dy="0.32em" textAnchor="end">
        {row.number}
      </text>
      <text className={css.share} x={layout.shareEnd} y={middle} dy="0.32em" textAnchor="end">
        {row.share}
      </text>
    </g>
  );
}
