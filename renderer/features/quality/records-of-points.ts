/** The way from points of a control chart to their records. Pure. */
import type { ControlView } from '../../../shared/quality/control-view.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import type { SortLevel, SortLevels } from '../../../shared/query/records-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { newestFirst, writeSort } from '../../../shared/questions/records-sort.ts';
import { writeScope } from '../../../shared/questions/scope-url.ts';
import { formatHash } from '../../lib/router.tsx';
import { measureOf } from './words.ts';

const mostDefects: SortLevel = { field: 'defectQuantity', direction: 'desc' };
const mostDowntime: SortLevel = { field: 'downMinutes', direction: 'desc' };
const leastGood: SortLevel = { field: 'goodQuantity', direction: 'asc' };

/** The order in which records tell why a measure is as it is. */
const telling: Partial<Record<Measure, SortLevel>> = {
  scrapRate: mostDefects,
  defects: mostDefects,
  yield: mostDefects,
  medianYield: mostDefects,
  firstPassYield: mostDefects,
  quality: mostDefects,
  rework: { field: 'reworkQuantity', direction: 'desc' },
  downMinutes: mostDowntime,
  availability: mostDowntime,
  oee: mostDowntime,
  good: leastGood,
  total: leastGood,
  planAttainment: leastGood,
  throughput: leastGood,
};

/** The address of the records of a scope: those first that tell most of what the chart shows. `params` are what the address says besides. */
export function recordsAddress(view: ControlView, { from, to, filters }: ChartScope, params: URLSearchParams): string {
  const address = writeScope({ range: { from, to }, filters: [...filters] }, params);
  const first = telling[measureOf(view)];
  const sort = writeSort((first ? [first] : newestFirst) satisfies SortLevels);
  if (sort === null) address.delete('sort');
  else address.set('sort', sort);
  return formatHash('records', address);
}
