/**
 * Times of a clock of twelve hours that does not say which half of the day it is: 6:00 … 12:00, 1:00 … 9:00 are a day's work, and
 * read as they stand the afternoon lies before the morning.
 * 1. No start and no end of the file is before 1:00 or after 12:59; the first that is ends the search, in most files at once.
 * 2. On four of five days of a line its times turn round once, and otherwise follow each other one way. Three such days tell it, or
 *    a single one with many times.
 */

import { keyPlace, type StagedRow } from '../stage/staged-row.ts';
import { Stamps } from '../times/row-clock.ts';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
const EARLIEST = HOUR_SECONDS;
const BEYOND = 13 * HOUR_SECONDS;

const LEAST_SHARE = 0.8;
const FEWEST_DAYS = 3;
/** Times that follow each other on one day, and the fewest that tell anything. */
const MANY_TIMES = 8;
const FEWEST_TIMES = 2;
/** By so many days of lines it is decided, however long the file. */
const MOST_DAYS = 20_000;

interface DayOfLine {
  last: number;
  later: number;
  earlier: number;
}

export class HalfDayClock {
  /** Null once a time shows that the clock has more than twelve hours. */
  #days: Map<string, DayOfLine> | null = new Map();

  see({ keys, startedAt, endedAt, clock }: StagedRow): void {
    if (this.#days === null || startedAt === null) return;
    if (clock.stamps & Stamps.withOffset || !isOfHalf(startedAt) || (endedAt !== null && !isOfHalf(endedAt))) {
      this.#days = null;
      return;
    }
    const key = `${keys[keyPlace.line_id]} ${Math.floor(startedAt / DAY_SECONDS)}`;
    const day = this.#days.get(key);
    if (day === undefined) {
      if (this.#days.size < MOST_DAYS) this.#days.set(key, { last: startedAt, later: 0, earlier: 0 });
      return;
    }
    if (startedAt > day.last) day.later += 1;
    else if (startedAt < day.last) day.earlier += 1;
    day.last = startedAt;
  }

  /** Whether all times of the file seem to be of such a clock. */
  isFound(): boolean {
    const days = [...(this.#days?.values() ?? [])].filter(({ later, earlier }) => later + earlier >= FEWEST_TIMES);
    const [later, earlier] = days.reduce(([up, down], day) => [up + day.later, down + day.earlier], [0, 0]);
    const turned = days.filter((day) => (later >= earlier ? day.earlier : day.later) === 1);
    const isLong = turned.some((day) => day.later + day.earlier >= MANY_TIMES);
    return turned.length >= LEAST_SHARE * days.length && (turned.length >= FEWEST_DAYS || isLong);
  }
}

function isOfHalf(instant: number): boolean {
  const second = ((instant % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  return second >= EARLIEST && second < BEYOND;
}
