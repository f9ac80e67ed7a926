/** The cells a person works on: a rectangle between the anchor and the active cell, as in a spreadsheet. */
export interface CellPosition {
  row: number;
  column: number;
}

/** The row of the headings, above the first record. */
export const HEADER_ROW = -1;

export interface Selection {
  active: CellPosition;
  anchor: CellPosition;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that one page of the screen holds. */
  page: number;
}

export interface KeyPress {
  key: string;
  shift: boolean;
  /** Ctrl, or Cmd on macOS. */
  mod: boolean;
}

export interface Rectangle {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(0, count - 1));

/** The rectangle between two corners, however it was drawn. */
export function rectangle({ active, anchor }: Selection): Rectangle {
  return {
    firstRow: Math.min(active.row, anchor.row),
    lastRow: Math.max(active.row, anchor.row),
    firstColumn: Math.min(active.column, anchor.column),
    lastColumn: Math.max(active.column, anchor.column),
  };
}

export function contains(area: Rectangle, row: number, column: number): boolean {
  return row >= area.firstRow && row <= area.lastRow && column >= area.firstColumn && column <= area.lastColumn;
}

/** Only this cell. */
export function only(cell: CellPosition): Selection {
  return { active: cell, anchor: cell };
}

/** Whole rows, from one to another; the active cell is at their beginning. */
export function wholeRows(from: number, to: number, columns: number): Selection {
  return { anchor: { row: from, column: Math.max(0, columns - 1) }, active: { row: to, column: 0 } };
}

/** The rows of a selection from their first column to their last. */
export function widened(selection: Selection, columns: number): Selection {
  if (selection.active.row === HEADER_ROW) return selection;
  return wholeRows(selection.anchor.row, selection.active.row, columns);
}

/** The columns of a selection over so many rows. */
export function heightened({ anchor, active }: Selection, rows: { first: number; last: number }): Selection {
  return { anchor: { row: rows.last, column: anchor.column }, active: { row: rows.first, column: active.column } };
}

/** Where a key takes the selection; null when the key is none of the grid's. Only an arrow leads into the headings. */
export function afterKey(selection: Selection, press: KeyPress, size: GridSize): Selection | null {
  const target = destination(selection.active, press, size);
  if (!target) return null;
  const column = within(target.column, size.columns);
  const isUp = press.key === 'ArrowUp' && !press.mod && !press.shift;
  const inHeadings = target.row === HEADER_ROW && (isUp || selection.active.row === HEADER_ROW);
  if (inHeadings || size.rows === 0) return only({ row: HEADER_ROW, column });
  const active = { row: within(target.row, size.rows), column };
  const drawing = press.shift && selection.anchor.row !== HEADER_ROW;
  return drawing ? { active, anchor: selection.anchor } : only(active);
}

function destination({ row, column }: CellPosition, { key, mod }: KeyPress, size: GridSize): CellPosition | null {
  switch (key) {
    case 'ArrowUp':
      return { row: mod ? 0 : Math.max(HEADER_ROW, row - 1), column };
    case 'ArrowDown':
      return { row: mod ? size.rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: mod ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: mod ? size.columns - 1 : column + 1 };
    case 'PageUp':
      return { row: row - size.page, column };
    case 'PageDown':
      return { row: row + size.page, column };
    case 'Home':
      return mod ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return mod ? { row: size.rows - 1, column: size.columns - 1 } : { row, column: size.columns - 1 };
    default:
      return null;
  }
}
