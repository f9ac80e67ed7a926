import { isoFromDay } from '../../shared/domain/day.ts';
import { fromMillionths } from '../../shared/domain/quantity.ts';
import type { ProductionRecord } from '../../shared/query/records-query.ts';
import { compareText } from '../../shared/query/report-query.ts';
import type { Edge } from '../dialects/sqlite/records.ts';
import type { Value } from './sqlite/connection.ts';

/** A record of a page, with its place in the order of the page. */
export interface FoundRow {
  record: ProductionRecord;
  edge: Edge;
}

/** The order of a page as it is read: by sort value, then by id; what has no value at the end that is asked for. */
export function byEdge(down: boolean, nullsFirst: boolean): (a: FoundRow, b: FoundRow) => number {
  return ({ edge: a }, { edge: b }) => {
    if ((a.value === null) !== (b.value === null)) return (a.value === null) === nullsFirst ? -1 : 1;
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : compareText(a.value === null ? null : String(a.value), b.value === null ? null : String(b.value));
    return (order === 0 ? a.id - b.id : order) * (down ? -1 : 1);
  };
}

/** A row of a page statement as a record. */
export function toFoundRow(row: Value[], partition: string): FoundRow {
  const value = row.at(-1);
  return {
    record: toRecord(row, partition),
    edge: { value: typeof value === 'number' || typeof value === 'string' ? value : null, id: Number(row[0]) },
  };
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
