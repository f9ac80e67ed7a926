import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from 'recharts';
import type { PeriodGrain } from '../../../shared/domain/day.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import { type TrendView, trendViews } from '../../../shared/questions/trend.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { ticksFor } from '../plot/plot.ts';
import { type Selection, selectedRange, selectionAfterKey } from './selection.ts';
import { text } from './text.ts';
import type { TrendPoint } from './to-series.ts';
import css from './trend-chart.module.css';
import { TrendTooltip } from './trend-tooltip.tsx';

interface TrendChartProps {
  points: readonly TrendPoint[];
  grain: PeriodGrain;
  view: TrendView;
  /** Says what the chart shows to who cannot see it; the table beside it has the numbers. */
  label: string;
  /** A click on a period, or a drag over several, chooses their days; so do Enter, and Shift with the arrow keys. */
  onSelect: (range: { from: string; to: string }) => void;
}

const tick = { fontSize: 12, fill: 'var(--tl-text-quiet)' };
/** Each amount in its own colour, the same wherever it is shown. */
const colours: Partial<Record<Measure, string>> = { defects: 'var(--tl-chart-bad)' };

/**
 * Amounts as bars from zero or a ratio as a line, with the period before as a thinner line; gaps stay gaps. Drawing it is most of
 * the work of its screen, so that it is drawn anew only for something else.
 */
