// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed with sticky parts
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active cell
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { type Format, NO_DATA } from '../../lib/format.ts';
import { cellText } from './cell-text.ts';
import type { GridColumn, GridField } from './columns.ts';
import css from './grid.module.css';

export interface ShownColumn {
  column: GridColumn;
  /** Width, px. */
  width: number;
  /** Where it stays when the others are scrolled, px from the left; null for one that goes with them. */
  left: number | null;
  decimals: number;
}

interface GridRowProps {
  index: number;
  /** Undefined while it is not here. */
  record: ProductionRecord | undefined;
  columns: readonly ShownColumn[];
  /** Width of the numbers of rows, px. */
  gutter: number;
  width: number;
  /** Where it stands among the rows, px. A row of its own place is neither laid out nor painted anew when others come and go. */
  top: number;
  height: number;
  format: Format;
  /** Chosen columns, first and last; -1 when none of this row is. */
  chosenFirst: number;
  chosenLast: number;
  /** Column of the active cell; -1 when it is in another row. */
  active: number;
  open: boolean;
  openLabel: string;
}

/** Of the line below a row, px. */
const LINE = 1;

/** Columns whose words are often cut. */
const mayBeLong: ReadonlySet<GridField> = new Set(['itemName', 'note', 'sourceFile', 'lotNumber']);

/** The id of a cell, by which the grid points at the active one. */
export function cellId(row: number, column: number): string {
  return `records-cell-${row}-${column}`;
}

/** One record with its number in the list, or its place while it is on its way. */
export const GridRow = memo(function GridRow({ index, record, columns, gutter, format, ...state }: GridRowProps) {
  const { chosenFirst, chosenLast, active, open, openLabel } = state;
  const isWhole = chosenFirst === 0 && chosenLast === columns.length - 1;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isWhole}
      className={css.row}
      data-open={open}
      data-row={index}
      style={{ top: state.top, width: state.width, height: state.height, lineHeight: `${state.height - LINE}px` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={`${css.gutter} ${chosenFirst >= 0 ? css.gutterChosen : ''}`}
        data-gutter
        style={{ width: gutter }}
      >
        {format.number(index + 1)}
        {record && (
          <button
            type="button"
            tabIndex={-1}
            className={css.open}
            data-shown={active >= 0}
            data-open-row
            title={openLabel}
            aria-label={openLabel}
          >
            <IconLayoutSidebarRight size={15} aria-hidden />
          </button>
        )}
      </div>
      {columns.map(({ column, width: cellWidth, left, decimals }, position) => {
        const isChosen = position >= chosenFirst && position <= chosenLast;
        const content = record && cellText(record, column, format, decimals);
        return (
          <div
            key={column.id}
            id={cellId(index, position)}
            role="gridcell"
            aria-colindex={position + 2}
            aria-selected={isChosen}
            data-column={position}
            className={[
              css.cell,
              column.kind === 'number' ? css.number : '',
              left === null ? '' : css.pinned,
              isChosen ? css.chosen : '',
              active === position ? css.active : '',
              content === NO_DATA ? css.nothing : '',
            ].join(' ')}
            data-edge={left !== null && columns[position + 1]?.left === null}
            style={left === null ? { width: cellWidth } : { width: cellWidth, left }}
            title={mayBeLong.has(column.id) && content !== NO_DATA ? content : undefined}
          >
            {content ?? <div className={css['place-holder']} />}
          </div>
        );
      })}
    </div>
  );
});
