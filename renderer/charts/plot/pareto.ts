import { type Plot, stackHeight } from './plot.ts';

/** The places with the most first, and where each stood; what is not shown by name comes last, however much it is. */
export function sortedByMost(plot: Plot): { plot: Plot; order: number[] } {
  const isLast = (place: number) => plot.places[place]?.id === 'others' || plot.places[place]?.id === 'none';
  const order = plot.places
    .map((_, place) => place)
    .sort(
      (a, b) =>
        Number(isLast(a)) - Number(isLast(b)) ||
        (stackHeight(plot.series, b) ?? 0) - (stackHeight(plot.series, a) ?? 0),
    );
  const inOrder = <T>(list: readonly T[]) => order.flatMap((place) => list.slice(place, place + 1));
  return {
    order,
    plot: {
      ...plot,
      places: inOrder(plot.places),
      series: plot.series.map(({ before, ...series }) => ({
        ...series,
        values: inOrder(series.values),
        ...(before ? { before: inOrder(before) } : {}),
      })),
    },
  };
}

/** The share of the whole that each place and all before it hold. */
export function sharesOf(plot: Plot): number[] {
  const heights = plot.places.map((_, place) => stackHeight(plot.series, place) ?? 0);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  let sum = 0;
  return heights.map((height) => {
    sum += height;
    return whole === 0 ? 0 : sum / whole;
  });
}
