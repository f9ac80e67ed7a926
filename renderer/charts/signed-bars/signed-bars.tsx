import { BarTable, type BarTableProps, type BarTableRow } from '../bar-table/bar-table.tsx';
import css from './signed-bars.module.css';
import { signedScale } from './signed-scale.ts';

export interface SignedBar extends BarTableRow {
  /** To the right above 0, to the left below. */
  value: number;
  tone: 'good' | 'bad' | 'neutral';
}

/** Bars to both sides of zero with their numbers, and what all come to. Where all go one way they have the whole room. */
export function SignedBars(table: Omit<BarTableProps<SignedBar>, 'bars'>) {
  const values = table.rows.map(({ value }) => value);
  const { zero, shareOf } = signedScale(values);
  return (
    <BarTable
      {...table}
      bars={({ value, tone }) => (
        <div className={css.bars} style={{ backgroundPosition: `${100 * zero}%` }}>
          <span
            className={css.bar}
            data-tone={tone}
            style={{
              [value < 0 ? 'right' : 'left']: `${100 * (value < 0 ? 1 - zero : zero)}%`,
              width: `${100 * shareOf(value)}%`,
            }}
          />
        </div>
      )}
    />
  );
}
