/** Millionths as text in units. */
export function shownAmount(millionths: number): string {
  return String(millionths / 1_000_000);
}

/** Seconds since 1970-01-01 as YYYY-MM-DD HH:MM:SS. */
export function shownInstant(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}
