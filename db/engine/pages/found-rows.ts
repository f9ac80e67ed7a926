import { isoFromDay } from '../../../shared/domain/day.ts';
import { fromMillionths } from '../../../shared/domain/quantity.ts';
import type { ProductionRecord, SortLevel } from '../../../shared/query/records-query.ts';
import { compareText } from '../../../shared/query/report-query.ts';
import type { Edge } from '../../dialects/sqlite/records.ts';
import type { Value } from '../sqlite/connection.ts';

/** A record of a page, with its place in the order of the page. */
export interface FoundRow {
  record: ProductionRecord;
  edge: Edge;
}

/** The order of a page as it is read: level by level, then by id; what has no value at the end that is asked for. */
export function byEdge(levels: readonly SortLevel[], backward: boolean): (a: Placed, b: Placed) => number {
  const signs = levels.map(({ direction }) => ((direction === 'desc') !== backward ? -1 : 1));
  return ({ edge: a }, { edge: b }) => {
    for (const [level, sign] of signs.entries()) {
      const order = compareValues(a.values[level] ?? null, b.values[level] ?? null, sign, backward);
      if (order !== 0) return order;
    }
    return (a.id - b.id) * (signs[0] ?? 1);
  };
}

type Placed = Pick<FoundRow, 'edge'>;
type EdgeValue = Edge['values'][number];

function compareValues(a: EdgeValue, b: EdgeValue, sign: number, nullsFirst: boolean): number {
  if (a === null || b === null) return a === b ? 0 : (a === null) === nullsFirst ? -1 : 1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
  return order * sign;
}

/** A row of a page statement of so many levels as a record. */
export function toFoundRow(row: Value[], partition: string, levels: number): FoundRow {
  const values = row.slice(-levels).map(toEdgeValue);
  return { record: toRecord(row, partition), edge: { values, id: Number(row[0]) } };
}

/** What SQLite gave as the value of a level. */
export function toEdgeValue(value: Value | undefined): EdgeValue {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

/** A row with the columns of a page as a record. */
export function toRecord(row: Value[], partition: string): ProductionRecord {
  const text = (at: number) => (row[at] == null ? null : String(row[at]));
  const amount = (at: number) => (row[at] == null ? null : fromMillionths(0, Number(row[at])));
  const instant = (at: number) => (row[at] == null ? null : new Date(Number(row[at]) * 1_000).toISOString());
  return {
    id: Number(row[0]),
    productionDate: isoFromDay(Number(row[1])),
    startedAt: instant(2),
    endedAt: instant(3),
    site: text(4),
    line: text(5),
    shift: text(6),
    operator: text(7),
    itemCode: text(8),
    itemName: text(9),
    unit: text(10),
    lotNumber: text(11),
    orderNumber: text(12),
    plannedQuantity: amount(13),
    goodQuantity: amount(14),
    defectQuantity: amount(15),
    reworkQuantity: amount(16),
    plannedMinutes: amount(17),
    runMinutes: amount(18),
    downMinutes: amount(19),
    idealCycleSeconds: amount(20),
    note: text(21),
    sourceFile: text(22),
    sourceLine: Number(row[23]),
    batchId: Number(row[24]),
    partition,
  };
}
