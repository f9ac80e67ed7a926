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
  const days = (date: string) => (Date.parse(now.date) - Date.parse(date)) / DAY_MS;
  const first = sizes.find(({ date }) => days(date) <= DAYS_LOOKED_BACK && days(date) >= FEWEST_DAYS);
  return first ? (now.bytes - first.bytes) / days(first.date) : null;
}
