import type { GridField } from './columns.ts';

type SummedMeasure = 'planned' | 'good' | 'defects' | 'rework' | 'runMinutes' | 'downMinutes';

/** The sum that stands under a column, and that its chosen cells come to. */
export const measureOfColumn: Partial<Record<GridField, SummedMeasure>> = {
  plannedQuantity: 'planned',
  goodQuantity: 'good',
  defectQuantity: 'defects',
  reworkQuantity: 'rework',
  runMinutes: 'runMinutes',
  downMinutes: 'downMinutes',
};
