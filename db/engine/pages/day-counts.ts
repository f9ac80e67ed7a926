import { dayFromIso } from '../../../shared/domain/day.ts';
import type { PartialCount, RecordsScope } from '../../../shared/query/records-query.ts';
import { normalizeQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import { dayCountsStatement } from '../../dialects/sqlite/records.ts';
import { runReport } from '../answers/run-report.ts';
import type { Engine } from '../engine.ts';
import { nowAndThen } from '../now-and-then.ts';
import { lookThrough } from '../slices/look-through.ts';
import { rangeOf } from '../slices/over-files.ts';
import type { SliceSizes } from '../slices/slices.ts';
import { searchHits } from './search-hits.ts';

/** Records of each day, newest first, over all files. */
export type DayCounts = { day: number; records: number }[];

export interface CountOptions {
  /** Takes the question back. */
  signal?: AbortSignal | undefined;
  /** Told what is counted so far where every record has to be looked at. */
  onPartial?: ((partial: PartialCount) => void) | undefined;
  sizes?: SliceSizes;
}

/**
 * Records of each day within a scope; their sum is the count. Without a text to search it is a report like any other,
 * and mostly answered from a rollup.
 */
export async function readDayCounts(
  engine: Engine,
  scope: RecordsScope,
  options: CountOptions = {},
): Promise<DayCounts> {
  const { signal } = options;
  if (scope.search === '') {
    const { from, to, filters, where } = scope;
    const query: ReportQuery = { measures: ['records'], dimensions: ['day'], from, to, filters, where, orderBy: [] };
    const { answer } = await runReport(engine, normalizeQuery(query), { signal });
    return answer.rows
      .map(([date, records]) => ({ day: dayFromIso(String(date)) ?? 0, records: Number(records) }))
      .reverse();
  }
  const hits = await searchHits(engine, scope, signal);
  if (hits === null) return newestFirst(await countByLooking(engine, scope, options));
  const days = new Map<number, number>();
  for (const { day } of hits) days.set(day, (days.get(day) ?? 0) + 1);
  return newestFirst(days);
}

/** What a text finds on each day where every record has to be looked at for it. */
async function countByLooking(
  engine: Engine,
  scope: RecordsScope,
  { signal, onPartial, sizes }: CountOptions,
): Promise<Map<number, number>> {
  let days = new Map<number, number>();
  const tell = nowAndThen(onPartial ?? (() => {}));
  await lookThrough(engine, rangeOf(scope), {
    newestFirst: true,
    statementOf: (range) => dayCountsStatement(scope, range),
    begin: () => {
      const counted = new Map<number, number>();
      days = counted;
      let count = 0;
      return ({ rows, recordsRead, recordsTotal }) => {
        for (const [day, records] of rows) {
          counted.set(Number(day), (counted.get(Number(day)) ?? 0) + Number(records));
          count += Number(records);
        }
        tell({ count, recordsRead, recordsTotal });
        return 'on';
      };
    },
    signal,
    ...(sizes ? { sizes } : {}),
  });
  return days;
}

function newestFirst(days: ReadonlyMap<number, number>): DayCounts {
  return [...days].map(([day, records]) => ({ day, records })).sort((a, b) => b.day - a.day);
}
