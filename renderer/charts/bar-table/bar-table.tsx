import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { LongName } from '../../ui/long-name.tsx';
import css from './bar-table.module.css';

export interface BarTableRow {
  key: string;
  /** What the row is called; `detail` stands beside it, quieter. */
  name: string;
  detail?: string | undefined;
  /** The numbers at the right, one a column. */
  cells: readonly string[];
  /** Kept by a filter; null when it cannot be clicked. */
  pressed: boolean | null;
}

export interface BarTableProps<Row extends BarTableRow> {
  caption: string;
  /** Heading of the names and of each column of numbers. */
  nameHeading: string;
  columns: readonly string[];
  rows: readonly Row[];
  onToggle: (row: Row) => void;
  /** What is drawn between the name and the numbers of a row. */
  bars: (row: Row) => ReactNode;
  /** The foot: what all rows come to. */
  total?: { name: string; cells: readonly string[] };
  /** Keeps the height of a short list and scrolls within it. */
  scrolls?: boolean;
}

/** Rows of a name, what is drawn of it and its numbers: a table for who reads it, a filter for who clicks. */
export function BarTable<Row extends BarTableRow>({
  caption,
  nameHeading,
  columns,
  rows,
  onToggle,
  bars,
  total,
  scrolls = false,
}: BarTableProps<Row>) {
  const anyPressed = rows.some((row) => row.pressed);
  const numbers = (cells: readonly string[]) =>
    cells.map((cell, at) => (
      <td key={columns[at]} className={css.number}>
        {cell}
      </td>
    ));
  return (
    <div className={scrolls ? css.scroll : undefined}>
      <table className={css.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={css.nameHead}>
              {nameHeading}
            </th>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col" className={css.number}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={css.row} data-faded={anyPressed && row.pressed === false}>
              <th scope="row" className={css.name} title={[row.name, row.detail].filter(Boolean).join(' ')}>
                {row.pressed === null ? (
                  <RowName row={row} />
                ) : (
                  <UnstyledButton className={css.button} aria-pressed={row.pressed} onClick={() => onToggle(row)}>
                    <RowName row={row} />
                  </UnstyledButton>
                )}
              </th>
              <td className={css.track}>{bars(row)}</td>
              {numbers(row.cells)}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row" className={css.name}>
                {total.name}
              </th>
              <td />
              {numbers(total.cells)}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function RowName({ row: { name, detail } }: { row: BarTableRow }) {
  return (
    <>
      <LongName name={name} />
      {detail && <span className={css.detail}> {detail}</span>}
    </>
  );
}
