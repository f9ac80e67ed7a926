import { dayFromIso } from '../../shared/domain/day.ts';
import type { RecordsScope } from '../../shared/query/records-query.ts';
import { normalizeQuery, type ReportQuery } from '../../shared/query/report-query.ts';
import { dayCountsStatement } from '../dialects/sqlite/records.ts';
import { monthsInRange } from './column-segments.ts';
import type { Engine } from './engine.ts';
import { PLANS_TRIED, rangeOf } from './over-files.ts';
import { runReport } from './run-report.ts';
import { searchHits } from './search-hits.ts';

/** Records of each day, newest first, over all files. */
export type DayCounts = { day: number; records: number }[];

/**
 * Records of each day within a scope; their sum is the count. Without a text to search it is a report like any other,
 * and mostly answered from a rollup.
 */
export async function readDayCounts(engine: Engine, scope: RecordsScope, signal?: AbortSignal): Promise<DayCounts> {
  if (scope.search === '') {
    const { from, to, filters } = scope;
    const query: ReportQuery = { measures: ['records'], dimensions: ['day'], from, to, filters, orderBy: [] };
    const { answer } = await runReport(engine, normalizeQuery(query), { signal });
    return answer.rows
      .map(([date, records]) => ({ day: dayFromIso(String(date)) ?? 0, records: Number(records) }))
      .reverse();
  }
  const hits = await searchHits(engine, scope, signal);
  if (hits === null) return newestFirst(await countMonthByMonth(engine, scope, signal));
  const days = new Map<number, number>();
  for (const { day } of hits) days.set(day, (days.get(day) ?? 0) + 1);
  return newestFirst(days);
}

/**
 * What a text finds on each day where every record has to be looked at for it: month by month, in turn with the slices of
 * other questions, so that none waits for all of it.
 */
async function countMonthByMonth(
  engine: Engine,
  scope: RecordsScope,
  signal: AbortSignal | undefined,
): Promise<Map<number, number>> {
  const range = rangeOf(scope);
  for (let attempt = 0; attempt < PLANS_TRIED; attempt++) {
    const catalog = await engine.catalog();
    const { version, generation } = catalog;
    const counted = await Promise.all(
      monthsInRange(catalog.partitions, range).map(({ partition, month }) => {
        const expected = partition.kind === 'live' ? { catalogVersion: version, generation } : {};
        const part = {
          from: Math.max(month.firstDay, range.from ?? month.firstDay),
          to: Math.min(month.lastDay, range.to ?? month.lastDay),
        };
        const statement = dayCountsStatement(scope, part);
        return engine.sliceTurns.run(() => engine.read(partition.file, [statement], { ...expected, signal }));
      }),
    );
    if (counted.some(({ current }) => !current)) {
      engine.forgetCatalog();
      continue;
    }
    const days = new Map<number, number>();
    for (const { answers } of counted) {
      for (const [day, records] of answers[0]?.rows ?? [])
        days.set(Number(day), (days.get(Number(day)) ?? 0) + Number(records));
    }
    return days;
  }
  throw new Error('The store kept changing while records were counted.');
}

function newestFirst(days: ReadonlyMap<number, number>): DayCounts {
  return [...days].map(([day, records]) => ({ day, records })).sort((a, b) => b.day - a.day);
}
