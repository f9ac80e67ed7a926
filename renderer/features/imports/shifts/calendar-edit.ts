import { secondsOfClock, type Weekday, weekdays } from '../../../../shared/domain/shift-calendar.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';

export type Calendar = ImportProfile['shifts'];
export type Version = Calendar[number];
export type Shift = Version['shifts'][number];

const HOURS_OF_SHIFT = 8;
const FIRST_DATE = '2000-01-01';

/** What a plant without a calendar begins with: three shifts around the clock. */
export function newCalendar(): Calendar {
  const shifts = ['A', 'B', 'C'].map((name, at) => shiftFrom(name, 6 + at * HOURS_OF_SHIFT, [...weekdays]));
  return [{ from: FIRST_DATE, shifts }];
}

/** The calendar with a version from a date on that says what the last one said, to be changed. */
export function withVersion(calendar: Calendar, from: string): Calendar {
  const last = calendar.at(-1);
  return [...calendar, last ? { from, shifts: last.shifts } : { from, shifts: [] }];
}

/** The version with another shift, which starts where the last one ends, on the same days. */
export function withShift(version: Version): Version {
  const last = version.shifts.at(-1);
  const starts = last ? secondsOfClock(last.endsAt) / 3600 : 6;
  const shift = shiftFrom('', starts, last?.days ?? [...weekdays]);
  return { ...version, shifts: [...version.shifts, shift] };
}

/** The list with one entry in place of that at a place, or without it. */
export function withEntry<Entry>(list: readonly Entry[], at: number, entry: Entry | null): Entry[] {
  return list.flatMap((each, index) => (index === at ? (entry === null ? [] : [entry]) : [each]));
}

/** As it is kept: versions in the order of time, names without blanks around them, days in the order of the week. */
export function tidied(calendar: Calendar): Calendar {
  return calendar
    .map(({ from, shifts }) => ({
      from,
      shifts: shifts.map((shift) => ({ ...shift, name: shift.name.trim(), days: [...shift.days].sort() })),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function shiftFrom(name: string, hours: number, days: Weekday[]): Shift {
  return { name, days, startsAt: clockOf(hours), endsAt: clockOf(hours + HOURS_OF_SHIFT) };
}

function clockOf(hours: number): string {
  const minutes = Math.round(hours * 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
