import type { MonthOfFile } from '../../columns/memory.ts';
import type { DayRange } from '../../planner/plan.ts';
import { monthInRange } from '../../planner/prune-partitions.ts';
import type { Partition } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';

/** Months that changed are built anew for a question when they hold no more; with more, slices of SQLite show something sooner. */
const MOST_BUILT = 250_000;

/** The months of these files that hold days of a range. */
export function monthsInRange(partitions: readonly Partition[], range: DayRange): MonthOfFile[] {
  return partitions.flatMap((partition) =>
    partition.months.filter((month) => monthInRange(month, range)).map((month) => ({ partition, month })),
  );
}

/**
 * The segments of these months, in their order. Those that are not loaded are fetched from their files, and the few that
 * have changed since they were loaded are built anew; null when that is not enough.
 */
export async function segmentsOf(
  { columns }: Engine,
  months: readonly MonthOfFile[],
  signal: AbortSignal | undefined,
): Promise<SharedArrayBuffer[] | null> {
  const missing = months.filter((of) => columns.get(of) === null);
  const records = missing.reduce((sum, { month }) => sum + month.records, 0);
  const options = { urgent: true, build: columns.wanted && records <= MOST_BUILT, signal };
  const [first, ...others] = missing;
  if (first && (await columns.fetch(first, options)) === null) return null; // where one has no file, hardly any has
  await Promise.all(others.map((of) => columns.fetch(of, options)));
  const segments = months.map((of) => columns.get(of)).filter((segment) => segment !== null);
  return segments.length === months.length ? segments : null;
}
