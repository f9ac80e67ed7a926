interface SparklineProps {
  /** One value a period; a gap where it is null. */
  values: readonly (number | null)[];
  width?: number;
  height?: number;
}

/** The course of a number without axes: beside the number, for its shape only. */
export function Sparkline({ values, width = 72, height = 24 }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 3) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (at: number) => (at / (values.length - 1)) * (width - 2) + 1;
  const y = (value: number) => (high === low ? height / 2 : height - 2 - ((value - low) / (high - low)) * (height - 4));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {linesOf(values).map((line) => (
        <polyline
          key={line[0]?.at}
          points={line.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
          fill="none"
          stroke="var(--tl-chart-good)"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

/** The stretches without a gap. */
function linesOf(values: readonly (number | null)[]): { at: number; value: number }[][] {
  const lines: { at: number; value: number }[][] = [[]];
  for (const [at, value] of values.entries()) {
    if (value === null) lines.push([]);
    else lines.at(-1)?.push({ at, value });
  }
  return lines.filter((line) => line.length > 1);
}
