/** Pages, counts and single records as SQLite statements. */
import type { RecordsScope, SortField, SortLevel, SortLevels } from '../../../shared/query/records-query.ts';
import { BY_DAY } from '../../indexes/definitions.ts';
import type { DayRange } from '../../planner/plan.ts';
import { sourceLine } from '../../store/record-columns.ts';
import { type Condition, recordCondition, recordConditionByDay } from './filters.ts';
import { withRecordConditions } from './record-conditions.ts';
import type { SqlStatement } from './report.ts';
import { exactPattern, proposalFor, proposedIds } from './search.ts';

/** Where a page goes on: the values of each level of the order, and the id, of the record at its edge. */
export interface Edge {
  values: (string | number | null)[];
  id: number;
}

export interface PageRequest {
  scope: RecordsScope;
  range: DayRange;
  levels: SortLevels;
  /** 'before' reads backwards from the edge; the rows come in reading order and are turned round by the caller. */
  toward: 'after' | 'before';
  edge: Edge | null;
  limit: number;
  /** Whether the search index proposes the records; else they are looked through in order. */
  proposed: boolean;
  /** The index that is read; null leaves it to SQLite. */
  index: string | null;
}

/** What the grid is sorted by: an expression over record and dictionaries, and whether every record has it. */
const sortExpressions: Record<SortField, { sql: string; always: boolean }> = {
  productionDate: { sql: 'r.production_date', always: true },
  line: { sql: 'lines.name', always: false },
  shift: { sql: 'shifts.name', always: false },
  itemCode: { sql: 'items.code', always: false },
  lotNumber: { sql: 'r.lot_number', always: false },
  operator: { sql: 'operators.name', always: false },
  plannedQuantity: { sql: 'r.planned_quantity', always: false },
  goodQuantity: { sql: 'r.good_quantity', always: false },
  defectQuantity: { sql: 'r.defect_quantity', always: false },
  reworkQuantity: { sql: 'r.rework_quantity', always: false },
  runMinutes: { sql: 'r.run_minutes', always: false },
  downMinutes: { sql: 'r.down_minutes', always: false },
};

/** The columns of a page, in order; the values of the levels of the order come after them. */
export const pageColumns = `r.id, r.production_date, r.started_at, r.ended_at, sites.name, lines.name, shifts.name, operators.name,
  items.code, items.name, units.name, r.lot_number, r.order_number, r.planned_quantity, r.good_quantity, r.defect_quantity,
  r.rework_quantity, r.planned_minutes, r.run_minutes, r.down_minutes, r.ideal_cycle_seconds, r.note,
  import_batches.file_name, ${sourceLine('r', 'import_batches')}, r.batch_id`;

export const dictionaryJoins = `
LEFT JOIN sites ON sites.id = r.site_id
LEFT JOIN lines ON lines.id = r.line_id
LEFT JOIN shifts ON shifts.id = r.shift_id
LEFT JOIN operators ON operators.id = r.operator_id
LEFT JOIN items ON items.id = r.item_id
LEFT JOIN units ON units.id = r.unit_id
LEFT JOIN import_batches ON import_batches.id = r.batch_id`;

/** One page of one file, in the order of its levels, then of the id. */
export function pageStatement(request: PageRequest): SqlStatement {
  const { levels, toward, edge, limit } = request;
  const condition = scopeCondition(request.scope, request.range, request.proposed, request.index === BY_DAY);
  const backward = toward === 'before';
  const past = edge ? `AND ${pastEdge(levels, edge, backward)}` : '';
  return {
    sql: `SELECT ${pageColumns}, ${sortValues(levels)} FROM records AS r ${request.index === null ? '' : `INDEXED BY ${request.index}`} ${dictionaryJoins}
WHERE ${condition.sql} ${past}
ORDER BY ${orderBy(levels, backward)} LIMIT @limit`,
    parameters: {
      ...condition.parameters,
      ...(edge ? edgeParameters(edge) : {}),
      limit,
    },
  };
}

/** These records of one file, with the columns of a page; in no order. */
export function pageOfIdsStatement(levels: readonly SortLevel[], ids: readonly number[]): SqlStatement {
  return {
    sql: `SELECT ${pageColumns}, ${sortValues(levels)} FROM records AS r ${dictionaryJoins}
WHERE r.id IN (SELECT value FROM json_each(@ids))`,
    parameters: { ids: JSON.stringify(ids) },
  };
}

function sortValues(levels: readonly SortLevel[]): string {
  return levels.map(({ field }) => sortExpressions[field].sql).join(', ');
}

/** What is not recorded stands last, up or down; read backwards all is turned round. The id goes the way of the first level. */
function orderBy(levels: SortLevels, backward: boolean): string {
  const terms = levels.map(({ field, direction }) => {
    const { sql, always } = sortExpressions[field];
    const way = (direction === 'desc') !== backward ? 'DESC' : 'ASC';
    return `${always ? '' : `(${sql} IS NULL) ${backward ? 'DESC' : 'ASC'}, `}${sql} ${way}`;
  });
  return [...terms, `r.id ${(levels[0].direction === 'desc') !== backward ? 'DESC' : 'ASC'}`].join(', ');
}

