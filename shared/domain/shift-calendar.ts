/**
 * Which shift works at a moment, by the plant's calendar.
 * 1. A calendar has versions, each valid from a date until the next one. A shift goes by the version that is valid on the
 *    date on which it begins, so that the night before a change is worked to its end by the calendar of that night.
 * 2. Only the plant's wall clock counts: a night on which the clocks change has the same shifts, an hour shorter or longer.
 * 3. Where a new version begins a shift while one of the old still runs, the shift that began last has the moment. Within a
 *    version no two overlap, which `calendarProblems` sees to.
 * 4. Nobody works between shifts, nor before the first version: such a moment has no shift, rather than the nearest.
 */
import { dayFromIso } from './day.ts';

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** A shift on the days of the week on which it begins; it ends on the next day where its end is not after its start. */
export interface Shift {
  name: string;
  days: readonly Weekday[];
  /** 'HH:MM' on the plant's clock. */
  startsAt: string;
  endsAt: string;
}

export interface ShiftVersion {
  /** 'YYYY-MM-DD': the first date whose shifts go by this version. */
  from: string;
  shifts: readonly Shift[];
}

export type ShiftCalendar = readonly ShiftVersion[];

export interface FoundShift {
  name: string;
  /** First date of the version that was used. */
  version: string;
}

/** Why a calendar cannot be used; `version` is the place of the version in the list, from 0. */
export type CalendarProblem =
  | { kind: 'noShift' | 'noDate' | 'sameDate'; version: number }
  | { kind: 'noName' | 'noDays' | 'noTime'; version: number; shift: number }
  | { kind: 'overlap'; version: number; names: [string, string] };

const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_WEEK = 7 * SECONDS_PER_DAY;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

interface Stretch {
  found: FoundShift;
  /** Seconds since the midnight that opens the day on which it begins; `to` may lie on the next day. */
  from: number;
  to: number;
}

/** Seconds since midnight of 'HH:MM'. */
export function secondsOfClock(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

/** The day of the week of a day number. */
export function weekdayOf(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday; // 1970-01-01 was a Thursday
}

/**
 * Compiles a calendar without problems into a function from a moment, in seconds since 1970-01-01 00:00 on the plant's own
 * clock, to the shift that works then, or null.
 */
export function compileShifts(calendar: ShiftCalendar): (wallSeconds: number) => FoundShift | null {
  const versions = calendar
    .map(({ from, shifts }) => ({ from: dayFromIso(from) ?? 0, begun: stretchesByWeekday(from, shifts) }))
    .sort((a, b) => b.from - a.from);

  const running = (day: number, second: number): FoundShift | null => {
    const version = versions.find(({ from }) => from <= day);
    const stretch = version?.begun[weekdayOf(day) - 1]?.find(({ from, to }) => from <= second && second < to);
    return stretch?.found ?? null;
  };
  return (wallSeconds) => {
    const day = Math.floor(wallSeconds / SECONDS_PER_DAY);
    const second = wallSeconds - day * SECONDS_PER_DAY;
    return running(day, second) ?? running(day - 1, second + SECONDS_PER_DAY);
  };
}

/** Everything that keeps a calendar from being used, in the order of its versions; empty where it can be. */
export function calendarProblems(calendar: ShiftCalendar): CalendarProblem[] {
  return calendar.flatMap(({ from, shifts }, version): CalendarProblem[] => {
    const ofVersion: CalendarProblem[] = [];
    if (dayFromIso(from) === null) ofVersion.push({ kind: 'noDate', version });
    else if (calendar.findIndex((other) => other.from === from) < version) {
      ofVersion.push({ kind: 'sameDate', version });
    }
    if (shifts.length === 0) ofVersion.push({ kind: 'noShift', version });
    const ofShifts = shifts.flatMap((each, shift): CalendarProblem[] => {
      if (each.name.trim() === '') return [{ kind: 'noName', version, shift }];
      if (each.days.length === 0) return [{ kind: 'noDays', version, shift }];
      return CLOCK.test(each.startsAt) && CLOCK.test(each.endsAt) ? [] : [{ kind: 'noTime', version, shift }];
    });
    const names = ofShifts.length === 0 ? overlapIn(shifts) : null;
    return [...ofVersion, ...ofShifts, ...(names ? [{ kind: 'overlap', version, names } as const] : [])];
  });
}

function stretchesByWeekday(version: string, shifts: readonly Shift[]): Stretch[][] {
  return weekdays.map((weekday) =>
    shifts
      .filter(({ days }) => days.includes(weekday))
      .map((shift) => ({ found: { name: shift.name.trim(), version }, ...secondsOf(shift) })),
  );
}

function secondsOf({ startsAt, endsAt }: Shift): { from: number; to: number } {
  const from = secondsOfClock(startsAt);
  const to = secondsOfClock(endsAt);
  return { from, to: to > from ? to : to + SECONDS_PER_DAY };
}

/** The names of two shifts of a week that work at once; null where none do. */
function overlapIn(shifts: readonly Shift[]): [string, string] | null {
  const week = shifts
    .flatMap((shift) => {
      const { from, to } = secondsOf(shift);
      return [...new Set(shift.days)].map((weekday) => {
        const midnight = (weekday - 1) * SECONDS_PER_DAY;
        return { name: shift.name, from: midnight + from, to: midnight + to };
      });
    })
    .sort((a, b) => a.from - b.from);
  for (const [at, shift] of week.entries()) {
    // The first shift of the week comes after the last one, and after itself where it is the only one.
    const next = week[at + 1] ?? week[0];
    const begins = (next?.from ?? 0) + (at + 1 < week.length ? 0 : SECONDS_PER_WEEK);
    if (next && shift.to > begins) return [shift.name, next.name];
  }
  return null;
}
