/** A column of a histogram: how many values lie from `from` up to `to`; the last holds its end too. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

const MOST_BINS = 24;

/** Values in columns of one width, as many as the square root of their number says; none of no value. */
export function binsOf(values: readonly number[]): Bin[] {
  if (values.length === 0) return [];
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  if (least === most) return [{ from: least, to: most, count: values.length }];
  const count = Math.min(MOST_BINS, Math.max(5, Math.ceil(Math.sqrt(values.length))));
  const width = (most - least) / count;
  const bins = Array.from({ length: count }, (_, at) => ({
    from: least + at * width,
    to: least + (at + 1) * width,
    count: 0,
  }));
  for (const value of values) {
    const bin = bins[Math.min(count - 1, Math.floor((value - least) / width))];
    if (bin) bin.count++;
  }
  return bins;
}
