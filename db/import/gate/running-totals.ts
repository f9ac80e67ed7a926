/**
 * Rows that are the sum of the rows before them: of all, of those since the last such row, or since the day or the line
 * changed.
 * 1. What is recorded in the row must agree to the last millionth, in two columns at least that differ, or in one where the row
 *    also lacks what every row it adds up has (its lot, its item, its shift) or adds up very many.
 * 2. Three rows at least are added up, or five where nothing but the numbers tells; a hundred where one number does.
 */
import { amountPlace, keyPlace, type StagedRow } from '../stage/staged-row.ts';

const added = [
  amountPlace.good_quantity,
  amountPlace.defect_quantity,
  amountPlace.planned_quantity,
  amountPlace.run_minutes,
  amountPlace.down_minutes,
] as const;
const FEWEST_ROWS = 3;
const FEWEST_WITHOUT_A_BLANK = 5;
const FEWEST_OF_ONE_NUMBER = 100;

/** Beyond this sums would not be exact; no row holds as much. */
const LARGEST_SUM = 2 ** 52;

export class RunningTotals {
  readonly found: number[] = [];
  /** Sums of all rows so far but those of totals; what is since a moment is the difference to what they were then. */
  readonly #sums = new Float64Array(added.length);
  #rows = 0;
  readonly #all = new Since();
  readonly #sinceTotal = new Since();
  readonly #ofDay = new Since();
  readonly #ofLine = new Since();
  #day = Number.NaN;
  #line = -1;

  see(row: StagedRow, id: number): void {
    const line = row.keys[keyPlace.line_id] as number;
    if (row.day !== this.#day) this.#begin(this.#ofDay);
    if (line !== this.#line && line !== 0) this.#begin(this.#ofLine); // a row of totals may leave the line out
    this.#day = row.day;
    if (line !== 0) this.#line = line;
    const has = presence(row);
    if (
      this.#isTotal(row, has, this.#sinceTotal) ||
      this.#isTotal(row, has, this.#ofDay) ||
      this.#isTotal(row, has, this.#ofLine) ||
      this.#isTotal(row, has, this.#all)
    ) {
      this.found.push(id);
      for (const since of [this.#sinceTotal, this.#ofDay, this.#ofLine]) this.#begin(since);
    } else this.#add(row, has);
  }

  #begin(since: Since): void {
    since.sums.set(this.#sums);
    since.rows = this.#rows;
    since.present = -1;
  }

  #add({ amounts }: StagedRow, has: number): void {
    const sums = this.#sums;
    let anything = 0;
    for (let at = 0; at < added.length; at += 1) {
      const amount = amounts[added[at] as number] as number;
      if (!(amount > 0)) continue;
      const sum = (sums[at] as number) + amount;
      sums[at] = sum;
      anything = 1;
      if (sum > LARGEST_SUM) this.#startOver();
    }
    this.#rows += anything;
    this.#all.present &= has;
    this.#sinceTotal.present &= has;
    this.#ofDay.present &= has;
    this.#ofLine.present &= has;
  }

  #startOver(): void {
    this.#sums.fill(0);
    for (const since of [this.#all, this.#sinceTotal, this.#ofDay, this.#ofLine]) this.#begin(since);
  }

  #isTotal({ amounts }: StagedRow, has: number, since: Since): boolean {
    const rows = this.#rows - since.rows;
    if (rows < FEWEST_ROWS) return false;
    let agreeing = 0;
    let first = 0;
    let differ = false;
    for (let at = 0; at < added.length; at += 1) {
      const amount = amounts[added[at] as number] as number;
      if (Number.isNaN(amount)) continue;
      if (amount !== (this.#sums[at] as number) - (since.sums[at] as number)) return false;
      if (amount === 0) continue;
      agreeing += 1;
      if (first === 0) first = amount;
      else if (amount !== first) differ = true;
    }
    if (agreeing === 0) return false;
    const lacks = (since.present & ~has) !== 0;
    return lacks || rows >= (differ ? FEWEST_WITHOUT_A_BLANK : FEWEST_OF_ONE_NUMBER);
  }
}

/** What the sums were at a moment, and what all rows since then have, as bits. */
class Since {
  readonly sums = new Float64Array(added.length);
  rows = 0;
  present = -1;
}

function presence({ keys, lotNumber, orderNumber, startedAt }: StagedRow): number {
  let bits = lotNumber === null ? 0 : 1;
  if (orderNumber !== null) bits |= 2;
  if (startedAt !== null) bits |= 4;
  for (let at = 0; at < keys.length; at += 1) if (keys[at] !== 0) bits |= 8 << at;
  return bits;
}