export const TrendChart = memo(function TrendChart({ points, grain, view, label, onSelect }: TrendChartProps) {
  const t = useText(text);
  const format = useFormat();
  const active = useRef<number | null>(null);
  const setActive = useCallback((at: number | null) => {
    active.current = at;
  }, []);
  const [selection, setSelection] = useState<Selection | null>(null);
  const { shape, measures } = trendViews[view];
  const data = points.map((point) => ({
    ...point,
    beforeTotal: totalBefore(point, measures),
    // A period that the range cuts is paler: it is not lower, there is less of it.
    fillOpacity: point.partial ? 0.5 : 1,
  }));
  const decimals = percentDecimals(points, measures);
  // Whole steps: the library's own are quarters of the most.
  const ticks = shape === 'bars' ? ticksFor({ least: 0, most: highest(data, measures) }, true, 4) : null;
  const marked = selection && selectedRange(points, selection);
  const choose = (chosen: typeof marked) => {
    if (chosen) onSelect({ from: chosen.first.from, to: chosen.last.to });
    setSelection(null);
  };
  // The chart moves its active period by the arrow keys itself; what is chosen is ours.
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active.current;
    if (at === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.stopPropagation();
      choose(marked ?? selectedRange(points, { anchor: at, end: at }));
    } else if (event.key === 'Escape') {
      setSelection(null);
    } else {
      const place = { active: at, count: points.length };
      setSelection((now) => selectionAfterKey(now, place, { key: event.key, shift: event.shiftKey }));
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside holds the focus
    <div className={css.chart} onKeyDownCapture={onKeyDown} onBlur={() => setSelection(null)}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={data}
          role="application"
          aria-label={`${label} ${t.keys}`}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap={points.length > 60 ? '8%' : '22%'}
          style={{ cursor: 'pointer', userSelect: 'none' }}
          onMouseDown={({ activeTooltipIndex }) => {
            const at = indexOf(activeTooltipIndex);
            if (at !== null) setSelection({ anchor: at, end: at });
          }}
          onMouseMove={({ activeTooltipIndex }) => {
            const end = indexOf(activeTooltipIndex);
            if (end !== null) setSelection((now) => now && { ...now, end });
          }}
          onMouseLeave={() => setSelection(null)}
          onMouseUp={({ activeTooltipIndex }) => {
            // A quick click can be over before the chart has noticed the pointer; its place is known by now.
            const at = indexOf(activeTooltipIndex);
            choose(marked ?? (at === null ? null : selectedRange(points, { anchor: at, end: at })));
          }}
        >
          <ActivePeriod points={points} onChange={setActive} />
          <CartesianGrid vertical={false} stroke="var(--tl-chart-grid)" />
          <XAxis
            dataKey="name"
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--tl-line-strong)' }}
            tickFormatter={(name: string) => format.periodShort(name, grain)}
            interval="equidistantPreserveStart"
            minTickGap={12}
          />
          <YAxis
            width={52}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickCount={5}
            {...(ticks ? { ticks, domain: [0, ticks.at(-1) ?? 1] } : { domain: ['auto', 'auto'] })}
            tickFormatter={(value: number) =>
              shape === 'bars' ? format.compact(value) : format.percent(value, decimals)
            }
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{
              fill: 'var(--tl-sunken)',
              stroke: 'var(--tl-line-strong)',
              strokeWidth: shape === 'bars' ? 0 : 1,
            }}
            content={({ active, label: name }) => {
              const point = active ? points.find((each) => each.name === name) : undefined;
              return point && <TrendTooltip point={point} grain={grain} view={view} />;
            }}
          />
          {measures.map((measure) =>
            shape === 'bars' ? (
              <Bar
                key={measure}
                dataKey={(point: TrendPoint) => point.values[measure] ?? null}
                name={measure}
                stackId="amount"
                maxBarSize={72}
                fill={colours[measure] ?? 'var(--tl-chart-good)'}
                isAnimationActive={false}
              />
            ) : (
              <Area
                key={measure}
                dataKey={(point: TrendPoint) => point.values[measure] ?? null}
                name={measure}
                type="linear"
                zIndex={DefaultZIndexes.line}
                fill="none"
                stroke="var(--tl-chart-good)"
                strokeWidth={2}
                dot={points.length <= 62 ? { r: 2.5, fill: 'var(--tl-chart-good)', strokeWidth: 0 } : false}
                connectNulls={false}
                isAnimationActive={false}
              />
            ),
          )}
          {/* An area without a filling, as a line of Recharts measures itself whenever it is drawn, and the whole page with it. */}
          <Area
            dataKey="beforeTotal"
            name="before"
            type="linear"
            zIndex={DefaultZIndexes.line}
            fill="none"
            stroke={colourBefore(view)}
            strokeWidth={1.25}
            dot={false}
            activeDot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
          {marked && (
            <ReferenceArea
              x1={marked.first.name}
              x2={marked.last.name}
              fill="var(--tl-accent)"
              fillOpacity={0.14}
              stroke="var(--tl-accent)"
              strokeOpacity={0.5}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
});

/** Tells which period the pointer or the keyboard is at; null when it is at none. */
function ActivePeriod({ points, onChange }: { points: readonly TrendPoint[]; onChange: (at: number | null) => void }) {
  const label = useActiveTooltipLabel();
  const at = points.findIndex((point) => point.name === label);
  useEffect(() => onChange(at === -1 ? null : at), [at, onChange]);
  return null;
}

/** What the comparison line is drawn from: the sum of what the bars stack, or the ratio. */
function totalBefore(point: TrendPoint, measures: readonly Measure[]): number | null {
  const known = measures.map((measure) => point.before[measure]).filter((value) => value != null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The highest of what is drawn: bars on each other, and what they are compared with. */
function highest(
  points: readonly (TrendPoint & { beforeTotal: number | null })[],
  measures: readonly Measure[],
): number {
  const now = points.map(({ values }) => measures.reduce((sum, measure) => sum + (values[measure] ?? 0), 0));
  return Math.max(0, ...now, ...points.map(({ beforeTotal }) => beforeTotal ?? 0));
}

/** The hue of what it is compared with: over bars it has to stand out from them, beside a line to step back. */
export function colourBefore(view: TrendView): string {
  if (trendViews[view].shape === 'line') return 'var(--tl-chart-good-line-before)';
  return view === 'defects' ? 'var(--tl-chart-bad-before)' : 'var(--tl-chart-good-before)';
}

/** Decimals of the percent axis: enough to tell its ticks apart. */
function percentDecimals(points: readonly TrendPoint[], measures: readonly Measure[]): number {
  const values = points
    .flatMap((point) => measures.flatMap((measure) => [point.values[measure], point.before[measure]]))
    .filter((value) => value != null);
  const span = Math.max(...values) - Math.min(...values);
  return span < 0.02 ? 2 : span < 0.2 ? 1 : 0;
}

function indexOf(active: unknown): number | null {
  const at = typeof active === 'string' ? Number.parseInt(active, 10) : active;
  return typeof at === 'number' && Number.isInteger(at) ? at : null;
}
