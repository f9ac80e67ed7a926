import type { KeyboardEvent } from 'react';
import { headingId } from './grid-headings.tsx';
import { cellId } from './grid-row.tsx';
import {
  afterKey,
  type CellPosition,
  type GridSize,
  HEADER_ROW,
  heightened,
  type Selection,
  widened,
} from './selection.ts';

const RESIZE_STEP = 16;

/** What the keys of the grid do, beside moving the selection. */
export interface GridActions {
  choose: (selection: Selection) => void;
  /** Scrolls by so many rows, as a page leafs: the active cell stays where it is on the screen. */
  leaf: (rows: number) => void;
  /** The rows about one that are here. */
  loadedAround: (row: number) => { first: number; last: number } | null;
  chooseAll: () => void;
  openMenu: (cell: CellPosition, x: number, y: number) => void;
  /** Filters by the column of a cell, beneath its heading. */
  filterBy: (column: number, x: number, y: number) => void;
  onOpen: (row: number) => void;
  onCopy: (withHeadings: boolean) => void;
  sortBy: (column: number, adds: boolean) => void;
  widen: (column: number, by: number) => void;
  move: (column: number, by: -1 | 1) => void;
  /** A key that is none of these; true where it was for the cell. */
  onCellKey: (key: string, cell: CellPosition) => boolean;
}

/** The keys of the grid: true for one that it took. */
export function pressInGrid(event: KeyboardEvent, selection: Selection, size: GridSize, does: GridActions): boolean {
  const mod = event.ctrlKey || event.metaKey;
  const { active } = selection;
  const isHeading = active.row === HEADER_ROW;
  const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
  if (event.altKey && event.key === 'ArrowDown') return filterAt(active.column, does);
  if (event.altKey) {
    if (!isHeading || !isSideways) return false;
    const by = event.key === 'ArrowLeft' ? -1 : 1;
    if (event.shiftKey) does.move(active.column, by);
    else does.widen(active.column, by * RESIZE_STEP);
    return true;
  }
  if (mod && ['c', 'a', ' '].includes(event.key.toLowerCase())) return pressWithMod(event, selection, does);
  if (event.key === ' ' && event.shiftKey && !isHeading) {
    does.choose(widened(selection, size.columns));
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    if (isHeading) does.sortBy(active.column, event.shiftKey);
    else does.onOpen(active.row);
    return true;
  }
  if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) return openMenuAt(active, does);
  const next = afterKey(selection, { key: event.key, shift: event.shiftKey, mod }, size);
  if (next && event.key === 'PageDown') does.leaf(size.page);
  if (next && event.key === 'PageUp') does.leaf(-size.page);
  if (next) does.choose(next);
  return next !== null || (!mod && !isHeading && does.onCellKey(event.key, active));
}

/** Ctrl+C copies, Ctrl+A chooses all that is here, Ctrl+Space the columns of what is chosen. */
function pressWithMod(event: KeyboardEvent, selection: Selection, does: GridActions): boolean {
  const key = event.key.toLowerCase();
  if (key === 'c') does.onCopy(event.shiftKey);
  if (key === 'a') does.chooseAll();
  const rows = does.loadedAround(Math.max(0, selection.active.row));
  if (key === ' ' && rows) does.choose(heightened(selection, rows));
  return true;
}

function filterAt(column: number, does: GridActions): boolean {
  const place = document.getElementById(headingId(column))?.getBoundingClientRect();
  if (place) does.filterBy(column, place.left + 8, place.bottom);
  return true;
}

function openMenuAt(cell: CellPosition, does: GridActions): boolean {
  const id = cell.row === HEADER_ROW ? headingId(cell.column) : cellId(cell.row, cell.column);
  const place = document.getElementById(id)?.getBoundingClientRect();
  if (place) does.openMenu(cell, place.left + 8, place.bottom);
  return true;
}
