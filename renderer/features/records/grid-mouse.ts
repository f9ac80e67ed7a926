import type { MouseEvent } from 'react';
import { type CellPosition, contains, only, rectangle, type Selection, wholeRows } from './selection.ts';

/** What the mouse does in the rows. */
export interface MouseActions {
  choose: (selection: Selection) => void;
  openMenu: (cell: CellPosition, x: number, y: number) => void;
  onOpen: (row: number) => void;
}

/** The mouse over the rows of so many columns: a drag chooses, Shift goes on with what is chosen, two clicks open, the right button asks. */
export function mouseInRows(selection: Selection, columns: number, does: MouseActions) {
  const drag = (event: MouseEvent) => {
    const place = under(event);
    if (!place || isOnOpen(event)) return;
    const isStart = event.type === 'mousedown';
    if (!isStart && event.buttons !== 1) return;
    const goesOn = !isStart || event.shiftKey;
    if (place.of === 'gutter') {
      does.choose(wholeRows(goesOn ? selection.anchor.row : place.row, place.row, columns));
    } else if (isStart && !event.shiftKey) does.choose(only(place));
    else if (place.row !== selection.active.row || place.column !== selection.active.column) {
      does.choose({ ...selection, active: place });
    }
  };
  return {
    onMouseDown: (event: MouseEvent) => {
      if (event.button === 0) drag(event);
    },
    onMouseMove: drag,
    onClick: (event: MouseEvent) => {
      const place = under(event);
      if (place && isOnOpen(event)) does.onOpen(place.row);
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = under(event);
      if (place) does.onOpen(place.row);
    },
    onContextMenu: (event: MouseEvent) => {
      const place = under(event);
      if (!place) return;
      event.preventDefault();
      const cell = { row: place.row, column: place.of === 'cell' ? place.column : 0 };
      if (!contains(rectangle(selection), cell.row, cell.column)) does.choose(only(cell));
      does.openMenu(cell, event.clientX, event.clientY);
    },
  };
}

/** What of the grid lies under the mouse: a cell, or the number of a row. */
type Under = ({ of: 'cell' } & CellPosition) | { of: 'gutter'; row: number };

/** What an event of the mouse is on; null for none of the rows. */
function under(event: MouseEvent): Under | null {
  if (!(event.target instanceof Element)) return null;
  const part = event.target.closest<HTMLElement>('[data-column], [data-gutter]');
  const row = part?.closest<HTMLElement>('[data-row]');
  if (!part || !row) return null;
  const index = Number(row.dataset.row);
  if (part.dataset.column === undefined) return { of: 'gutter', row: index };
  return { of: 'cell', row: index, column: Number(part.dataset.column) };
}

/** Whether it is on what opens a record. */
function isOnOpen(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-open-row]') !== null;
}
