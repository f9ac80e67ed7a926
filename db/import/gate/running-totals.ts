/**
 * Rows that are the sum of the rows before them: of all, of those since the last such row, or since the day or the line
 * changed.
 * 1. What is recorded in the row must agree to the last millionth, in two columns at least that differ, or in one where the row
 *    also lacks what every row it adds up has (its lot, its item, its shift).
 * 2. Three rows at least are added up, or five where nothing but the numbers tells.
 */
import { amountPlace, keyPlace, type StagedRow } from '../staged-row.ts';

const added = [
  amountPlace.good_quantity,
  amountPlace.defect_quantity,
  amountPlace.planned_quantity,
  amountPlace.run_minutes,
  amountPlace.down_minutes,
] as const;
const FEWEST_ROWS = 3;
const FEWEST_WITHOUT_A_BLANK = 5;

export class RunningTotals {
  readonly found: number[] = [];
  readonly #all = new Running();
  readonly #sinceTotal = new Running();
  readonly #ofDay = new Running();
  readonly #ofLine = new Running();
  readonly #running = [this.#sinceTotal, this.#ofDay, this.#ofLine, this.#all];
  #day = Number.NaN;
  #line = -1;

  see(row: StagedRow, id: number): void {
    const line = row.keys[keyPlace.line_id] as number;
    if (row.day !== this.#day) this.#ofDay.clear();
    if (line !== this.#line && line !== 0) this.#ofLine.clear(); // a row of totals may leave the line out
    this.#day = row.day;
    if (line !== 0) this.#line = line;
    const running = this.#running;
    for (let at = 0; at < running.length; at += 1) {
      if (running[at]?.isTotal(row)) {
        this.#take(id);
        return;
      }
    }
    for (let at = 0; at < running.length; at += 1) running[at]?.add(row);
  }

  #take(id: number): void {
    this.found.push(id);
    for (const running of [this.#sinceTotal, this.#ofDay, this.#ofLine]) running.clear();
  }
}

class Running {
  readonly #sums = new Float64Array(added.length);
  /** Rows with anything to add. */
  #rows = 0;
  /** Bits of what all of them have. */
  #present = -1;

  clear(): void {
    if (this.#rows === 0) return;
    this.#sums.fill(0);
    this.#rows = 0;
    this.#present = -1;
  }

  add(row: StagedRow): void {
    let anything = 0;
    for (let at = 0; at < added.length; at += 1) {
      const amount = row.amounts[added[at] as number] as number;
      if (amount > 0) {
        (this.#sums[at] as number) += amount;
        anything = 1;
      }
    }
    this.#rows += anything;
    this.#present &= presence(row);
  }

  isTotal(row: StagedRow): boolean {
    if (this.#rows < FEWEST_ROWS) return false;
    let agreeing = 0;
    let first = 0;
    let differ = false;
    for (let at = 0; at < added.length; at += 1) {
      const amount = row.amounts[added[at] as number] as number;
      if (Number.isNaN(amount)) continue;
      if (amount !== this.#sums[at]) return false;
      if (amount === 0) continue;
      agreeing += 1;
      if (first === 0) first = amount;
      else if (amount !== first) differ = true;
    }
    if (agreeing === 0) return false;
    const lacks = (this.#present & ~presence(row)) !== 0;
    return lacks || (differ && this.#rows >= FEWEST_WITHOUT_A_BLANK);
  }
}

function presence({ keys, lotNumber, orderNumber, startedAt }: StagedRow): number {
  let bits = lotNumber === null ? 0 : 1;
  if (orderNumber !== null) bits |= 2;
  if (startedAt !== null) bits |= 4;
  for (let at = 0; at < keys.length; at += 1) if (keys[at] !== 0) bits |= 8 << at;
  return bits;
}
