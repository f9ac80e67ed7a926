import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat, useText } from '../../lib/language.tsx';
import { decadesOf, LEAST_MS } from './decades.ts';
import { MinuteTooltip } from './minute-tooltip.tsx';
import css from './response-chart.module.css';
import { series } from './series.ts';
import { text } from './text.ts';
import { clockTicks, type Minute, type TimeWindow, timeWindows } from './to-minutes.ts';

export interface ChartSize {
  width: number;
  height: number;
}

interface ResponseChartProps {
  minutes: readonly Minute[];
  window: TimeWindow;
  /** The right edge. */
  untilMs: number;
  /** Where an alert begins, in milliseconds; 0 for none. */
  targetMs: number;
  /** Says what the chart shows to who cannot see it. */
  label: string;
  /** In pixels, for paper; the room that there is when absent. */
  size?: ChartSize;
}

const tick = { fontSize: 12, fill: 'var(--tl-text-quiet)' };

/** How long answers took, by minute, on an axis of decades: half of them lie far below the slowest. */
export function ResponseChart({ minutes, window, untilMs, targetMs, label, size }: ResponseChartProps) {
  const t = useText(text);
  const format = useFormat();
  const { lengthMs, tickMs } = timeWindows[window];
  const fromMs = untilMs - lengthMs;
  const values = minutes.flatMap(({ p50, p95, p99 }) => [p50, p95, p99]).filter((value) => value !== null);
  const decades = decadesOf(targetMs > 0 ? [...values, targetMs] : values);
  const radius = window === 'hour' ? 2.5 : 1.25;
  const chart = (
    <LineChart
      {...size}
      data={minutes}
      role="application"
      aria-label={`${label} ${t.keys}`}
      margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
    >
      <CartesianGrid vertical={false} stroke="var(--tl-chart-grid)" />
      <XAxis
        dataKey="atMs"
        type="number"
        domain={[fromMs, untilMs]}
        allowDataOverflow
        ticks={clockTicks(fromMs, untilMs, tickMs)}
        interval="preserveStart"
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--tl-line-strong)' }}
        tickFormatter={(atMs: number) => format.time(new Date(atMs).toISOString())}
      />
      <YAxis
        width={64}
        scale="log"
        domain={[decades[0] ?? 1, decades.at(-1) ?? 10]}
        ticks={decades}
        tick={tick}
        tickLine={false}
        axisLine={false}
        tickFormatter={(ms: number) => format.milliseconds(ms)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--tl-line-strong)' }}
        content={({ active, label: atMs }) => {
          const minute = active ? minutes.find((each) => each.atMs === atMs && each.count > 0) : undefined;
          return minute && <MinuteTooltip minute={minute} />;
        }}
      />
      {targetMs > 0 && <ReferenceLine y={targetMs} stroke="var(--tl-warning)" strokeDasharray="4 4" />}
      {series.map(({ key, stroke, width }) => (
        <Line
          key={key}
          dataKey={(minute: Minute) => minute[key] && Math.max(LEAST_MS, minute[key])}
          name={t.percentiles[key]}
          stroke={stroke}
          strokeWidth={width}
          dot={{ r: radius, fill: stroke, strokeWidth: 0 }}
          connectNulls={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
  return (
    <div className={css.chart}>
      {size ? (
        chart
      ) : (
        <ResponsiveContainer width="100%" height="100%">
          {chart}
        </ResponsiveContainer>
      )}
    </div>
  );
}

/** Which line is which, and where an alert begins. */
export function ResponseLegend({ targetMs }: Pick<ResponseChartProps, 'targetMs'>) {
  const t = useText(text);
  const format = useFormat();
  return (
    <ul className={css.legend}>
      {series.map(({ key, stroke }) => (
        <li key={key}>
          <span className={css.key} style={{ background: stroke }} />
          {t.percentiles[key]}
        </li>
      ))}
      {targetMs > 0 && (
        <li>
          <span className={css.target} />
          {t.target(format.milliseconds(targetMs))}
        </li>
      )}
    </ul>
  );
}
