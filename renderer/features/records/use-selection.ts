import { useState } from 'react';
import { type CellPosition, only, type Selection } from './selection.ts';

/** What is chosen: at first, and in another view, the cell of the first row; never a column beyond the last that is shown. */
export function useSelection(viewKey: string, lastColumn: number): [Selection, (selection: Selection) => void] {
  const [selection, setSelection] = useState<Selection>(only({ row: 0, column: 0 }));
  const [viewBefore, setViewBefore] = useState(viewKey);
  if (viewKey !== viewBefore) {
    setViewBefore(viewKey);
    setSelection(only({ row: 0, column: selection.active.column }));
  } else if (selection.active.column > lastColumn || selection.anchor.column > lastColumn) {
    const within = ({ row, column }: CellPosition) => ({ row, column: Math.min(column, lastColumn) });
    setSelection({ active: within(selection.active), anchor: within(selection.anchor) });
  }
  return [selection, setSelection];
}
