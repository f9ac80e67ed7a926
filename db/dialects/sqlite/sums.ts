import { MILLIONTHS } from '../../../shared/domain/quantity.ts';
import { type AddableField, isCount, type SumName, sums } from '../../../shared/query/measures.ts';
import { amountColumns, packedColumn } from '../../store/record-columns.ts';

export const addableColumns: Record<AddableField, string> = {
  plannedQuantity: 'planned_quantity',
  goodQuantity: 'good_quantity',
  defectQuantity: 'defect_quantity',
  reworkQuantity: 'rework_quantity',
  plannedMinutes: 'planned_minutes',
  runMinutes: 'run_minutes',
  downMinutes: 'down_minutes',
  idealSeconds: 'ideal_seconds',
};

const keptColumns = new Set<string>(amountColumns);

/** True where record `r` has the field. Where it is kept that is asked of the packed column, which need not be unpacked for it. */
function isRecorded(field: AddableField): string {
  const column = addableColumns[field];
  return `r.${keptColumns.has(column) ? packedColumn(column) : column} IS NOT NULL`;
}

/** A sum over records `r`, in millionths; NULL where no record has what it adds. */
export function sumOverRecords(name: SumName): string {
  const definition: { add: readonly AddableField[]; where?: readonly AddableField[] } = sums[name];
  const added = isCount(name)
    ? String(MILLIONTHS)
    : definition.add.map((field) => `r.${addableColumns[field]}`).join(' + ');
  const recorded = (definition.where ?? []).map(isRecorded).join(' AND ');
  return recorded ? `SUM(${added}) FILTER (WHERE ${recorded})` : `SUM(${added})`;
}

/** The column of a sum, in rollups and between the levels of a statement. */
export function sumColumn(name: SumName): string {
  return `sum_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}
