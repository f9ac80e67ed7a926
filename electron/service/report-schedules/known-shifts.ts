import type { ShiftEnd } from '../../../shared/contract/report-schedules.ts';
import { type Shift, secondsOfClock } from '../../../shared/domain/shift-calendar.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';

const NOON = 12 * 60 * 60;

/**
 * When the shifts end that a calendar knows, and which production day each has then: of the first profile with a calendar, the version
 * that was valid last. Pure.
 */
export function knownShiftsOf(profiles: readonly Pick<ImportProfile, 'day' | 'shifts'>[]): ShiftEnd[] {
  const profile = profiles.find(({ shifts }) => shifts.length > 0);
  const [version] = profile?.shifts.toSorted((a, b) => (a.from < b.from ? 1 : -1)) ?? [];
  if (!profile || !version) return [];
  const ends = version.shifts.flatMap((shift): ShiftEnd[] => {
    const days = daysFromEnd(shift, profile.day);
    if (days !== 0 && days !== -1) return []; // further back than what can be said of a shift that has just ended
    return [{ shift: shift.name.trim(), endsAt: shift.endsAt, day: days === 0 ? 'same' : 'before' }];
  });
  return ends.filter(({ endsAt }, at) => ends.findIndex((other) => other.endsAt === endsAt) === at);
}

/** How many days the production day of a shift lies from the date on which it ends, by the rule of a profile (see production-day). */
function daysFromEnd({ startsAt, endsAt }: Shift, { belongsTo, startsAt: dayStartsAt }: ImportProfile['day']): number {
  const [start, end, opens] = [secondsOfClock(startsAt), secondsOfClock(endsAt), secondsOfClock(dayStartsAt)];
  const toStart = end > start ? 0 : -1;
  if (belongsTo === 'calendar') return toStart;
  if (belongsTo === 'start') return toStart + (start < opens ? -1 : 0);
  if (opens >= NOON) return toStart + (start < opens ? 0 : 1);
  return end === 0 ? -1 : 0;
}
