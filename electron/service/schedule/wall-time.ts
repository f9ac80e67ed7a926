/**
 * Rules name times as one reads them off the clock on the wall, so these are what is compared: no offset can make one of them come
 * twice or never, and a time zone is only looked at to know what the clock shows now.
 */

/** What a clock shows, as the milliseconds from 1970-01-01T00:00 of that same clock. */
export type WallTime = number;

const MINUTE_MS = 60_000;
/** Further than any two offsets lie apart. */
const MORE_THAN_OFFSETS_MS = 30 * 60 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock of a time zone shows at an instant, in whole minutes. */
export function wallTime(instantMs: number, zone: string): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instantMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** The first instant at which the clock of a zone shows a time, or has passed it where it leaves it out. */
export function instantOf(wall: WallTime, zone: string): number {
  const offsetAt = (instantMs: number) => wallTime(instantMs, zone) - instantMs;
  const offsets = [offsetAt(wall - MORE_THAN_OFFSETS_MS), offsetAt(wall + MORE_THAN_OFFSETS_MS)];
  let [before, after] = [wall - Math.max(...offsets), wall - Math.min(...offsets)];
  if (wallTime(before, zone) >= wall) return before;
  while (after - before > MINUTE_MS) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
    if (wallTime(middle, zone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

/** 'YYYY-MM-DDTHH:mm', as it is kept. */
export function writeWallTime(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 16);
}

/** What writeWallTime wrote; not a number for any other text. */
export function readWallTime(text: string): WallTime {
  return Date.parse(`${text}:00.000Z`);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const made = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { ...NUMERIC, timeZone: zone });
  formats.set(zone, made);
  return made;
}

const NUMERIC: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
};
