/** Where points stand between two scales that hold them, and where they stood before. Pure. */
import { cutTo, ticksFor, widthOf } from './plot.ts';
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

/** A name beside its point: from where on it has room, px, and at which end of that it stands. */
export interface NameBeside {
  id: string;
  name: string;
  anchor: 'start' | 'end';
  x: number;
  y: number;
  width: number;
}

/** Names are no longer than this, px, as high, and so far from the middle of their point. */
const LONGEST_NAME = 120;
const NAME_HEIGHT = 14;
const APART = 8;

/**
 * Where points are named: at their right, else at their left, whichever is within the chart and free of the points and of the names
 * before. One that has room on neither side is left out; its point tells it as it is pointed at.
 */
export function namesBeside(points: readonly ScatterPoint[], { left, right, x, y }: ScatterLayout): NameBeside[] {
  const placed: NameBeside[] = [];
  for (const point of points) {
    const name = cutTo(point.name, LONGEST_NAME);
    const beside = { id: point.id, name, y: y(point.y), width: widthOf(name) };
    const sides: NameBeside[] = [
      { ...beside, anchor: 'start', x: x(point.x) + APART },
      { ...beside, anchor: 'end', x: x(point.x) - APART - beside.width },
    ];
    const free = sides.find(
      (at) =>
        at.x >= left &&
        at.x + at.width <= right + APART &&
        !placed.some((other) => isOver(at, other)) &&
        !points.some((other) => other !== point && isOver(at, { x: x(other.x) - 5, y: y(other.y), width: 10 })),
    );
    if (free) placed.push(free);
  }
  return placed;
}

type Box = Pick<NameBeside, 'x' | 'y' | 'width'>;

function isOver(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < NAME_HEIGHT;
}
