// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed with sticky parts
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active cell
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import type { HeldAnswer } from '../../lib/follow-report.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { GridHeadings } from './grid-headings.tsx';
import { cellId, GridRow, type ShownColumn } from './grid-row.tsx';
import { GridTotals } from './grid-totals.tsx';
import css from './records.module.css';
import { afterKey, type CellPosition, contains, HEADER_ROW, only, rectangle, type Selection } from './selection.ts';
import { type Sort, sortAfterChoice } from './sort.ts';
import { text } from './text.ts';
import { type ColumnTable, useShownColumns } from './use-column-table.ts';
import { useGridScroll } from './use-grid-scroll.ts';
import type { LookedAt, RecordPages } from './use-record-pages.ts';

/** Height of headings and totals together, px. */
const FRAME = 72;
const RESIZE_STEP = 16;
const LEAP_ROWS = 400;
const PAUSE_MS = 50;

/** What was asked of a cell: by a right click, or by the menu key at the place of the cell. */
export interface CellRequest {
  row: number;
  record: ProductionRecord;
  column: ShownColumn;
  /** Where on the window, px. */
  x: number;
  y: number;
}

export interface GridHandle {
  /** The chosen cells: rows by number, columns in order of the screen. */
  chosen: () => { firstRow: number; lastRow: number; columns: ShownColumn[] };
  focus: () => void;
  /** Makes a row the active one and brings it into view. */
  goToRow: (row: number) => void;
}

interface RecordsGridProps {
  handle: React.Ref<GridHandle>;
  pages: RecordPages;
  lookedAt: LookedAt;
  dimmed: boolean;
  /** The exact number of records; null while it is counted. */
  count: number | null;
  table: ColumnTable;
  sort: Sort;
  onSort: (sort: Sort) => void;
  totals: HeldAnswer | null | undefined;
  totalsFailed: boolean;
  /** What explains the totals, beside them. */
  totalsWhy: ReactNode;
  openId: number | null;
  onOpen: (row: number) => void;
  onMenu: (request: CellRequest) => void;
  onCopy: (withHeadings: boolean) => void;
}

