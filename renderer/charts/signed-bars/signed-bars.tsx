import { UnstyledButton } from '@mantine/core';
import css from './signed-bars.module.css';

export interface SignedBar {
  key: string;
  name: string;
  /** Stands beside the name, quieter. */
  detail?: string | undefined;
  /** To the right above 0, to the left below. */
  value: number;
  tone: 'good' | 'bad' | 'neutral';
  /** The numbers at the right, one a column. */
  cells: readonly string[];
  /** Kept by a filter; null when it cannot be clicked. */
  pressed: boolean | null;
}

interface SignedBarsProps {
  caption: string;
  nameHeading: string;
  columns: readonly string[];
  rows: readonly SignedBar[];
  /** The foot: what all rows come to. */
  total: { name: string; cells: readonly string[] };
  onToggle: (row: SignedBar) => void;
}

/** Bars to both sides of a middle with their numbers: a table for who reads it, a filter for who clicks. */
export function SignedBars({ caption, nameHeading, columns, rows, total, onToggle }: SignedBarsProps) {
  const furthest = Math.max(...rows.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  return (
    <table className={css.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col" className={css.name}>
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
          <tr key={row.key} className={css.row}>
            <th scope="row" className={css.name} title={[row.name, row.detail].filter(Boolean).join(' ')}>
              {row.pressed === null ? (
                <span className={css.quiet}>{row.name}</span>
              ) : (
                <UnstyledButton className={css.button} aria-pressed={row.pressed} onClick={() => onToggle(row)}>
                  {row.name}
                  {row.detail && <span className={css.quiet}> {row.detail}</span>}
                </UnstyledButton>
              )}
            </th>
            <td className={css.track}>
              <div className={css.bars}>
                <span
                  className={css.bar}
                  data-tone={row.tone}
                  data-side={row.value < 0 ? 'less' : 'more'}
                  style={{ width: `${(50 * Math.abs(row.value)) / furthest}%` }}
                />
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
      <tfoot>
        <tr>
          <th scope="row" className={css.name}>
            {total.name}
          </th>
          <td />
          {total.cells.map((cell, at) => (
            <td key={columns[at]} className={css.number}>
              {cell}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
