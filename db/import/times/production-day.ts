/**
 * Which production day a run belongs to. Plants differ, so it is a rule of the profile, applied once, at import:
 * 1. 'calendar': the calendar date on which the run starts.
 * 2. 'start': a production day runs from `startsAt` for 24 hours and has the date on which it begins; what is made at
 *    02:00 belongs to the day before when days begin at 06:00.
 * 3. 'end': the date on which it ends. Where the day begins on the eve (`startsAt` from 12:00 on: the night shift of
 *    22:00 opens the next day), the production day has the date on which it ends; where it begins in the morning, a
 *    run has the date on which it ends itself, or starts when the file gives no end. A run that ends at midnight
 *    belongs to the date that midnight closes.
 */
import { secondsOfClock } from '../../../shared/domain/shift-calendar.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { WrittenDate } from './dates.ts';

const SECONDS_PER_DAY = 86_400;
const MOST_CACHED_OFFSETS = 50_000;

export interface ProductionDayRule {
  /**
   * True when a date given beside a start stands as written: where the profile leaves the rule as it is by default, or says
   * that the date is the production day.
   */
  dateStands: boolean;
  /** Production day (days since 1970-01-01) of a run that starts, and perhaps ends, at these written moments. */
  dayOf(start: WrittenDate, end: WrittenDate | null): number;
}

/** Compiles the production-day rule of a profile. Throws INVALID_PROFILE for an unknown time zone. */
export function compileProductionDay({
  day: rule,
  dates,
}: Pick<ImportProfile, 'day'> & Partial<Pick<ImportProfile, 'dates'>>): ProductionDayRule {
  const startsAt = secondsOfClock(rule.startsAt);
  const wallSeconds = compileWallClock(rule.timeZone);
  const dateAt = (seconds: number) => Math.floor(seconds / SECONDS_PER_DAY);

  const dayOf = (start: WrittenDate, end: WrittenDate | null): number => {
    if (start.secondOfDay === null) return start.day;
    const at = wallSeconds(start);
    if (rule.belongsTo === 'calendar') return dateAt(at);
    if (rule.belongsTo === 'start') return dateAt(at - startsAt);
    if (startsAt >= SECONDS_PER_DAY / 2) return dateAt(at - startsAt) + 1;
    if (end === null || end.secondOfDay === null) return dateAt(at);
    return dateAt(Math.max(at, wallSeconds(end) - 1));
  };
  const isDefault = startsAt === 0 && rule.belongsTo === 'start' && rule.timeZone === undefined;
  return { dateStands: isDefault || dates?.timesOn === 'productionDay', dayOf };
}

/** The moment that the day of a row is taken from, by the rule of its profile; null where it has none. */
export function decidingMoment(
  rule: ProductionDayRule,
  date: WrittenDate | null,
  started: WrittenDate | null,
): WrittenDate | null {
  const startCounts = started !== null && (date === null || (!rule.dateStands && started.secondOfDay !== null));
  return startCounts ? started : date;
}

/**
 * Gives stamps without an offset that of the zone by whose clock they are written. An hour that the clock shows twice counts
 * as the first of the two; one that it leaves out as if it had not. Throws INVALID_PROFILE for an unknown time zone.
 */
export function compileStampClock(timeZone: string | undefined): (written: WrittenDate) => WrittenDate {
  if (timeZone === undefined) return (written) => written;
  const offsetAt = compileZone(timeZone);
  return (written) => {
    if (written.secondOfDay === null || written.offsetMinutes !== null) return written;
    const local = written.day * SECONDS_PER_DAY + written.secondOfDay;
    // A change lies within a day: the offset before it holds for an hour that both could mean.
    const before = offsetAt(local - SECONDS_PER_DAY);
    const after = offsetAt(local + SECONDS_PER_DAY);
    const offset = offsetAt(local - before) === before ? before : offsetAt(local - after) === after ? after : before;
    return { ...written, offsetMinutes: offset / 60 };
  };
}

/**
 * The instant of a written moment in seconds since 1970-01-01 UTC; null without a time of day. A moment written
 * without an offset counts as if the plant's clock were UTC.
 */
export function instantOf(written: WrittenDate): number | null {
  if (written.secondOfDay === null) return null;
  return written.day * SECONDS_PER_DAY + written.secondOfDay - (written.offsetMinutes ?? 0) * 60;
}

/** Seconds on the plant's clock since 1970-01-01 00:00 of that clock. Throws INVALID_PROFILE for an unknown time zone. */
export function compileWallClock(timeZone: string | undefined): (written: WrittenDate) => number {
  const asWritten = (written: WrittenDate) => written.day * SECONDS_PER_DAY + (written.secondOfDay ?? 0);
  if (timeZone === undefined) return asWritten;
  const offsetAt = compileZone(timeZone);
  return (written) => {
    if (written.offsetMinutes === null) return asWritten(written);
    const instant = asWritten(written) - written.offsetMinutes * 60;
    return instant + offsetAt(instant);
  };
}

/** Seconds east of UTC in a zone at an instant; remembered by the quarter of an hour, the grain of all changes. */
function compileZone(timeZone: string): (instant: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch (error) {
    throw new AppError(
      'INVALID_PROFILE',
      `'${timeZone}' is no time zone. Write it as a region and a city, such as Europe/Berlin or Asia/Seoul.`,
      error,
    );
  }
  const offsets = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / 900);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(quarter * 900_000)) parts[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
    const offset = Math.round(Date.UTC(year, month - 1, day, hour, minute) / 1000) - quarter * 900;
    if (offsets.size >= MOST_CACHED_OFFSETS) offsets.clear();
    offsets.set(quarter, offset);
    return offset;
  };
}
