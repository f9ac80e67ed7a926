// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed with sticky parts
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active cell
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { ProductionRecord, SortLevels } from '../../../shared/query/records-query.ts';
import type { HeldAnswer } from '../../lib/follow-report.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { columnLabel } from './column-label.ts';
import { rowHeights } from './column-layout.ts';
import type { GridField } from './columns.ts';
import { isFilterable } from './filter/kinds.ts';
import { fittedWidth, measureIn } from './fit-column.ts';
import css from './grid.module.css';
import { GridHeadings, type HeadingRequest, headingId } from './grid-headings.tsx';
import { pressInGrid } from './grid-keys.ts';
import { mouseInRows } from './grid-mouse.ts';
import { cellId, GridRow, type ShownColumn } from './grid-row.tsx';
import { GridTotals } from './grid-totals.tsx';
import {
  type CellPosition,
  contains,
  HEADER_ROW,
  only,
  type Rectangle,
  rectangle,
  type Selection,
} from './selection.ts';
import { sortAfterAdding, sortAfterChoice } from './sort.ts';
import { text } from './text.ts';
import { type Columns, useShownColumns } from './use-columns.ts';
import { useGridScroll } from './use-grid-scroll.ts';
import type { LookedAt, RecordPages } from './use-record-pages.ts';
import { useRowsInView } from './use-rows-in-view.ts';
import { useSelection } from './use-selection.ts';

/** Height of headings and totals together, px. */
const FRAME = 72;
/** Frozen columns take no more than this share of the width. */
const MOST_FROZEN = 0.6;
/** Room of a digit of the numbers of rows, and of what stands beside them, px. */
const DIGIT = 8;
const BESIDE_NUMBER = 40;

/** What was asked of a cell: by a right click, or by a key at the place of the cell. */
export interface CellRequest {
  row: number;
  record: ProductionRecord;
  /** The chosen records, as far as they are here, where the cell is one of the chosen; else its own. */
  records: readonly ProductionRecord[];
  column: ShownColumn;
  /** Where on the window, px. */
  x: number;
  y: number;
}

/** The chosen cells: rows by number, columns in order of the screen. */
export interface Chosen {
  firstRow: number;
  lastRow: number;
  columns: readonly ShownColumn[];
}

export interface GridHandle {
  chosen: () => Chosen;
  focus: () => void;
  /** Makes a row the active one and brings it into view. */
  goToRow: (row: number) => void;
  /** Makes a column as wide as what it holds. */
  fit: (column: number) => void;
}

interface RecordsGridProps {
  handle: React.Ref<GridHandle>;
  pages: RecordPages;
  lookedAt: LookedAt;
  dimmed: boolean;
  /** The exact number of records; null while it is counted. */
  count: number | null;
  /** How many the store holds, by which the numbers of rows have their room. */
  most: number;
  columns: Columns;
  sort: SortLevels;
  onSort: (sort: SortLevels) => void;
  /** The columns that something filters by. */
  filtered: ReadonlySet<GridField>;
  onFilter: (request: HeadingRequest) => void;
  totals: HeldAnswer | null | undefined;
  totalsFailed: boolean;
  /** What explains the totals, beside them. */
  totalsWhy: ReactNode;
  openId: number | null;
  onOpen: (row: number) => void;
  onMenu: (request: CellRequest) => void;
  onHeadingMenu: (request: HeadingRequest) => void;
  onCopy: (withHeadings: boolean) => void;
  /** A key on a cell that the grid has no use for; true where it was for the cell. */
  onCellKey: (key: string, request: CellRequest) => boolean;
  /** What stands below the grid, of what is chosen. */
  status: (chosen: Chosen) => ReactNode;
}

