/** Size of the store on one day, by its date. */
export interface DaySize {
  date: string;
  bytes: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Longer ago the store was used in another way. */
const DAYS_LOOKED_BACK = 30;
/** A few days are of one import or none, and say nothing of the weeks to come. */
const FEWEST_DAYS = 7;
const DAYS_KEPT = 400;

/** Adds the size of a day that is not there yet, newest last; the same list where it is. */
export function withSize(sizes: readonly DaySize[], { date, bytes }: DaySize): readonly DaySize[] {
  const last = sizes.at(-1);
  if (last && last.date >= date) return sizes;
  return [...sizes, { date, bytes }].slice(-DAYS_KEPT);
}

/** Bytes that a store grew by a day, over the last month or what is known of it; null before there is a week. */
export function growthBytesADay(sizes: readonly DaySize[], now: DaySize): number | null {
  const first = growsSince(sizes, now);
  return first ? (now.bytes - first.bytes) / daysBetween(first, now) : null;
}

/** The day that growth is measured from, with its size; null before there is a week. */
export function growsSince(sizes: readonly DaySize[], now: Pick<DaySize, 'date'>): DaySize | null {
  const isWithin = (days: number) => days <= DAYS_LOOKED_BACK && days >= FEWEST_DAYS;
  return sizes.find((size) => isWithin(daysBetween(size, now))) ?? null;
}

function daysBetween(first: Pick<DaySize, 'date'>, last: Pick<DaySize, 'date'>): number {
  return (Date.parse(last.date) - Date.parse(first.date)) / DAY_MS;
}
