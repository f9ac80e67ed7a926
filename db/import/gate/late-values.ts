/**
 * What is asked of a file is asked of its first rows. This looks for what they did not show and the rows after them do, where
 * it would be read by a guess that nobody was asked about:
 * 1. numbers such as 1.234 where none had a fraction before, which may be thousands;
 * 2. numbers by which systems say 'nothing', far from all others;
 * 3. quantities of a line that only rise, as a counter does.
 */
import { amountColumns } from '../../store/record-columns.ts';
import { beyondOthers, isSentinelNumber } from '../questions/sentinels.ts';
import { amountPlace, keyPlace, type StagedRow } from '../stage/staged-row.ts';
import type { AmountColumn } from './spread.ts';

/** Rows of which a person was asked: those that are looked at before an import. */
const ROWS_ASKED_ABOUT = 1_000;
const ONE = 1_000_000;
const THOUSANDTH = 1_000;
/** Of thousands one in ten ends with a zero, and looks like a fraction of two digits. */
const LEAST_OF_THREE_DIGITS = 0.8;
const LEAST_RISES = 20;
/** Counters that begin anew fall to less than this part of what they were. */
const ANEW_BELOW = 0.1;

export interface LateValues {
  /** Columns whose fractions may be thousands. */
  fractions: AmountColumn[];
  /** Numbers (millionths) that may mean 'not recorded'. */
  sentinels: { column: AmountColumn; value: number }[];
}

class Column {
  readonly #name: AmountColumn;
  readonly #place: number;
  #isFractionKnown = false;
  #fractions = 0;
  #ofThreeDigits = 0;
  #greatest = 0;
  /** How often each number that may mean nothing stands above all others so far; those asked about are not counted. */
  readonly #sentinels = new Map<number, number>();
  readonly #askedAbout = new Set<number>();

  constructor(name: AmountColumn) {
    this.#name = name;
    this.#place = amountPlace[name];
  }

  see({ amounts }: StagedRow, isAskedAbout: boolean): void {
    const amount = amounts[this.#place] as number;
    if (!(amount > 0)) return;
    if (amount > this.#greatest) this.#seeGreatest(amount, isAskedAbout);
    if (!this.#isFractionKnown && amount % ONE !== 0) this.#seeFraction(amount, isAskedAbout);
  }

  #seeGreatest(amount: number, isAskedAbout: boolean): void {
    if (!isSentinelNumber(amount / ONE)) this.#greatest = amount;
    else if (isAskedAbout) this.#askedAbout.add(amount);
    else if (!this.#askedAbout.has(amount)) this.#sentinels.set(amount, (this.#sentinels.get(amount) ?? 0) + 1);
  }

  /** Below one, from a thousand on, or with more than three digits it can only be a fraction. */
  #seeFraction(amount: number, isAskedAbout: boolean): void {
    this.#isFractionKnown = isAskedAbout || amount < ONE || amount > 1_000 * ONE || amount % THOUSANDTH !== 0;
    this.#fractions += 1;
    if (amount % (10 * THOUSANDTH) !== 0) this.#ofThreeDigits += 1;
  }

  fractions(): AmountColumn[] {
    const isOpen = !this.#isFractionKnown && this.#ofThreeDigits > 0;
    return isOpen && this.#ofThreeDigits >= LEAST_OF_THREE_DIGITS * this.#fractions ? [this.#name] : [];
  }

  sentinels(): LateValues['sentinels'] {
    return [...this.#sentinels].flatMap(([value, count]) =>
      beyondOthers(value / ONE, count, this.#greatest / ONE) ? [{ column: this.#name, value }] : [],
    );
  }
}

/** The rows of a line since a quantity of it last fell. */
interface Run {
  last: number;
  rises: number;
  falls: number;
  ids: number[];
  isNoted: boolean;
}

const counted = ['good_quantity', 'defect_quantity', 'rework_quantity'] as const;
const places = counted.map((column) => amountPlace[column]);

/** Runs of rows in which a quantity of a line only rises; of a column that did so among the first rows, it was asked. */
class Rises {
  /** By the key of the line; one is begun anew rather than made, as most fall with every other row. */
  readonly #runs: (Run | undefined)[][] = counted.map(() => []);
  readonly #wasAsked = counted.map(() => false);
  readonly found = new Set<number>();

  see({ amounts, keys }: StagedRow, id: number, isAskedAbout: boolean): void {
    const line = keys[keyPlace.line_id] as number;
    for (let at = 0; at < counted.length; at += 1) {
      const amount = amounts[places[at] as number] as number;
      if (Number.isNaN(amount) || this.#wasAsked[at]) continue;
      const run = this.#runOf(at, line, amount);
      if (amount > run.last) run.rises += 1;
      else if (amount < run.last) run.falls += 1;
      run.last = amount;
      if (run.isNoted) this.found.add(id);
      else run.ids.push(id);
      if (run.isNoted || run.rises < LEAST_RISES * (1 + run.falls)) continue;
      this.#wasAsked[at] = isAskedAbout;
      run.isNoted = true;
      if (!isAskedAbout) for (const each of run.ids) this.found.add(each);
      run.ids = [];
    }
  }

  #runOf(at: number, line: number, amount: number): Run {
    const runs = this.#runs[at] as (Run | undefined)[];
    const run = runs[line];
    if (run === undefined) {
      const first = { last: amount, rises: 0, falls: 0, ids: [], isNoted: false };
      runs[line] = first;
      return first;
    }
    if (goesOn(run, amount)) return run;
    run.last = amount;
    run.rises = 0;
    run.falls = 0;
    run.ids.length = 0;
    run.isNoted = false;
    return run;
  }
}

function goesOn({ last, rises, falls }: Run, amount: number): boolean {
  if (amount >= last) return true;
  return rises >= LEAST_RISES * (1 + falls) && amount < last * ANEW_BELOW;
}

export class LateWatch {
  readonly #columns = amountColumns.map((column) => new Column(column));
  readonly #rises = new Rises();
  #rows = 0;

  see(row: StagedRow, id: number): void {
    this.#rows += 1;
    const isAskedAbout = this.#rows <= ROWS_ASKED_ABOUT;
    for (const column of this.#columns) column.see(row, isAskedAbout);
    this.#rises.see(row, id, isAskedAbout);
  }

  values(): LateValues {
    return {
      fractions: this.#columns.flatMap((column) => column.fractions()),
      sentinels: this.#columns.flatMap((column) => column.sentinels()),
    };
  }

  /** Ids of rows of what rises only, ascending. */
  rising(): number[] {
    return [...this.#rises.found].sort((a, b) => a - b);
  }
}
