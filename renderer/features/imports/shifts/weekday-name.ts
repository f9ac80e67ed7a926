import type { Weekday } from '../../../../shared/domain/shift-calendar.ts';
import type { Language } from '../../../../shared/text/labels.ts';

/** The short name of a day of the week, 'Mon' for 1. */
export function weekdayName(day: Weekday, language: Language): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}
