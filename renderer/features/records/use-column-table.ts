import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { firstLayout, loadLayout, saveLayout } from './column-layout.ts';
import { gridColumn, gridColumns } from './columns.ts';
import type { ShownColumn } from './grid-row.tsx';
import type { RecordPages } from './use-record-pages.ts';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature, columnVisibilityFeature });
const columns = gridColumns.map((column) => ({
  id: column.id,
  size: column.width,
  minSize: 56,
  maxSize: 640,
  enableHiding: column !== gridColumns[0],
}));
/** The grid draws its rows from its own pages; the table models the columns. */
const noRows: ProductionRecord[] = [];

/** The columns of the grid with their widths and which are shown, remembered between visits. */
export function useColumnTable() {
  const [layout, setLayout] = useState(loadLayout);
  useEffect(() => saveLayout(layout), [layout]);
  const table = useTable({
    features,
    columns,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnSizing: layout.widths, columnVisibility: layout.shown },
    onColumnSizingChange: (change) =>
      setLayout((now) => ({ ...now, widths: typeof change === 'function' ? change(now.widths) : change })),
    onColumnVisibilityChange: (change) =>
      setLayout((now) => ({ ...now, shown: typeof change === 'function' ? change(now.shown) : change })),
  });
  return { table, resetLayout: () => setLayout(firstLayout()) };
}

export type ColumnTable = ReturnType<typeof useColumnTable>['table'];

/** The columns that are shown, as one value that changes only when one of them does, so that rows need not be drawn anew. */
export function useShownColumns(table: ColumnTable, decimalsOf: RecordPages['decimals']): ShownColumn[] {
  const shown = table.getVisibleLeafColumns().flatMap((leaf): ShownColumn[] => {
    const column = gridColumn(leaf.id);
    return column ? [{ column, width: leaf.getSize(), decimals: decimalsOf.get(column.id) ?? 0 }] : [];
  });
  const key = shown.map(({ column, width, decimals }) => `${column.id}:${width}:${decimals}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of it
  return useMemo(() => shown, [key]);
}
