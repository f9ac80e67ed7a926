import { type PageRequest, pageStatement } from '../../dialects/sqlite/records.ts';
import type { Engine } from '../engine.ts';
import { nowAndThen } from '../now-and-then.ts';
import { lookThrough } from '../slices/look-through.ts';
import { byEdge, type FoundRow, toFoundRow } from './found-rows.ts';
import type { PageOptions } from './records.ts';

/**
 * The rows of a page where every record has to be looked at, in the order of the page. By date the looking ends as soon as
 * the page is full, and what is told on the way are its first rows; in any other order only the end knows them.
 */
export async function lookForPage(
  engine: Engine,
  request: PageRequest,
  down: boolean,
  { signal, onPartial, sizes }: PageOptions,
): Promise<FoundRow[]> {
  const { levels, toward, limit, range } = request;
  const byDate = levels[0].field === 'productionDate';
  const newestFirst = byDate ? down : true;
  const order = byEdge(levels, toward === 'before');
  const tell = nowAndThen(onPartial ?? (() => {}));
  let found: FoundRow[] = [];
  await lookThrough(engine, range, {
    newestFirst,
    statementOf: (days) => pageStatement({ ...request, range: days }),
    begin: () => {
      found = [];
      return ({ partition, rows, recordsRead, recordsTotal, nextDay }) => {
        if (rows.length > 0) {
          const better = rows.map((row) => toFoundRow(row, partition, levels.length));
          found = [...found, ...better].sort(order).slice(0, limit);
        }
        const isCertain = ({ edge }: FoundRow) =>
          nextDay === null || (byDate && (down ? Number(edge.values[0]) > nextDay : Number(edge.values[0]) < nextDay));
        const certain = found.filter(isCertain);
        if (byDate && certain.length === limit) return 'enough';
        if (toward === 'after') {
          tell({ rows: certain.slice(0, limit - 1).map(({ record }) => record), recordsRead, recordsTotal });
        }
        return 'on';
      };
    },
    signal,
    ...(sizes ? { sizes } : {}),
  });
  return found;
}
