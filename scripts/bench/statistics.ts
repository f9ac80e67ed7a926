/** The times of one question to one peer, in milliseconds. */
export interface Times {
  /** The least disturbed one, to look at where other programs ran beside. */
  bestMs: number;
  medianMs: number;
  p95Ms: number;
  p99Ms: number;
  mostMs: number;
  samples: number;
}

/** What was measured, summed up. Throws on an empty list. */
export function summarizeTimes(samplesMs: readonly number[]): Times {
  if (samplesMs.length === 0) throw new RangeError('Nothing was measured.');
  const sorted = samplesMs.toSorted((a, b) => a - b);
  return {
    bestMs: sorted[0] ?? 0,
    medianMs: median(sorted),
    p95Ms: percentile(sorted, 0.95),
    p99Ms: percentile(sorted, 0.99),
    mostMs: sorted.at(-1) ?? 0,
    samples: sorted.length,
  };
}

function median(sorted: readonly number[]): number {
  const upper = sorted.length >> 1;
  const middle = sorted.length % 2 === 1 ? [sorted[upper]] : [sorted[upper - 1], sorted[upper]];
  return middle.reduce<number>((sum, value) => sum + (value ?? 0), 0) / middle.length;
}

/** The smallest value that a share of all values do not exceed (nearest rank). */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
