/** The cell that has the focus: row of the page, column of the file. */
export interface Place {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
}

const moves: Record<string, (at: Place, size: GridSize) => Place> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  PageUp: ({ column }) => ({ row: 0, column }),
  PageDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
};

/** Where a key leads from a place; null for a key that leads nowhere. */
export function placeAfter(at: Place, key: string, size: GridSize): Place | null {
  const move = moves[key];
  return move ? within(move(at, size), size) : null;
}

/** The nearest place that there is. */
export function within({ row, column }: Place, { rows, columns }: GridSize): Place {
  return { row: clamp(row, rows), column: clamp(column, columns) };
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

/** The cells of a row with one taken out, so that those after it move up to the left. */
export function withoutCell(cells: readonly string[], column: number): string[] {
  return cells.filter((_, at) => at !== column);
}

/** The cells of a row with an empty one put in, so that it and those after it move to the right. */
export function withEmptyCell(cells: readonly string[], column: number): string[] {
  return cells.toSpliced(column, 0, '');
}
