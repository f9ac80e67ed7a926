/** How quick answers were, from the half to the slowest hundredth: one ramp of one hue, the slower the stronger. */
export const series = [
  { key: 'p50', stroke: 'var(--tl-chart-good-line-before)', width: 1.5 },
  { key: 'p95', stroke: 'var(--tl-chart-good)', width: 2 },
  { key: 'p99', stroke: 'var(--tl-chart-good-before)', width: 1.5 },
] as const;
