/**
 * By which clock the stamps of a row are written, as far as it matters for what is stored:
 * 1. An instant is another one with and without a distance from UTC, so a file may not mix the two unasked.
 * 2. Days and shifts go by the clock on the wall. Without the plant's zone that is the one that the stamp was written by, and
 *    distances that differ by more than summer time does are clocks of several places.
 */
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { WrittenDate } from './dates.ts';
import { decidingMoment, type ProductionDayRule } from './production-day.ts';
import { findsShifts } from './shift-of-start.ts';

/** Stamps without a distance from UTC, and with one; a row may have both. */
export const Stamps = { none: 0, bare: 1, withOffset: 2 } as const;

export interface RowClock {
  /** The sum of Stamps that the row has. */
  stamps: number;
  /** Minutes east of UTC of the clock that its day and shift go by; NaN where they go by the plant's zone, or by no clock. */
  wallOffset: number;
}

export type ClockReader = (
  into: RowClock,
  date: WrittenDate | null,
  started: WrittenDate | null,
  ended: WrittenDate | null,
) => void;

/** Compiles a profile into a function that notes by which clock the moments of a row are written. */
export function compileRowClock(profile: ImportProfile, rule: ProductionDayRule): ClockReader {
  const goesByZone = profile.day.timeZone !== undefined;
  const isOfShift = findsShifts(profile);
  return (into, date, started, ended) => {
    into.stamps = stampOf(date) | stampOf(started) | stampOf(ended);
    into.wallOffset = Number.NaN;
    if (goesByZone || into.stamps < Stamps.withOffset) return;
    const wall = isOfShift && started !== null ? started : decidingMoment(rule, date, started);
    if (wall !== null && wall.secondOfDay !== null) into.wallOffset = wall.offsetMinutes ?? Number.NaN;
  };
}

function stampOf(written: WrittenDate | null): number {
  if (written === null || written.secondOfDay === null) return Stamps.none;
  return written.offsetMinutes === null ? Stamps.bare : Stamps.withOffset;
}
