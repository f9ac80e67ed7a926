import type { MouseEvent } from 'react';
import type { CellPosition } from './selection.ts';

/** What of the grid lies under the mouse: a cell, or the number of a row. */
export type Under = ({ of: 'cell' } & CellPosition) | { of: 'gutter'; row: number };

/** What an event of the mouse is on; null for none of the rows. */
export function under(event: MouseEvent): Under | null {
  if (!(event.target instanceof Element)) return null;
  const part = event.target.closest<HTMLElement>('[data-column], [data-gutter]');
  const row = part?.closest<HTMLElement>('[data-row]');
  if (!part || !row) return null;
  const index = Number(row.dataset.row);
  if (part.dataset.column === undefined) return { of: 'gutter', row: index };
  return { of: 'cell', row: index, column: Number(part.dataset.column) };
}

/** Whether it is on what opens a record. */
export function isOnOpen(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-open-row]') !== null;
}
