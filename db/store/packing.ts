/**
 * Numbers as records hold them: in fewer bytes, and exactly. SQLite stores an integer in as many bytes as it is long, so
 * that 480 pieces in millionths take six, and as pieces two.
 * 1. An amount is m * 4 + e; e says what m counts (`countedIn`), the largest that is exact.
 * 2. An instant is m * 2 + e, counted from its origin: minutes where e is 0, else seconds. The origin of a start is the
 *    beginning of its production day; that of an end is the start, and the same as the start's where none is recorded.
 * A number has one packed form alone, so that packed numbers are equal where the numbers are.
 */
import { MILLIONTHS } from '../../shared/domain/quantity.ts';
import { packedColumn } from './record-columns.ts';

/** What an amount is counted in, in millionths: units, hundredths, thousandths, millionths; the place is e. */
const countedIn = [MILLIONTHS, MILLIONTHS / 100, MILLIONTHS / 1_000, 1] as const;
const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_MINUTE = 60;

/** The packed form of an amount in millionths, a bigint where it is beyond what a number holds; null of null. */
export function packAmount(millionths: number | null): number | bigint | null {
  if (millionths === null) return null;
  for (let e = 0; e < countedIn.length; e += 1) {
    const unit = countedIn[e] as number;
    const count = Math.trunc(millionths / unit);
    if (count * unit !== millionths) continue; // asked this way, as % of large numbers takes many times as long
    const packed = count * 4 + e;
    return Number.isSafeInteger(packed) ? packed : BigInt(count) * 4n + BigInt(e);
  }
  throw new Error(`${millionths} is no whole number of millionths.`);
}

/** The amount in millionths that the packed column of `column` holds, as SQL. */
export function unpackedAmount(column: string): string {
  const packed = packedColumn(column);
  const [units, hundredths, thousandths, millionths] = countedIn;
  return `(${packed} >> 2) * CASE ${packed} & 3 WHEN 0 THEN ${units} WHEN 1 THEN ${hundredths} WHEN 2 THEN ${thousandths} ELSE ${millionths} END`;
}

/** The packed form of when a record's work started, in seconds since 1970-01-01, beside its production day; null of null. */
export function packStart(seconds: number | null, productionDay: number): number | null {
  return packInstant(seconds, productionDay * SECONDS_PER_DAY);
}

/** The packed form of when it ended, beside its production day and when it started; null of null. */
export function packEnd(seconds: number | null, productionDay: number, start: number | null): number | null {
  return packInstant(seconds, start ?? productionDay * SECONDS_PER_DAY);
}

function packInstant(seconds: number | null, origin: number): number | null {
  if (seconds === null) return null;
  const distance = seconds - origin;
  return distance % SECONDS_PER_MINUTE === 0 ? (distance / SECONDS_PER_MINUTE) * 2 : distance * 2 + 1;
}

const beginningOfDay = `production_date * ${SECONDS_PER_DAY}`;
const origins = { started_at: beginningOfDay, ended_at: `COALESCE(started_at, ${beginningOfDay})` };

/** The instant in seconds since 1970-01-01 that a packed column holds, as SQL. */
export function unpackedInstant(column: keyof typeof origins): string {
  const packed = packedColumn(column);
  return `${origins[column]} + (${packed} >> 1) * CASE ${packed} & 1 WHEN 0 THEN ${SECONDS_PER_MINUTE} ELSE 1 END`;
}
