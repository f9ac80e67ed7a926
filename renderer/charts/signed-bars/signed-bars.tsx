import { BarTable, type BarTableProps, type BarTableRow } from '../bar-table/bar-table.tsx';
import css from './signed-bars.module.css';

export interface SignedBar extends BarTableRow {
  /** To the right above 0, to the left below. */
  value: number;
  tone: 'good' | 'bad' | 'neutral';
}

/** Bars to both sides of a middle with their numbers, and what all come to. */
export function SignedBars(table: Omit<BarTableProps<SignedBar>, 'bars'>) {
  const furthest = Math.max(...table.rows.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  return (
    <BarTable
      {...table}
      bars={({ value, tone }) => (
        <div className={css.bars}>
          <span
            className={css.bar}
            data-tone={tone}
            data-side={value < 0 ? 'less' : 'more'}
            style={{ width: `${(50 * Math.abs(value)) / furthest}%` }}
          />
        </div>
      )}
    />
  );
}