/** The grid: windowed rows, sticky headings and totals, and one focus that the keyboard moves from cell to cell. */
export function RecordsGrid({ pages, columns, sort, onSort, onOpen, lookedAt, ...props }: RecordsGridProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  useSyncExternalStore(pages.store.subscribe, pages.store.version);
  const rows = pages.store.extent(props.count);
  const rowHeight = rowHeights[columns.layout.density];
  const scroll = useGridScroll(scroller, rows, rowHeight, FRAME);

  const gutter = format.number(Math.max(props.most, 1)).length * DIGIT + BESIDE_NUMBER;
  const shown = useShownColumns(columns, pages.decimals, gutter, scroll.width * MOST_FROZEN);
  const width = gutter + columns.table.getTotalSize();
  const { setRoom } = columns;
  useLayoutEffect(() => setRoom(scroll.width - gutter), [setRoom, scroll.width, gutter]);
  const lastColumn = Math.max(0, shown.length - 1);
  const [selection, setSelection] = useSelection(pages.viewKey, lastColumn);
  const area = rectangle(selection);
  const chosen: Chosen = { ...area, columns: shown.slice(area.firstColumn, area.lastColumn + 1) };
  const first = scroll.range?.first ?? 0;
  const last = scroll.range?.last ?? -1;

  useRowsInView(pages, lookedAt, { first, last }, rows);

  // Who comes here by keys goes on with the arrows; who is somewhere already stays there.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.id === 'content')
      scroller.current?.focus({ preventScroll: true });
  }, []);

  const { toTop } = scroll;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins at its top
  useEffect(() => toTop(), [pages.viewKey, toTop]);

  const choose = (next: Selection) => {
    setSelection(next);
    if (next.active.row !== HEADER_ROW) scroll.showRow(next.active.row);
    showColumn(scroller.current, shown, gutter, next.active.column);
  };
  const sortBy = (column: number, adds: boolean) => {
    const field = shown[column]?.column.sort;
    if (field) onSort((adds ? sortAfterAdding : sortAfterChoice)(sort, field));
  };
  const fit = (index: number) => {
    const column = shown[index];
    const here = pages.store.loadedAround(first);
    if (!column || !scroller.current || !here) return;
    const records = pages.store.held(here.first, here.last) ?? [];
    const heading = columnLabel(column.column, labels, t);
    columns.edit.setWidth(column.column.id, fittedWidth(column, heading, records, format, measureIn(scroller.current)));
  };
  const chooseAll = () => {
    const here = pages.store.loadedAround(Math.max(0, selection.active.row)) ?? pages.store.loadedAround(first);
    if (here) setSelection({ anchor: { row: here.last, column: lastColumn }, active: { row: here.first, column: 0 } });
    scroller.current?.focus();
  };

  useImperativeHandle(props.handle, () => ({
    chosen: () => chosen,
    focus: () => scroller.current?.focus(),
    goToRow: (row) => choose(only({ row, column: selection.active.column })),
    fit,
  }));

  const requestOf = ({ row, column }: CellPosition, x: number, y: number): CellRequest | null => {
    const record = pages.store.row(row);
    const each = shown[column];
    if (!record || !each) return null;
    const isChosen = contains(area, row, column) && area.firstColumn === area.lastColumn;
    const records = isChosen ? heldOf(pages, area) : [record];
    return { row, record, records, column: each, x, y };
  };
  const openMenu = (cell: CellPosition, x: number, y: number) => {
    const column = shown[cell.column];
    if (cell.row === HEADER_ROW && column) return props.onHeadingMenu({ index: cell.column, column, x, y });
    const request = requestOf(cell, x, y);
    if (request) props.onMenu(request);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return; // a button within has keys of its own
    const size = { rows, columns: shown.length, page: scroll.rowsOfPage };
    const taken = pressInGrid(event, selection, size, {
      choose,
      leaf: scroll.leaf,
      chooseAll,
      openMenu,
      onOpen,
      sortBy,
      filterBy: (index, x, y) => {
        const column = shown[index];
        if (column && isFilterable(column.column)) props.onFilter({ index, column, x, y });
      },
      loadedAround: (row) => pages.store.loadedAround(row),
      onCopy: props.onCopy,
      widen: (index, by) => {
        const column = shown[index];
        if (column) columns.edit.setWidth(column.column.id, column.width + by);
      },
      move: (index, by) => {
        const column = shown[index];
        if (!column) return;
        columns.edit.moveBy(column.column.id, by);
        const place = Math.min(lastColumn, Math.max(0, index + by));
        choose(only({ row: HEADER_ROW, column: place }));
      },
      onCellKey: (key, cell) => {
        const request = requestOf(cell, 0, 0);
        return request !== null && props.onCellKey(key, request);
      },
    });
    if (taken) event.preventDefault();
  };

  const byMouse = mouseInRows(selection, shown.length, { choose: setSelection, openMenu, onOpen });

  // Headings and totals are rows of the grid too.
  const lastRowIndex = Math.max(rows, props.count ?? 0) + 2;
  const rowNumbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const { active } = selection;
  const isActiveDrawn = active.row === HEADER_ROW || (active.row >= first && active.row <= last);
  return (
    <>
      <div
        ref={scroller}
        className={css.grid}
        role="grid"
        tabIndex={0}
        aria-label={t.grid}
        aria-rowcount={props.count === null ? -1 : lastRowIndex}
        aria-colcount={shown.length + 1}
        aria-multiselectable
        aria-activedescendant={
          isActiveDrawn
            ? active.row === HEADER_ROW
              ? headingId(active.column)
              : cellId(active.row, active.column)
            : undefined
        }
        data-density={columns.layout.density}
        onScroll={scroll.onScroll}
        onKeyDown={onKeyDown}
      >
        <div className={css.sheet} style={{ width }}>
          <GridHeadings
            columns={columns}
            shown={shown}
            gutter={gutter}
            width={width}
            sort={sort}
            active={active.row === HEADER_ROW ? active.column : null}
            filtered={props.filtered}
            onSort={sortBy}
            onFilter={props.onFilter}
            onMenu={props.onHeadingMenu}
            onAll={chooseAll}
            onFit={fit}
          />
          <div
            className={css.rows}
            role="rowgroup"
            data-dimmed={props.dimmed}
            style={{ height: Math.max(scroll.height, 1) }}
            {...byMouse}
          >
            {rowNumbers.map((row) => {
              const record = pages.store.row(row);
              const isChosen = row >= area.firstRow && row <= area.lastRow;
              return (
                <GridRow
                  key={row}
                  index={row}
                  record={record}
                  columns={shown}
                  gutter={gutter}
                  width={width}
                  top={row * rowHeight - scroll.offset}
                  height={rowHeight}
                  format={format}
                  chosenFirst={isChosen ? area.firstColumn : -1}
                  chosenLast={isChosen ? area.lastColumn : -1}
                  active={active.row === row ? active.column : -1}
                  open={record !== undefined && record.id === props.openId}
                  openLabel={t.open}
                />
              );
            })}
          </div>
          <GridTotals
            columns={shown}
            gutter={gutter}
            width={width}
            rowIndex={lastRowIndex}
            answer={props.totals}
            failed={props.totalsFailed}
            why={props.totalsWhy}
            count={props.count}
          />
        </div>
      </div>
      {props.status(chosen)}
    </>
  );
}

/** The records of the chosen rows that are here. */
function heldOf(pages: RecordPages, { firstRow, lastRow }: Rectangle): ProductionRecord[] {
  const records: ProductionRecord[] = [];
  for (let row = Math.max(0, firstRow); row <= lastRow; row += 1) {
    const record = pages.store.row(row);
    if (record) records.push(record);
  }
  return records;
}

/** Scrolls sideways by the least that shows a column beside those that stay. */
function showColumn(
  scroller: HTMLElement | null,
  columns: readonly ShownColumn[],
  gutter: number,
  index: number,
): void {
  const column = columns[index];
  if (!scroller || !column || column.left !== null) return;
  const before = columns.slice(0, index);
  const start = gutter + before.reduce((sum, { width }) => sum + width, 0);
  const kept = gutter + before.reduce((sum, { width, left }) => sum + (left === null ? 0 : width), 0);
  const end = start + column.width;
  if (start - kept < scroller.scrollLeft) scroller.scrollLeft = start - kept;
  else if (end > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = end - scroller.clientWidth;
}
