/**
 * How large the numbers of each column are: how many are recorded between each power of two and the next. It takes the same
 * few kilobytes for any number of rows, and tells exactly how many are above a power of two.
 */
import { amountColumns } from '../../store/record-columns.ts';
import type { StagedRow } from '../stage/staged-row.ts';

const SIZES = 64;
/** With fewer values than this a column says little about what is usual in it. */
const ENOUGH_VALUES = 50;
/** Of a hundred values this many may be wrong without anything else being taken for usual. */
const USUAL_SHARE = 0.95;
/** 1,024 times as large. */
const ABSURD_SIZES = 10;

export type AmountColumn = (typeof amountColumns)[number];

/** Values of a column from `from` on (millionths) are absurd beside the usual ones, which are below `usual`. */
export interface AbsurdValues {
  column: AmountColumn;
  from: number;
  usual: number;
}

export class Spread {
  readonly #counts = new Uint32Array(amountColumns.length * SIZES);

  see({ amounts }: StagedRow): void {
    for (let place = 0; place < amountColumns.length; place += 1) {
      const amount = amounts[place] as number;
      if (amount > 0) (this.#counts[place * SIZES + sizeOf(amount)] as number) += 1;
    }
  }

  /**
   * The columns with values more than a thousand times as large as 95 in a hundred of their values above zero are: slips of
   * a mark, codes and stamps among the quantities, but no large order.
   */
  absurd(): AbsurdValues[] {
    return amountColumns.flatMap((column, place) => {
      const counts = this.#counts.subarray(place * SIZES, (place + 1) * SIZES);
      const all = counts.reduce((sum, count) => sum + count, 0);
      if (all < ENOUGH_VALUES) return [];
      let size = 0;
      for (let seen = 0; seen < all * USUAL_SHARE; size += 1) seen += counts[size] as number;
      const usual = 2 ** (size - 1); // above every value of the sizes before
      const isAnyAbsurd = counts.subarray(size + ABSURD_SIZES).some((count) => count > 0);
      return isAnyAbsurd ? [{ column, from: usual * 2 ** ABSURD_SIZES, usual }] : [];
    });
  }
}

/** n for amounts from 2^(n-1) up to 2^n, 0 for those below one. */
function sizeOf(amount: number): number {
  return amount < 2 ** 31 ? 32 - Math.clz32(amount) : 63 - Math.clz32(amount / 2 ** 31);
}
