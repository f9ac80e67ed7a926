import { compileShifts } from '../../../shared/domain/shift-calendar.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { WrittenDate } from './dates.ts';
import { compileWallClock } from './production-day.ts';

/** Whether a profile finds shifts by the calendar: it has one, and nothing in the file is said to be the shift. */
export function findsShifts({ shifts, fields }: Pick<ImportProfile, 'shifts' | 'fields'>): boolean {
  return shifts.length > 0 && fields.shift === undefined;
}

/**
 * Compiles the shift calendar of a profile into a function from a start to the name of the shift that works then. It is null
 * where nobody works, and for a start without a time of day. Null instead of a function where the profile finds no shifts.
 * Throws INVALID_PROFILE for an unknown time zone.
 */
export function compileShiftOfStart(profile: ImportProfile): ((start: WrittenDate | null) => string | null) | null {
  if (!findsShifts(profile)) return null;
  const shiftAt = compileShifts(profile.shifts);
  const wallSeconds = compileWallClock(profile.day.timeZone);
  return (start) => {
    if (start === null || start.secondOfDay === null) return null;
    return shiftAt(wallSeconds(start))?.name ?? null;
  };
}
