/** How long something runs until it stops, and how long until it runs again. */
export interface Reliability {
  failures: number;
  /** Minutes; null where nothing failed or no run time is recorded. */
  meanMinutesBetween: number | null;
  /** Minutes; null where nothing failed or no downtime is recorded. */
  meanMinutesToRestore: number | null;
}

/** What a stretch of time was made of: minutes, null for no data, and how often it stopped. */
export interface StopTotals {
  runMinutes: number | null;
  downMinutes: number | null;
  failures: number;
}

/**
 * Mean operating time between failures = run time / failures, mean time to restoration = downtime / failures (the terms are
 * those of IEC 60050-192). Takes minutes; gives null, not 0, where nothing failed: no mean can be told then.
 */
export function reliabilityOf({ runMinutes, downMinutes, failures }: StopTotals): Reliability {
  const mean = (minutes: number | null) => (failures === 0 || minutes === null ? null : minutes / failures);
  return { failures, meanMinutesBetween: mean(runMinutes), meanMinutesToRestore: mean(downMinutes) };
}
