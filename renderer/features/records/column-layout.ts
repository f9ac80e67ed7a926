import { type ColumnLayout, columnLayoutSchema } from '../../../shared/contract/column-sets.ts';
import { type GridColumn, type GridField, gridColumn, gridColumns } from './columns.ts';

const KEY = 'throughline.records.columns';

/** How much wider a column stands than at first, by density. */
const WIDER: Record<ColumnLayout['density'], number> = { usual: 1, compact: 1, wide: 1.6 };
/** Height of a row by density, px. */
export const rowHeights: Record<ColumnLayout['density'], number> = { usual: 32, compact: 24, wide: 32 };

/** Columns that no record of the store fills. */
export type NeverFilled = ReadonlySet<GridField>;

/** The layout before a person changed it. */
export function firstLayout(): ColumnLayout {
  return columnLayoutSchema.parse({});
}

/** The layout that was remembered; one that cannot be read is forgotten. */
export function parseLayout(text: string | null): ColumnLayout {
  try {
    const parsed = columnLayoutSchema.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : firstLayout();
  } catch {
    return firstLayout();
  }
}

/** Reads the layout this window remembers. */
export function loadLayout(): ColumnLayout {
  return parseLayout(localStorage.getItem(KEY));
}

/** Remembers a layout for the next time. */
export function saveLayout(layout: ColumnLayout): void {
  localStorage.setItem(KEY, JSON.stringify(layout));
}

/** All columns as the layout orders them; those of another version are left out, those it does not know come last. */
export function columnsInOrder({ order }: ColumnLayout): GridColumn[] {
  const named = order.flatMap((id) => gridColumn(id) ?? []);
  return [...new Set([...named, ...gridColumns])];
}

/** Whether a column is shown: as a person chose or, where none did, when it is shown at first and some record fills it. */
export function isShown({ shown }: ColumnLayout, column: GridColumn, neverFilled: NeverFilled): boolean {
  return shown[column.id] ?? (!column.hidden && !neverFilled.has(column.id));
}

/** The shown columns in order. */
export function shownColumns(layout: ColumnLayout, neverFilled: NeverFilled): GridColumn[] {
  return columnsInOrder(layout).filter((column) => isShown(layout, column, neverFilled));
}

/** Columns that would be shown if any record filled them, and that nobody asked for. */
export function hiddenAsEmpty({ shown }: ColumnLayout, neverFilled: NeverFilled): GridColumn[] {
  return gridColumns.filter(({ id, hidden }) => !hidden && shown[id] === undefined && neverFilled.has(id));
}

/** Width of a column, px. */
export function widthOf({ widths, density }: ColumnLayout, { id, width }: GridColumn): number {
  return widths[id] ?? Math.round(width * WIDER[density]);
}

/** A column of names takes no more of what is left than this in all, px. */
const WIDEST_NAMES = 280;

/**
 * The width of every column, px, where those that are shown have so much room: a column of numbers has what its digits need, and what
 * is left goes to names. Where a person chose a width nothing grows into what is left, as columns that grow while another is dragged
 * would move its edge away.
 */
export function widthsIn(
  layout: ColumnLayout,
  neverFilled: NeverFilled,
  room: number,
  needed: ReadonlyMap<GridField, number> = new Map(),
): ReadonlyMap<GridField, number> {
  const widthAtLeast = (column: GridColumn) =>
    layout.widths[column.id] ?? Math.max(widthOf(layout, column), needed.get(column.id) ?? 0);
  const widths = new Map(gridColumns.map((column) => [column.id, widthAtLeast(column)]));
  const shown = shownColumns(layout, neverFilled);
  const spare = room - shown.reduce((sum, { id }) => sum + (widths.get(id) ?? 0), 0);
  const growing = Object.keys(layout.widths).length > 0 ? [] : shown.filter(({ grows }) => grows);
  const share = Math.max(0, Math.floor(spare / Math.max(1, growing.length)));
  for (const column of growing) {
    const width = widthOf(layout, column);
    widths.set(column.id, Math.max(width, Math.min(WIDEST_NAMES, width + share)));
  }
  return widths;
}

/** The layout with names as wide as they stand in so much room, and some of them as wide as a person chose. */
export function withWidths(
  layout: ColumnLayout,
  standing: ReadonlyMap<GridField, number>,
  chosen: Readonly<Record<string, number>>,
): ColumnLayout {
  const grown = gridColumns.flatMap((column) => {
    const width = standing.get(column.id);
    return !column.grows || width === undefined || width === widthOf(layout, column)
      ? []
      : [[column.id, width] as const];
  });
  return { ...layout, widths: { ...layout.widths, ...Object.fromEntries(grown), ...chosen } };
}

/** The layout with a column before another one, or at the end where that is null. */
export function moved(layout: ColumnLayout, id: GridField, before: GridField | null): ColumnLayout {
  if (id === before) return layout;
  const others = columnsInOrder(layout).flatMap((column) => (column.id === id ? [] : [column.id]));
  const place = before === null ? others.length : others.indexOf(before);
  return { ...layout, order: others.toSpliced(place, 0, id) };
}

/** The layout with a shown column a place further to the left (-1) or to the right (1) among those shown. */
export function movedBy(layout: ColumnLayout, neverFilled: NeverFilled, id: GridField, by: -1 | 1): ColumnLayout {
  const shown = shownColumns(layout, neverFilled);
  const place = shown.findIndex((column) => column.id === id);
  const target = shown[by === -1 ? place - 1 : place + 2];
  if (place === -1 || (by === -1 && !target) || (by === 1 && place === shown.length - 1)) return layout;
  return moved(layout, id, target?.id ?? null);
}

/** The layout with a column shown or hidden; the last one shown stays. */
export function withShown(layout: ColumnLayout, neverFilled: NeverFilled, id: GridField, show: boolean): ColumnLayout {
  const next = { ...layout, shown: { ...layout.shown, [id]: show } };
  return shownColumns(next, neverFilled).length === 0 ? layout : next;
}

/** Whether two layouts show the same. */
export function isSameLayout(a: ColumnLayout, b: ColumnLayout): boolean {
  const form = (layout: ColumnLayout) =>
    JSON.stringify([
      columnsInOrder(layout).map(({ id }) => [id, layout.widths[id] ?? null, layout.shown[id] ?? null]),
      layout.frozen,
      layout.density,
    ]);
  return form(a) === form(b);
}
