import { type AddableField, type SumName, sums } from '../../../shared/query/measures.ts';
import { packedColumn } from '../../store/record-columns.ts';

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

export const sumNames = Object.keys(sums) as SumName[];

/** A sum over records `r`, in millionths; NULL where no record has what it adds. Whether it is recorded is asked of the packed column, which need not be unpacked for that. */
export function sumOverRecords(name: SumName): string {
  const definition: { add: readonly AddableField[]; where?: readonly AddableField[] } = sums[name];
  const added = definition.add.map((field) => `r.${addableColumns[field]}`).join(' + ');
  const recorded = (definition.where ?? [])
    .map((field) => `r.${packedColumn(addableColumns[field])} IS NOT NULL`)
    .join(' AND ');
  return recorded ? `SUM(${added}) FILTER (WHERE ${recorded})` : `SUM(${added})`;
}

/** The column of a sum, in rollups and between the levels of a statement. */
export function sumColumn(name: SumName): string {
  return `sum_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}
