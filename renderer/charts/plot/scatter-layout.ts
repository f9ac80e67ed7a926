/** Where points stand between two scales that hold them, and where they stood before. Pure. */
import { ticksFor, widthOf } from './plot.ts';
import type { ScatterAxis, ScatterPoint } from './scatter-chart.tsx';

export type ScatterLayout = ReturnType<typeof layoutScatter>;

/** Scales over both, with whole steps; those of ratios need not begin at zero. */
export function layoutScatter(
  points: readonly ScatterPoint[],
  across: ScatterAxis,
  up: ScatterAxis,
  { width, height }: { width: number; height: number },
) {
  const drawn = points.flatMap((point) => (point.before ? [point, point.before] : [point]));
  const extent = (values: number[]) => ({ least: Math.min(...values, Infinity), most: Math.max(...values, -Infinity) });
  const ticksX = ticksFor(extent(drawn.map((point) => point.x)), !across.isRatio, Math.max(2, width / 140));
  const ticksY = ticksFor(extent(drawn.map((point) => point.y)), !up.isRatio);
  const left = Math.max(28, ...ticksY.map((value) => widthOf(up.tick(value)))) + 14;
  const [right, top, bottom] = [width - 16, 24, height - 40];
  const scale = (ticks: readonly number[], from: number, to: number) => {
    const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
    return (value: number) => from + ((value - low) / (high - low || 1)) * (to - from);
  };
  return { left, right, top, bottom, ticksX, ticksY, x: scale(ticksX, left, right), y: scale(ticksY, bottom, top) };
}