function edgeParameters({ values, id }: Edge): SqlStatement['parameters'] {
  return { ...Object.fromEntries(values.map((value, level) => [`edge_${level}`, value])), edge_id: id };
}

/** Records beyond the edge: beyond it by the first level or, where that is equal, by the next; by the id at last. */
function pastEdge(levels: SortLevels, edge: Edge, backward: boolean): string {
  const beyond = ({ direction }: SortLevel) => ((direction === 'desc') !== backward ? '<' : '>');
  const [first] = levels;
  const past = (level: number): string => {
    const at = levels[level];
    const name = `@edge_${level}`;
    if (!at) return `r.id ${beyond(first)} @edge_id`;
    const { sql, always } = sortExpressions[at.field];
    const isLast = level === levels.length - 1;
    const value = edge.values[level] ?? null;
    if (value === null) {
      const sameKind = `(${sql} IS ${name} AND ${past(level + 1)})`;
      return backward ? `(${sameKind} OR ${sql} IS NOT NULL)` : sameKind;
    }
    // One comparison of both, which an index can begin at; the id goes the way of the first level.
    const further =
      isLast && beyond(at) === beyond(first)
        ? `(${sql}, r.id) ${beyond(at)} (${name}, @edge_id)`
        : `(${sql} ${beyond(at)} ${name} OR (${sql} = ${name} AND ${past(level + 1)}))`;
    return always || backward ? further : `(${further} OR ${sql} IS NULL)`;
  };
  return past(0);
}

/** How many records of each day one file holds within the scope: production day, records. */
export function dayCountsStatement(scope: RecordsScope, range: DayRange): SqlStatement {
  const condition = scopeCondition(scope, range, false);
  return {
    sql: `SELECT r.production_date, COUNT(*) FROM records AS r WHERE ${condition.sql} GROUP BY r.production_date`,
    parameters: condition.parameters,
  };
}

/**
 * Days and ids of the records that the search index proposes and the scope confirms, each a list as JSON, in no order: a hundred
 * thousand rows take far longer from thread to thread than to be found.
 */
export function searchHitsStatement(scope: RecordsScope, range: DayRange): SqlStatement {
  const condition = scopeCondition(scope, range, false);
  return {
    sql: `SELECT json_group_array(r.production_date), json_group_array(r.id) FROM (${proposedIds}) AS s CROSS JOIN records AS r ON r.id = s.rowid WHERE ${condition.sql}`,
    parameters: { ...condition.parameters, proposed: proposalFor(scope.search) },
  };
}

/** Ids of one day's records within the scope, each with the values of the levels, in their order, from an offset on: no more than the records of a day are passed over. */
export function idsOfDayStatement(
  scope: RecordsScope,
  day: number,
  { levels, offset, limit }: { levels: SortLevels; offset: number; limit: number },
): SqlStatement {
  const condition = scopeCondition(scope, { from: day, to: day }, false);
  return {
    sql: `SELECT r.id, ${sortValues(levels)} FROM records AS r INDEXED BY records_by_day ${levels.length > 1 ? dictionaryJoins : ''}
WHERE ${condition.sql}
ORDER BY ${orderBy(levels, false)} LIMIT @limit OFFSET @offset`,
    parameters: { ...condition.parameters, limit, offset },
  };
}

/** Range, filters, conditions, and a text that lot, order, note or item contain. */
function scopeCondition(scope: RecordsScope, range: DayRange, proposed: boolean, byDay = false): Condition {
  const filtered = (byDay ? recordConditionByDay : recordCondition)(range, scope.filters, 'r');
  const condition = withRecordConditions(filtered, scope.where, 'r');
  if (scope.search === '') return condition;
  const like = (column: string) => `${column} LIKE @search ESCAPE '\\'`;
  const items = `r.item_id IN (SELECT id FROM items WHERE ${like('code')} OR ${like('name')})`;
  const proposal = proposed ? `AND r.id IN (${proposedIds})` : '';
  return {
    sql: `${condition.sql} ${proposal} AND (${like('r.lot_number')} OR ${like('r.order_number')} OR ${like('r.note')} OR ${items})`,
    parameters: {
      ...condition.parameters,
      search: exactPattern(scope.search),
      ...(proposed ? { proposed: proposalFor(scope.search) } : {}),
    },
  };
}

/** One record by its id, with the columns of a page. */
export function recordStatement(id: number): SqlStatement {
  return { sql: `SELECT ${pageColumns} FROM records AS r ${dictionaryJoins} WHERE r.id = @id`, parameters: { id } };
}

/** Reasons and amounts beneath a record, largest first. */
export function reasonsStatement(kind: 'defect' | 'downtime', id: number): SqlStatement {
  return {
    sql: `SELECT d.name, l.amount FROM record_${kind}s AS l JOIN ${kind}_reasons AS d ON d.id = l.reason_id
WHERE l.record_id = @id ORDER BY l.amount DESC, d.name`,
    parameters: { id },
  };
}
