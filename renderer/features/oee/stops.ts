/** How often lines stopped, from how many records name each downtime reason. Pure. */
import { type Reliability, reliabilityOf } from '../../../shared/domain/oee/reliability.ts';
import type { AnswerRow, KeyedRow } from '../../../shared/query/answer-rows.ts';
import { passes } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';

/** The scope without its filter on downtime reasons: how long a line ran does not depend on why it stopped. */
export function overAllReasons(scope: ChartScope): ChartScope {
  return { ...scope, filters: scope.filters.filter(({ field }) => field !== 'downtimeReason') };
}

export interface StopsOfLine extends Omit<Reliability, 'failures'> {
  line: string | null;
  /** Null where neither run time nor a stop is recorded: nobody looked, which is not that nothing failed. */
  failures: number | null;
  /** Minutes; null for no data. */
  runMinutes: number | null;
  downMinutes: number | null;
}

/** Which entries count as failures: those of the reasons that the filter keeps and that are no planned stops. */
export interface Counted {
  filters: ChartScope['filters'];
  planned: readonly string[];
}

/**
 * Failures, mean time between them and to restore by line, and of all lines together from the sums of their parts. A record has
 * one entry for each reason that it names, and one more for downtime that no reason explains.
 */
export function stopsByLine(
  runs: readonly AnswerRow[],
  entries: readonly KeyedRow[],
  { filters, planned }: Counted,
): { lines: StopsOfLine[]; whole: StopsOfLine } {
  const filter = filters.find(({ field }) => field === 'downtimeReason');
  const counted = entries.filter(({ keys: [, reason = null] }) => {
    return (!filter || passes(filter, reason)) && !(reason !== null && planned.includes(reason));
  });
  const names = new Set([...runs.map(({ key }) => key), ...counted.map(({ keys: [line = null] }) => line)]);
  const lines = [...names].map((line) => {
    const run = runs.find(({ key }) => key === line)?.values.runMinutes ?? null;
    return stopsOf(
      line,
      [run],
      counted.filter(({ keys }) => keys[0] === line),
      entries.some(({ keys }) => keys[0] === line),
    );
  });
  const whole = stopsOf(
    null,
    runs.map(({ values }) => values.runMinutes ?? null),
    counted,
    entries.length > 0,
  );
  return { lines, whole };
}

function stopsOf(
  line: string | null,
  runs: readonly (number | null)[],
  entries: readonly KeyedRow[],
  hasStops: boolean,
): StopsOfLine {
  const runMinutes = sumOf(runs);
  const downMinutes = sumOf(entries.map(({ values }) => values.downMinutes ?? null));
  const failures = sumOf(entries.map(({ values }) => values.records ?? null)) ?? 0;
  const isRecorded = runMinutes !== null || hasStops;
  const reliability = reliabilityOf({ runMinutes, downMinutes, failures });
  return { line, runMinutes, downMinutes, ...reliability, failures: isRecorded ? failures : null };
}

/** Null where nothing is recorded, not 0. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
