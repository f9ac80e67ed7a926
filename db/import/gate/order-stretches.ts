/**
 * Stretches of rows whose dates could be read either way, and follow each other only the other way round: 10/01, 10/02, 10/03
 * are three days of October, or the tenth of three months.
 * 1. Each change of date between such rows speaks for the other order where that takes a week at most and this one weeks, and
 *    against it otherwise: what is in no order speaks against it nearly always.
 * 2. A stretch is where more speaks for it than against it, and by enough; a date that can be read one way only ends it.
 * 3. Where no row of the first thousand tells the order, records once a month are as likely: what begins there on the first of a
 *    month, and goes on so, is what was said. Anything else is found though somebody was asked of the first file of its kind:
 *    the next ones are read by the same profile, and nobody is asked of them.
 * 4. A file of a few days, all of which could be read either way, is told where each change of date speaks for the other order.
 */
import { dayFromParts, partsOfDay } from '../../../shared/domain/day.ts';

/** Rows that are looked at before an import. */
const ROWS_LOOKED_AT = 1_000;
const MONTHS = 12;
const WEEK = 7;
const WEEKS = 20;
/** By how many changes of date a stretch is told. */
const ENOUGH = 5;
/** So that what is read rightly for as many changes ends a stretch, however long it was. */
const MOST = 2 * ENOUGH;

/** The first and the last row of a stretch, by their ids. */
export interface Stretch {
  from: number;
  to: number;
}

interface Spoken {
  balance: number;
  best: number;
  from: number;
  fromRow: number;
  to: number;
  /** All its days are the first of a month. */
  areFirsts: boolean;
}

export class OrderStretches {
  #rows = 0;
  #plainAt = Number.POSITIVE_INFINITY;
  #day = Number.NaN;
  #other = Number.NaN;
  /** The first row of the date before, where that could be read either way. */
  #first = { id: 0, row: 0 };
  /** Whether the last date is the best end of what is spoken so far. */
  #isEnd = false;
  #spoken: Spoken | null = null;
  readonly #found: Spoken[] = [];
  #changes = 0;
  /** What was spoken last, and by too little. */
  #little: Spoken | null = null;

  see(day: number, id: number): void {
    this.#rows += 1;
    if (day === this.#day) {
      if (this.#isEnd && this.#spoken !== null) this.#spoken.to = id;
      return;
    }
    const { year, month, day: ofMonth } = partsOfDay(day);
    const other = ofMonth > MONTHS ? null : dayFromParts(year, ofMonth, month);
    if (other === null) {
      this.#plainAt = Math.min(this.#plainAt, this.#rows);
      this.#end();
      this.#other = Number.NaN;
    } else {
      if (!Number.isNaN(this.#other)) this.#step({ day, other, isFirst: ofMonth === 1 }, id);
      this.#other = other;
    }
    this.#day = day;
    this.#first = { id, row: this.#rows };
  }

  found(): Stretch[] {
    this.#end();
    const isOpen = this.#plainAt > ROWS_LOOKED_AT;
    const isAllSpoken = this.#plainAt === Number.POSITIVE_INFINITY && this.#little?.best === this.#changes;
    return [...this.#found, ...(isAllSpoken && this.#little ? [this.#little] : [])]
      .filter(({ fromRow, areFirsts }) => !(isOpen && areFirsts && fromRow <= ROWS_LOOKED_AT))
      .map(({ from, to }) => ({ from, to }));
  }

  #step({ day, other, isFirst }: { day: number; other: number; isFirst: boolean }, id: number): void {
    this.#changes += 1;
    const speaksForIt = Math.abs(other - this.#other) <= WEEK && Math.abs(day - this.#day) >= WEEKS;
    this.#isEnd = false;
    if (this.#spoken === null) {
      if (!speaksForIt) return;
      const { id: from, row: fromRow } = this.#first;
      this.#spoken = { balance: 0, best: 0, from, fromRow, to: id, areFirsts: true };
    }
    const spoken = this.#spoken;
    spoken.areFirsts &&= isFirst;
    spoken.balance = Math.min(MOST, spoken.balance + (speaksForIt ? 1 : -1));
    if (speaksForIt && spoken.balance >= spoken.best) {
      spoken.best = spoken.balance;
      spoken.to = id;
      this.#isEnd = true;
    } else if (spoken.balance <= 0) this.#end();
  }

  #end(): void {
    if (this.#spoken !== null && this.#spoken.best >= ENOUGH) this.#found.push(this.#spoken);
    else if (this.#spoken !== null) this.#little = this.#spoken;
    this.#spoken = null;
    this.#isEnd = false;
  }
}
