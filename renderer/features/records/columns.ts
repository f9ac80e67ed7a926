import type { FilterField } from '../../../shared/query/dimensions.ts';
import type { ProductionRecord, SortField } from '../../../shared/query/records-query.ts';

/** Fields of a record that the grid can show. */
export type GridField = Exclude<keyof ProductionRecord, 'id' | 'batchId'>;

export interface GridColumn {
  id: GridField;
  kind: 'date' | 'instant' | 'text' | 'number';
  /** Width at first, px. */
  width: number;
  /** Names, which are cut first: they take the room that is left. */
  grows?: true;
  /** Not shown at first. */
  hidden?: true;
  sort?: SortField;
  filter?: FilterField;
  /** Unit of all its values; quantities have that of their item. */
  unit?: 'min' | 's';
}

/** The columns of the grid in their order; the first stays in view. */
export const gridColumns: readonly GridColumn[] = [
  { id: 'productionDate', kind: 'date', width: 172, sort: 'productionDate' },
  { id: 'line', kind: 'text', width: 104, grows: true, sort: 'line', filter: 'line' },
  { id: 'shift', kind: 'text', width: 72, sort: 'shift', filter: 'shift' },
  { id: 'itemCode', kind: 'text', width: 88, grows: true, sort: 'itemCode', filter: 'item' },
  { id: 'itemName', kind: 'text', width: 200, grows: true },
  { id: 'lotNumber', kind: 'text', width: 120, grows: true, sort: 'lotNumber', filter: 'lot' },
  { id: 'orderNumber', kind: 'text', width: 128, grows: true, hidden: true },
  { id: 'plannedQuantity', kind: 'number', width: 104, sort: 'plannedQuantity' },
  { id: 'goodQuantity', kind: 'number', width: 104, sort: 'goodQuantity' },
  { id: 'defectQuantity', kind: 'number', width: 104, sort: 'defectQuantity' },
  { id: 'reworkQuantity', kind: 'number', width: 104, sort: 'reworkQuantity', hidden: true },
  { id: 'unit', kind: 'text', width: 72, filter: 'unit' },
  { id: 'plannedMinutes', kind: 'number', width: 128, hidden: true, unit: 'min' },
  { id: 'runMinutes', kind: 'number', width: 112, sort: 'runMinutes', unit: 'min' },
  { id: 'downMinutes', kind: 'number', width: 112, sort: 'downMinutes', unit: 'min' },
  { id: 'idealCycleSeconds', kind: 'number', width: 112, hidden: true, unit: 's' },
  { id: 'operator', kind: 'text', width: 128, grows: true, sort: 'operator', filter: 'operator' },
  { id: 'site', kind: 'text', width: 112, grows: true, filter: 'site', hidden: true },
  { id: 'startedAt', kind: 'instant', width: 160, hidden: true },
  { id: 'endedAt', kind: 'instant', width: 160, hidden: true },
  { id: 'note', kind: 'text', width: 240, grows: true, hidden: true },
  { id: 'sourceFile', kind: 'text', width: 176, grows: true, hidden: true },
  { id: 'sourceLine', kind: 'number', width: 88, hidden: true },
  { id: 'partition', kind: 'text', width: 128, hidden: true },
];

const byId = new Map(gridColumns.map((column) => [column.id as string, column]));

/** A column by its id; undefined for a name of another version. */
export function gridColumn(id: string): GridColumn | undefined {
  return byId.get(id);
}
