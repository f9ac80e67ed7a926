import { systemTimeZone } from './schedule/time-zone.ts';

/** What time it is; tests bring their own. */
export interface Clock {
  /** The instant, as the system has it. */
  now(): number;
  /** Milliseconds of a clock that is never set. */
  elapsed(): number;
  /** The time zone as it is now, by its IANA name. */
  zone(): string;
}

export const systemClock: Clock = { now: Date.now, elapsed: () => performance.now(), zone: systemTimeZone };
