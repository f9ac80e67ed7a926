/**
 * Amounts of a line that are from some row on a hundred times, or a hundredth, of what they were before, and stay so: hours after
 * minutes, grams after kilograms, thousands after pieces. It looks at what rows come to on the average of their sizes, sixteen
 * at a time, so that a large order moves nothing:
 * 1. what comes first is usual as long as each sixteen are near to it;
 * 2. those far from it begin another level, which all after them have to keep;
 * 3. the two levels have to lie as far apart as units do, and items of the first to come in the second.
 */
import { amountColumns } from '../../store/record-columns.ts';
import { amountPlace, keyPlace, type StagedRow } from '../stage/staged-row.ts';
import type { AmountColumn } from './spread.ts';

const TOGETHER = 16;
const FEWEST_BEFORE = 3;
const FEWEST_AFTER = 3;
/** How far sixteen rows may lie from others of their level. */
const NEAR = Math.log(4);
/** How far units lie apart: 60 and 100, 1,000, 3,600; what is counted varies besides. */
const APART = [
  [40, 150],
  [600, 1_600],
  [2_500, 5_000],
].map(([least = 0, most = 0]) => [Math.log(least), Math.log(most)] as const);
const MOST_ITEMS = 1_000;
const KNOWN_ITEMS = 0.5;

/** Rows of a line from one on, whose amounts in a column are of another size than those before. */
export interface ShiftedAmounts {
  column: AmountColumn;
  line: number;
  unit: number;
  /** Id of a row at which or a little behind which they begin. */
  from: number;
  /** Halfway between the two sizes, in millionths: theirs lie beyond it. */
  beyond: number;
  areLarger: boolean;
}

class Level {
  #sum = 0;
  blocks = 0;

  add(mean: number): void {
    this.#sum += mean;
    this.blocks += 1;
  }

  mean(): number {
    return this.#sum / this.blocks;
  }

  isNear(mean: number): boolean {
    return Math.abs(mean - this.mean()) < NEAR;
  }
}

/** The amounts of a line in one column, in the order of the file. */
class Course {
  readonly line: number;
  readonly unit: number;
  #product = 1;
  #rows = 0;
  #first = 0;
  #before = new Level();
  #after: Level | null = null;
  #from = 0;
  #isRestless = false;
  readonly #items = new Set<number>();
  /** Items of the rows that are taken together now. */
  #together: number[] = [];
  #ofKnownItems = 0;
  #rowsAfter = 0;

  constructor(line: number, unit: number) {
    this.line = line;
    this.unit = unit;
  }

  see(amount: number, item: number, id: number): void {
    if (this.#isRestless) return;
    if (this.#rows === 0) this.#first = id;
    this.#product *= amount;
    this.#rows += 1;
    this.#together.push(item);
    if (this.#rows < TOGETHER) return;
    this.#end(Math.log(this.#product) / TOGETHER);
    this.#seeItems();
    this.#product = 1;
    this.#rows = 0;
  }

  #seeItems(): void {
    for (const item of this.#together) {
      if (this.#after === null && this.#items.size < MOST_ITEMS) this.#items.add(item);
      if (this.#after !== null) this.#rowsAfter += 1;
      if (this.#after !== null && this.#items.has(item)) this.#ofKnownItems += 1;
    }
    this.#together = [];
  }

  #end(mean: number): void {
    if (this.#after === null) {
      if (this.#before.blocks === 0 || this.#before.isNear(mean)) this.#before.add(mean);
      else this.#begin(mean);
    } else if (this.#after.isNear(mean)) this.#after.add(mean);
    // The sixteen in which it changes lie between.
    else if (this.#after.blocks === 1 && !this.#before.isNear(mean)) this.#begin(mean, this.#from);
    else this.#isRestless = true;
  }

  #begin(mean: number, from = this.#first): void {
    this.#after = new Level();
    this.#after.add(mean);
    this.#from = from;
    if (this.#before.blocks < FEWEST_BEFORE) this.#isRestless = true;
  }

  /** Where another level begins; null where there is none. */
  shifted(): Pick<ShiftedAmounts, 'from' | 'beyond' | 'areLarger'> | null {
    const after = this.#after;
    if (this.#isRestless || after === null || after.blocks < FEWEST_AFTER) return null;
    if (this.#ofKnownItems < KNOWN_ITEMS * this.#rowsAfter) return null;
    const [one, other] = [this.#before.mean(), after.mean()];
    const apart = Math.abs(other - one);
    if (!APART.some(([least, most]) => apart >= least && apart <= most)) return null;
    return { from: this.#from, beyond: Math.exp((one + other) / 2), areLarger: other > one };
  }
}

export class UnitShifts {
  /** By the key of the line; one whose unit changes begins anew, as the file says so. */
  readonly #courses = amountColumns.map(() => new Map<number, Course>());

  see({ amounts, keys }: StagedRow, id: number): void {
    const line = keys[keyPlace.line_id] as number;
    const unit = keys[keyPlace.unit_id] as number;
    const item = keys[keyPlace.item_id] as number;
    for (let at = 0; at < amountColumns.length; at += 1) {
      const amount = amounts[amountPlace[amountColumns[at] as AmountColumn]] as number;
      if (!(amount > 0)) continue;
      const courses = this.#courses[at] as Map<number, Course>;
      const key = unit * LINES + line;
      let course = courses.get(key);
      if (course === undefined) {
        course = new Course(line, unit);
        courses.set(key, course);
      }
      course.see(amount, item, id);
    }
  }

  found(): ShiftedAmounts[] {
    return amountColumns.flatMap((column, at) =>
      [...(this.#courses[at] as Map<number, Course>).values()].flatMap((course) => {
        const shifted = course.shifted();
        return shifted === null ? [] : [{ column, line: course.line, unit: course.unit, ...shifted }];
      }),
    );
  }
}

const LINES = 2 ** 26;
