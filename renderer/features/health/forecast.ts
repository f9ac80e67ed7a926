const DAYS_A_WEEK = 7;
const DAYS_A_YEAR = 365;

/** When the disk will be full if the store goes on growing as it did. */
export type DiskForecast =
  | { in: 'days' | 'weeks'; count: number }
  | { in: 'years' }
  /** It does not grow. */
  | { in: 'never' }
  /** It is not known yet how it grows. */
  | { in: 'unknown' };

/** Reckons from free bytes and growth in bytes a day: days up to two weeks, weeks up to two years, then years without a number. */
export function forecastDisk(freeBytes: number, growthBytesADay: number | null): DiskForecast {
  if (growthBytesADay === null) return { in: 'unknown' };
  if (growthBytesADay <= 0) return { in: 'never' };
  const days = freeBytes / growthBytesADay;
  if (days < 2 * DAYS_A_WEEK) return { in: 'days', count: Math.floor(days) };
  if (days < 2 * DAYS_A_YEAR) return { in: 'weeks', count: Math.floor(days / DAYS_A_WEEK) };
  return { in: 'years' };
}
