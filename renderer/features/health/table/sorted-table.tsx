import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { nextSort, type Sort, type SortValue, sortRows } from './sort-rows.ts';
import css from './sorted-table.module.css';

export interface TableColumn<Row> {
  key: string;
  heading: string;
  /** What the heading means, where it is not plain. */
  hint?: string;
  /** What it is sorted by; null where it says the same as the column beside it. */
  sortBy: ((row: Row) => SortValue) | null;
  cell: (row: Row) => ReactNode;
  /** Numbers and dates stand at the right; names are shown whole, words are cut where the room ends, bars take what is left. */
  kind: 'number' | 'date' | 'name' | 'words' | 'bar';
}

interface SortedTableProps<Row> {
  /** What the table holds, for who cannot see the title above it. */
  caption: string;
  /** The first names the row. */
  columns: readonly [TableColumn<Row>, ...TableColumn<Row>[]];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: Sort;
  /** Opens a row; rows can be clicked then. */
  onOpen?: (row: Row) => void;
  /** The row that is open. */
  openKey?: string | null;
  /** Below the rows. */
  foot?: ReactNode;
}

/** A table that sorts by its headings; head and first column stay while it scrolls. */
export function SortedTable<Row>({ columns, rows, rowKey, sort: first, ...props }: SortedTableProps<Row>) {
  const [sort, setSort] = useState(first);
  const by = columns.find(({ key }) => key === sort.column) ?? columns[0];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className={css.scroll} tabIndex={0}>
      <table className={css.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading
                key={column.key}
                column={column}
                order={column === by ? (sort.ascending ? 'ascending' : 'descending') : 'none'}
                onSort={() => setSort(nextSort(sort, column.key, column.kind === 'number' || column.kind === 'date'))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortRows(rows, by.sortBy ?? (() => null), sort.ascending).map((row) => (
            <TableRow
              key={rowKey(row)}
              columns={columns}
              row={row}
              isOpen={props.openKey === rowKey(row)}
              onOpen={props.onOpen}
            />
          ))}
        </tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </div>
  );
}

interface HeadingProps<Row> {
  column: TableColumn<Row>;
  order: 'ascending' | 'descending' | 'none';
  onSort: () => void;
}

function Heading<Row>({ column: { heading, hint, kind, sortBy }, order, onSort }: HeadingProps<Row>) {
  if (sortBy === null) return <td data-kind={kind} />;
  const Icon = order === 'ascending' ? IconChevronUp : IconChevronDown;
  return (
    <th scope="col" data-kind={kind} aria-sort={order} title={hint}>
      <UnstyledButton className={css.sort} onClick={onSort}>
        {heading}
        <Icon className={css.order} data-order={order} size={12} aria-hidden />
      </UnstyledButton>
    </th>
  );
}

interface TableRowProps<Row> {
  columns: readonly [TableColumn<Row>, ...TableColumn<Row>[]];
  row: Row;
  isOpen: boolean;
  onOpen: ((row: Row) => void) | undefined;
}

function TableRow<Row>({ columns: [name, ...others], row, isOpen, onOpen }: TableRowProps<Row>) {
  const named = name.cell(row);
  return (
    <tr className={css.row} data-opens={onOpen !== undefined} data-open={isOpen}>
      <th scope="row" data-kind={name.kind}>
        {onOpen ? (
          <UnstyledButton className={css.open} aria-pressed={isOpen} onClick={() => onOpen(row)}>
            {named}
          </UnstyledButton>
        ) : (
          named
        )}
      </th>
      {others.map(({ key, kind, cell }) => (
        <td key={key} data-kind={kind}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
