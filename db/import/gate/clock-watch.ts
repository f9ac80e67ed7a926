import { type RowClock, Stamps } from '../times/row-clock.ts';

/** Summer time moves a clock by an hour at most. */
const SUMMER_TIME_MINUTES = 60;

/** Rows whose stamps are written by another clock than those of the first rows that have any. */
export class ClockWatch {
  readonly found: number[] = [];
  /** How the first stamp was written; one of a row that has both kinds counts as without a distance from UTC. */
  #usual: number = Stamps.none;
  #least = Number.POSITIVE_INFINITY;
  #most = Number.NEGATIVE_INFINITY;

  see({ stamps, wallOffset }: RowClock, id: number): void {
    if (stamps === Stamps.none) return;
    if (this.#usual === Stamps.none) this.#usual = stamps === Stamps.withOffset ? Stamps.withOffset : Stamps.bare;
    if (stamps !== this.#usual || this.#isElsewhere(wallOffset)) this.found.push(id);
  }

  /** NaN, which no clock has, compares as false. */
  #isElsewhere(offset: number): boolean {
    if (offset > this.#least + SUMMER_TIME_MINUTES || offset < this.#most - SUMMER_TIME_MINUTES) return true;
    if (offset < this.#least) this.#least = offset;
    if (offset > this.#most) this.#most = offset;
    return false;
  }
}