/** The grid: windowed rows, sticky headings and totals, and one focus that the keyboard moves from cell to cell. */
export function RecordsGrid({ pages, table, sort, onSort, onOpen, lookedAt, ...props }: RecordsGridProps) {
  const t = useText(text);
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  useSyncExternalStore(pages.store.subscribe, pages.store.version);
  const rows = pages.store.extent(props.count);
  const scroll = useGridScroll(scroller, rows, FRAME);
  const [selection, setSelection] = useState<Selection>(only({ row: 0, column: 0 }));

  const columns = useShownColumns(table, pages.decimals);
  const width = table.getTotalSize();
  const area = rectangle(selection);
  const first = scroll.range?.first ?? 0;
  const last = scroll.range?.last ?? -1;

  useEffect(() => {
    const leaps = Math.abs(first - lookedAt.current.first) > LEAP_ROWS;
    lookedAt.current = { first, last: Math.max(0, last) };
    if (last < first) return;
    if (!leaps || pages.store.has(first, last)) return pages.store.show(first, last);
    // While the thumb is dragged, only the places where it pauses are read.
    const timer = setTimeout(() => pages.store.show(first, last), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [pages, lookedAt, first, last]);

  const { toTop } = scroll;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins at its top
  useEffect(() => {
    toTop();
    setSelection((now) => only({ row: 0, column: now.active.column }));
  }, [pages.viewKey, toTop]);

  const choose = (next: Selection) => {
    setSelection(next);
    if (next.active.row !== HEADER_ROW) scroll.showRow(next.active.row);
    showColumn(scroller.current, columns, next.active.column);
  };
  const sortBy = (column: number) => {
    const field = columns[column]?.column.sort;
    if (field) onSort(sortAfterChoice(sort, field));
  };

  useImperativeHandle(props.handle, () => ({
    chosen: () => ({ ...area, columns: columns.slice(area.firstColumn, area.lastColumn + 1) }),
    focus: () => scroller.current?.focus(),
    goToRow: (row) => choose(only({ row, column: selection.active.column })),
  }));

  const openMenu = ({ row, column }: CellPosition, x: number, y: number) => {
    const record = pages.store.row(row);
    const shown = columns[column];
    if (record && shown) props.onMenu({ row, record, column: shown, x, y });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return; // a button within has keys of its own
    const mod = event.ctrlKey || event.metaKey;
    const { active } = selection;
    const isHeading = active.row === HEADER_ROW;
    if (isHeading && event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      resizeColumn(table, columns[active.column], event.key === 'ArrowLeft' ? -RESIZE_STEP : RESIZE_STEP);
    } else if (event.altKey) {
      return;
    } else if (mod && event.key.toLowerCase() === 'c') {
      props.onCopy(event.shiftKey);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (isHeading) sortBy(active.column);
      else onOpen(active.row);
    } else if (!isHeading && (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))) {
      const cell = document.getElementById(cellId(active.row, active.column))?.getBoundingClientRect();
      if (cell) openMenu(active, cell.left + 8, cell.bottom);
    } else {
      const size = { rows, columns: columns.length, page: scroll.rowsOfPage };
      const next = afterKey(selection, { key: event.key, shift: event.shiftKey, mod }, size);
      if (!next) return;
      choose(next);
    }
    event.preventDefault();
  };

  const drag = (event: MouseEvent) => {
    const cell = cellOfEvent(event);
    if (!cell) return;
    if (event.type === 'mousedown') setSelection(event.shiftKey ? { ...selection, active: cell } : only(cell));
    else if (event.buttons === 1 && !isSame(cell, selection.active)) setSelection({ ...selection, active: cell });
  };

  // Headings and totals are rows of the grid too.
  const lastRowIndex = Math.max(rows, props.count ?? 0) + 2;
  const rowNumbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const activeId =
    selection.active.row === HEADER_ROW
      ? `records-heading-${selection.active.column}`
      : cellId(selection.active.row, selection.active.column);
  const isActiveDrawn =
    selection.active.row === HEADER_ROW || (selection.active.row >= first && selection.active.row <= last);
  return (
    <div
      ref={scroller}
      className={css.grid}
      role="grid"
      tabIndex={0}
      aria-label={t.grid}
      aria-rowcount={props.count === null ? -1 : lastRowIndex}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={isActiveDrawn ? activeId : undefined}
      onScroll={scroll.onScroll}
      onKeyDown={onKeyDown}
    >
      <div className={css.sheet} style={{ width }}>
        <GridHeadings
          table={table}
          sort={sort}
          active={selection.active.row === HEADER_ROW ? selection.active.column : null}
          onSort={sortBy}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the grid do the same */}
        <div
          className={css.rows}
          role="presentation"
          data-dimmed={props.dimmed}
          style={{ height: Math.max(scroll.height, 1) }}
          onMouseDown={(event) => event.button === 0 && drag(event)}
          onMouseMove={drag}
          onClick={(event) => {
            const cell = cellOfEvent(event);
            if (cell && event.target instanceof Element && event.target.closest('[data-open-row]')) onOpen(cell.row);
          }}
          onDoubleClick={(event) => {
            const cell = cellOfEvent(event);
            if (cell) onOpen(cell.row);
          }}
          onContextMenu={(event) => {
            const cell = cellOfEvent(event);
            if (!cell) return;
            event.preventDefault();
            if (!contains(area, cell.row, cell.column)) setSelection(only(cell));
            openMenu(cell, event.clientX, event.clientY);
          }}
        >
          <div className={css.layer} role="rowgroup" style={{ top: scroll.layerTop, width }}>
            {rowNumbers.map((row) => {
              const record = pages.store.row(row);
              const isChosen = row >= area.firstRow && row <= area.lastRow;
              return (
                <GridRow
                  key={row}
                  index={row}
                  record={record}
                  columns={columns}
                  width={width}
                  format={format}
                  chosenFirst={isChosen ? area.firstColumn : -1}
                  chosenLast={isChosen ? area.lastColumn : -1}
                  active={selection.active.row === row ? selection.active.column : -1}
                  open={record !== undefined && record.id === props.openId}
                  openLabel={t.open}
                />
              );
            })}
          </div>
        </div>
        <GridTotals
          columns={columns}
          width={width}
          rowIndex={lastRowIndex}
          answer={props.totals}
          failed={props.totalsFailed}
          why={props.totalsWhy}
          count={props.count}
        />
      </div>
    </div>
  );
}

function isSame(a: CellPosition, b: CellPosition): boolean {
  return a.row === b.row && a.column === b.column;
}

function cellOfEvent(event: MouseEvent): CellPosition | null {
  if (!(event.target instanceof Element)) return null;
  const cell = event.target.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : null;
}

/** Scrolls sideways by the least that shows a column beside the first one, which stays. */
function showColumn(scroller: HTMLElement | null, columns: readonly ShownColumn[], index: number): void {
  if (!scroller || index === 0) return;
  const start = columns.slice(0, index).reduce((sum, column) => sum + column.width, 0);
  const end = start + (columns[index]?.width ?? 0);
  const kept = columns[0]?.width ?? 0;
  if (start - kept < scroller.scrollLeft) scroller.scrollLeft = start - kept;
  else if (end > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = end - scroller.clientWidth;
}

function resizeColumn(table: ColumnTable, column: ShownColumn | undefined, by: number): void {
  if (!column) return;
  const id = column.column.id;
  table.setColumnSizing((sizes) => ({ ...sizes, [id]: Math.min(640, Math.max(56, column.width + by)) }));
}
