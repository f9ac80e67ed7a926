// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed with sticky parts
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active cell
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import type { SortLevels } from '../../../shared/query/records-query.ts';
import { useLabels, useText } from '../../lib/language.tsx';
import { columnLabel, columnUnit } from './column-label.ts';
import { type GridField, gridColumn } from './columns.ts';
import { isFilterable } from './filter/kinds.ts';
import { text as filterText } from './filter/text.ts';
import css from './grid.module.css';
import type { ShownColumn } from './grid-row.tsx';
import { text } from './text.ts';
import type { Columns } from './use-columns.ts';

const TYPE = 'application/x-throughline-column';

export interface HeadingRequest {
  /** Its place among the shown columns. */
  index: number;
  column: ShownColumn;
  /** Where on the window, px. */
  x: number;
  y: number;
}

interface GridHeadingsProps {
  columns: Columns;
  shown: readonly ShownColumn[];
  gutter: number;
  width: number;
  sort: SortLevels;
  /** The heading the keyboard is on; null when it is on a record. */
  active: number | null;
  /** The columns that something filters by. */
  filtered: ReadonlySet<GridField>;
  onSort: (column: number, adds: boolean) => void;
  onFilter: (request: HeadingRequest) => void;
  onMenu: (request: HeadingRequest) => void;
  /** Chooses all rows that are here. */
  onAll: () => void;
  /** Makes a column as wide as what it holds. */
  onFit: (column: number) => void;
}

export function headingId(index: number): string {
  return `records-heading-${index}`;
}

/** The headings: a click sorts, with Shift further; the edge resizes, a drag moves, a right click has the rest. */
export function GridHeadings({ columns, shown, gutter, width, sort, active, filtered, ...does }: GridHeadingsProps) {
  const labels = useLabels();
  const t = useText(text);
  const filterWords = useText(filterText);
  const [over, setOver] = useState<GridField | null>(null);
  const headers = columns.table.getHeaderGroups()[0]?.headers ?? [];
  const isResizing = headers.some((header) => header.column.getIsResizing());
  const drag = {
    over: (event: DragEvent, id: GridField) => {
      if (!event.dataTransfer.types.includes(TYPE)) return;
      event.preventDefault();
      setOver(id);
    },
    drop: (event: DragEvent, id: GridField) => {
      const dragged = gridColumn(event.dataTransfer.getData(TYPE));
      setOver(null);
      if (!dragged) return;
      event.preventDefault();
      columns.edit.move(dragged.id, isAfter(shown, dragged.id, id) ? nextOf(shown, id) : id);
    },
  };
  return (
    <div className={css.headings} role="row" aria-rowindex={1} style={{ width }}>
      <div className={`${css.heading} ${css.corner}`} role="columnheader" aria-colindex={1} style={{ width: gutter }}>
        <button type="button" tabIndex={-1} aria-label={t.chooseAll} title={t.chooseAll} onClick={does.onAll} />
      </div>
      {headers.map((header, index) => {
        const each = shown[index];
        if (!each) return null;
        const { column, left } = each;
        const level = sort.findIndex(({ field }) => field === column.sort);
        const direction = sort[level]?.direction;
        const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown;
        const unit = columnUnit(column, t);
        const label = columnLabel(column, labels, t);
        const isFiltered = filtered.has(column.id);
        const Funnel = isFiltered ? IconFilterFilled : IconFilter;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the active heading does the same
          <div
            key={column.id}
            id={headingId(index)}
            role="columnheader"
            className={`${css.heading} ${column.kind === 'number' ? css.number : ''} ${active === index ? css.active : ''}`}
            style={left === null ? { width: each.width } : { width: each.width, left }}
            data-pinned={left !== null}
            data-edge={left !== null && shown[index + 1]?.left === null}
            data-sortable={column.sort !== undefined}
            data-over={over === column.id}
            aria-colindex={index + 2}
            // One heading of a table may say that rows are sorted by it; that others decide among equals is told beside.
            aria-sort={direction && level === 0 ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
            title={label}
            draggable={!isResizing}
            onDragStart={(event) => {
              event.dataTransfer.setData(TYPE, column.id);
              event.dataTransfer.effectAllowed = 'move';
            }}
            onDragOver={(event) => drag.over(event, column.id)}
            onDragLeave={() => setOver(null)}
            onDragEnd={() => setOver(null)}
            onDrop={(event) => drag.drop(event, column.id)}
            onClick={(event) => does.onSort(index, event.shiftKey)}
            onContextMenu={(event) => {
              event.preventDefault();
              does.onMenu({ index, column: each, x: event.clientX, y: event.clientY });
            }}
          >
            <span>{label}</span>
            {unit && <small className={css.unit}>{unit}</small>}
            {direction && <Arrow size={14} className={css.arrow} aria-hidden />}
            {direction && sort.length > 1 && (
              <>
                <small className={css.level} aria-hidden>
                  {level + 1}
                </small>
                <span className="visually-hidden">{t.levelOf(level + 1, direction)}</span>
              </>
            )}
            {isFilterable(column) && (
              <button
                type="button"
                tabIndex={-1}
                className={css.funnel}
                data-shown={isFiltered}
                aria-label={filterWords.filterBy(label)}
                title={filterWords.filterBy(label)}
                onClick={(event) => {
                  event.stopPropagation();
                  const place = event.currentTarget.getBoundingClientRect();
                  does.onFilter({ index, column: each, x: place.left, y: place.bottom });
                }}
              >
                <Funnel size={12} aria-hidden />
              </button>
            )}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: Alt with arrows on the heading does the same */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps a click from sorting */}
            <div
              className={css.handle}
              data-resizing={header.column.getIsResizing()}
              // Else the browser would begin to drag the heading.
              draggable
              onDragStart={(event) => {
                event.preventDefault();
                event.stopPropagation();
              }}
              onMouseDown={header.getResizeHandler()}
              onTouchStart={header.getResizeHandler()}
              onClick={(event) => event.stopPropagation()}
              onDoubleClick={() => does.onFit(index)}
            />
          </div>
        );
      })}
    </div>
  );
}

function placeOf(shown: readonly ShownColumn[], id: GridField): number {
  return shown.findIndex(({ column }) => column.id === id);
}

/** Whether what is dropped on a column comes from its left, so that it goes behind it. */
function isAfter(shown: readonly ShownColumn[], dragged: GridField, target: GridField): boolean {
  return placeOf(shown, dragged) < placeOf(shown, target);
}

function nextOf(shown: readonly ShownColumn[], id: GridField): GridField | null {
  return shown[placeOf(shown, id) + 1]?.column.id ?? null;
}
