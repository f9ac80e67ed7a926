/**
 * The time zone of this machine as it is now, by its IANA name. A process reads it once, and anew when TZ changes, be it that what is not there is
 * taken away: whoever travels with the machine need not start the program again.
 */
export function systemTimeZone(): string {
  if (process.env.TZ === undefined) delete process.env.TZ;
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
