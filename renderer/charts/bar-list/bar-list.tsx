import type { ReactNode } from 'react';
import { BarTable, type BarTableProps, type BarTableRow } from '../bar-table/bar-table.tsx';
import css from './bar-list.module.css';

export type BarTone = 'good' | 'bad' | 'quiet';

export interface BarRow extends BarTableRow {
  /** Lengths from zero, one after another, all rows in one unit. */
  bars: readonly { value: number; tone: BarTone }[];
}

interface BarListProps extends Omit<BarTableProps<BarRow>, 'bars' | 'total'> {
  /** Below the rows, such as 'Show all 60'. */
  foot?: ReactNode;
}

/** Horizontal bars from zero with their numbers. */
export function BarList({ foot, ...table }: BarListProps) {
  const lengths = table.rows.map((row) => row.bars.reduce((sum, bar) => sum + bar.value, 0));
  const largest = Math.max(...lengths, Number.MIN_VALUE);
  return (
    <>
      <BarTable
        {...table}
        bars={(row) => (
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
        )}
      />
      {foot}
    </>
  );
}
