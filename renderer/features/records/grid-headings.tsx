// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed with sticky parts
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active cell
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useLabels, useText } from '../../lib/language.tsx';
import { columnLabel, columnUnit } from './column-label.ts';
import { gridColumn } from './columns.ts';
import css from './records.module.css';
import type { Sort } from './sort.ts';
import { text } from './text.ts';
import type { ColumnTable } from './use-column-table.ts';

interface GridHeadingsProps {
  table: ColumnTable;
  sort: Sort;
  /** The heading the keyboard is on; null when it is on a record. */
  active: number | null;
  onSort: (column: number) => void;
}

/** The headings: click sorts, the edge resizes (double click: back to the first width). */
export function GridHeadings({ table, sort, active, onSort }: GridHeadingsProps) {
  const labels = useLabels();
  const t = useText(text);
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <div className={css.headings} role="row" aria-rowindex={1} style={{ width: table.getTotalSize() }}>
      {headers.map((header, index) => {
        const column = gridColumn(header.column.id);
        if (!column) return null;
        const direction = column.sort === sort.field ? sort.direction : null;
        const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown;
        const unit = columnUnit(column, t);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the active heading does the same
          <div
            key={header.id}
            id={`records-heading-${index}`}
            role="columnheader"
            className={`${css.heading} ${column.kind === 'number' ? css.number : ''} ${active === index ? css.active : ''}`}
            style={{ width: header.getSize() }}
            data-pinned={index === 0}
            data-sortable={column.sort !== undefined}
            aria-colindex={index + 1}
            aria-sort={direction ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
            title={columnLabel(column, labels, t)}
            onClick={() => onSort(index)}
          >
            <span>{columnLabel(column, labels, t)}</span>
            {unit && <small className={css.unit}>{unit}</small>}
            {direction && <Arrow size={14} className={css.arrow} aria-hidden />}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: Alt with arrows on the heading does the same */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps a click from sorting */}
            <div
              className={css.handle}
              data-resizing={header.column.getIsResizing()}
              onMouseDown={header.getResizeHandler()}
              onTouchStart={header.getResizeHandler()}
              onClick={(event) => event.stopPropagation()}
              onDoubleClick={() => header.column.resetSize()}
            />
          </div>
        );
      })}
    </div>
  );
}
