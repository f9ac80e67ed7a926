import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { ColumnLayout } from '../../../shared/contract/column-sets.ts';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import {
  columnsInOrder,
  firstLayout,
  isShown,
  moved,
  movedBy,
  type NeverFilled,
  widthsIn,
  withShown,
  withWidths,
} from './column-layout.ts';
import { type GridField, gridColumn, gridColumns } from './columns.ts';
import type { ShownColumn } from './grid-row.tsx';
import { useLayout } from './use-layout.ts';
import type { RecordPages } from './use-record-pages.ts';

export const NARROWEST = 56;
export const WIDEST = 640;

const features = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
});
const columns = gridColumns.map(({ id }) => ({ id, minSize: NARROWEST, maxSize: WIDEST }));
/** The grid draws its rows from its own pages; the table models the columns. */
const noRows: ProductionRecord[] = [];

/**
 * The columns of the grid: how they lie, and what changes that. It is remembered between visits, and stands in the address.
 * `needed` is the width, px, that what they hold takes.
 */
export function useColumns(neverFilled: NeverFilled, needed: ReadonlyMap<GridField, number>) {
  const [layout, setLayout] = useLayout();
  const [room, setRoom] = useState(0);
  const table = useTable({
    features,
    columns,
    data: noRows,
    columnResizeMode: 'onChange',
    state: {
      columnOrder: columnsInOrder(layout).map(({ id }) => id),
      columnSizing: Object.fromEntries(widthsIn(layout, neverFilled, room, needed)),
      columnVisibility: Object.fromEntries(
        gridColumns.map((column) => [column.id, isShown(layout, column, neverFilled)]),
      ),
    },
    onColumnSizingChange: (change) =>
      setLayout((now) => {
        const standing = widthsIn(now, neverFilled, room, needed);
        const before: Record<string, number> = Object.fromEntries(standing);
        const after = typeof change === 'function' ? change(before) : change;
        const changed = Object.entries(after).filter(([id, width]) => before[id] !== width);
        return changed.length === 0 ? now : withWidths(now, standing, Object.fromEntries(changed));
      }),
  });
  const edit = {
    setWidth: (id: GridField, width: number) => {
      const within = Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
      setLayout((now) => withWidths(now, widthsIn(now, neverFilled, room, needed), { [id]: within }));
    },
    /** Before another column, or last where that is null. */
    move: (id: GridField, before: GridField | null) => setLayout((now) => moved(now, id, before)),
    moveBy: (id: GridField, by: -1 | 1) => setLayout((now) => movedBy(now, neverFilled, id, by)),
    show: (id: GridField, isToBeShown: boolean) => setLayout((now) => withShown(now, neverFilled, id, isToBeShown)),
    freeze: (count: number) => setLayout((now) => ({ ...now, frozen: count })),
    setDensity: (density: ColumnLayout['density']) => setLayout((now) => ({ ...now, density })),
    /** Takes over a whole layout; without one that of before any change. */
    apply: (next: ColumnLayout = firstLayout()) => setLayout(() => next),
  };
  return { table, layout, neverFilled, edit, setRoom };
}

export type Columns = ReturnType<typeof useColumns>;

/**
 * The columns that are shown, as one value that changes only when one of them does, so that rows need not be drawn anew. Those
 * that are frozen have a place; they never take more than `room` px, as nothing else could be scrolled to.
 */
export function useShownColumns(
  { table, layout }: Columns,
  decimalsOf: RecordPages['decimals'],
  gutter: number,
  room: number,
): ShownColumn[] {
  let left = gutter;
  let isFrozen = true;
  const shown = table.getVisibleLeafColumns().flatMap((leaf, at): ShownColumn[] => {
    const column = gridColumn(leaf.id);
    if (!column) return [];
    const width = leaf.getSize();
    isFrozen &&= at < layout.frozen && left + width <= room;
    const place = isFrozen ? left : null;
    left += width;
    return [{ column, width, left: place, decimals: decimalsOf.get(column.id) ?? 0 }];
  });
  const key = shown.map((each) => `${each.column.id}:${each.width}:${each.left}:${each.decimals}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of it
  return useMemo(() => shown, [key]);
}
