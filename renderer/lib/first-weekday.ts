interface WeekInfo {
  firstDay: number;
}

/** What browsers know of the weeks of a locale: as a method now, as a property earlier. */
type LocaleWithWeeks = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** The day that a locale's week begins with, 1 for Monday to 7 for Sunday; Monday where that is not known. */
export function firstWeekday(locale: string): number {
  const chosen = /-fw-(mon|sat|sun)\b/.exec(locale)?.[1];
  if (chosen) return { mon: 1, sat: 6, sun: 7 }[chosen] ?? 1; // said here, as not every engine heeds it
  const known: LocaleWithWeeks = new Intl.Locale(locale);
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

/** Gives the short name of the weekday of a production day 'YYYY-MM-DD'. */
export function weekdayNamer(locale: string): (date: string) => string {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (date) => names.format(new Date(`${date}T00:00:00Z`));
}
