import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './bar-list.module.css';

export type BarTone = 'good' | 'bad' | 'quiet';

export interface BarRow {
  key: string;
  /** What the row is called; `detail` stands beside it, quieter. */
  name: string;
  detail?: string;
  /** Lengths from zero, one after another, in the unit of `largest`. */
  bars: readonly { value: number; tone: BarTone }[];
  /** The numbers at the right, one a column. */
  cells: readonly string[];
  /** Kept by a filter; null when it cannot be clicked. */
  pressed: boolean | null;
}

interface BarListProps {
  caption: string;
  /** Heading of the names and of each column of numbers. */
  nameHeading: string;
  columns: readonly string[];
  rows: readonly BarRow[];
  onToggle: (row: BarRow) => void;
  /** Keeps the height of a short list and scrolls within it. */
  scrolls?: boolean;
  /** Below the rows, such as 'Show all 60'. */
  foot?: ReactNode;
}

/** Horizontal bars with their numbers: a table for who reads it, a filter for who clicks. */
export function BarList({ caption, nameHeading, columns, rows, onToggle, scrolls = false, foot }: BarListProps) {
  const lengths = rows.map((row) => row.bars.reduce((sum, bar) => sum + bar.value, 0));
  const largest = Math.max(...lengths, Number.MIN_VALUE);
  const anyPressed = rows.some((row) => row.pressed);
  return (
    <>
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
                <th scope="row" className={css.name} title={row.detail ? `${row.name} ${row.detail}` : row.name}>
                  {row.pressed === null ? (
                    <RowName row={row} />
                  ) : (
                    <UnstyledButton className={css.button} aria-pressed={row.pressed} onClick={() => onToggle(row)}>
                      <RowName row={row} />
                    </UnstyledButton>
                  )}
                </th>
                <td className={css.track}>
                  <div className={css.bars}>
                    {row.bars
                      .filter(({ value }) => value > 0)
                      .map((bar) => (
                        <span
                          key={bar.tone}
                          className={css.bar}
                          data-tone={bar.tone}
                          style={{ width: `${(100 * bar.value) / largest}%` }}
                        />
                      ))}
                  </div>
                </td>
                {row.cells.map((cell, at) => (
                  <td key={columns[at]} className={css.number}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {foot}
    </>
  );
}

function RowName({ row }: { row: BarRow }) {
  return (
    <>
      {row.name}
      {row.detail && <span className={css.detail}> {row.detail}</span>}
    </>
  );
}
