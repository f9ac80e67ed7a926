/**
 * Numbers as records hold them: in fewer bytes, and exactly. SQLite stores an integer in as many bytes as it is long, so
 * that 480 pieces in millionths take six, and as pieces two.
 * 1. An amount is m * 4 + e; e says what m counts (`countedIn`), the largest that is exact.
 * 2. An instant is m * 2 + e, counted from the beginning of its production day: minutes where e is 0, else seconds.
 * A number has one packed form alone, so that packed numbers are equal where the numbers are.
 */
import { MILLIONTHS } from '../../shared/domain/quantity.ts';

/** What an amount is counted in, in millionths: units, hundredths, thousandths, millionths; the place is e. */
const countedIn = [MILLIONTHS, MILLIONTHS / 100, MILLIONTHS / 1_000, 1] as const;
const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_MINUTE = 60;

/** The packed form of an amount in millionths, a bigint where it is beyond what a number holds; null of null. */
export function packAmount(millionths: number | null): number | bigint | null {
  if (millionths === null) return null;
  const e = countedIn.findIndex((unit) => millionths % unit === 0);
  const packed = (millionths / (countedIn[e] ?? 1)) * 4 + e;
  return Number.isSafeInteger(packed) ? packed : BigInt(millionths) * 4n + BigInt(e);
}

/** The amount in millionths that a packed column holds, as SQL. */
export function unpackedAmount(column: string): string {
  const [units, hundredths, thousandths, millionths] = countedIn;
  return `(${column} >> 2) * CASE ${column} & 3 WHEN 0 THEN ${units} WHEN 1 THEN ${hundredths} WHEN 2 THEN ${thousandths} ELSE ${millionths} END`;
}

/** The packed form of an instant in seconds since 1970-01-01, beside the production day that its record has; null of null. */
export function packInstant(seconds: number | null, productionDay: number): number | null {
  if (seconds === null) return null;
  const sinceDay = seconds - productionDay * SECONDS_PER_DAY;
  return sinceDay % SECONDS_PER_MINUTE === 0 ? (sinceDay / SECONDS_PER_MINUTE) * 2 : sinceDay * 2 + 1;
}

/** The instant in seconds since 1970-01-01 that a packed column beside production_date holds, as SQL. */
export function unpackedInstant(column: string): string {
  return `production_date * ${SECONDS_PER_DAY} + (${column} >> 1) * CASE ${column} & 1 WHEN 0 THEN ${SECONDS_PER_MINUTE} ELSE 1 END`;
}
