/**
 * Amounts taken from counters that only grow.
 * 1. A reading counts only once its row has become a record: a row that is set aside for another reason leaves the growth
 *    that it saw to the next one, so that the rows together have all of it and none of it twice.
 * 2. In the order of the file the reading before is remembered for each counter. In the order of time all readings of the
 *    file are gathered first (readings.ts), and each row then takes what its own comes to.
 */
import { type RecordField, recordFieldNames } from '../../../shared/domain/fields.ts';
import type { Counter } from '../../../shared/import/derive.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { en } from '../../../shared/text/en.ts';
import type { QuantityReader, RowState, TextReader } from '../rows/field-readers.ts';

/** Counters remembered at once: each takes some hundred bytes, and a plant has far fewer. */
const MOST_COUNTERS = 2_000_000;

/** Why a row whose only amount is the first reading of a counter is none. */
export const FIRST_READING =
  'is the first reading of its counter, and there is none before to take the difference from';

/** Why a row by itself is no record where what it says depends on the rows before it. */
export const WITH_WHOLE_FILE =
  'is read with the whole file only, not a row by itself: correct the file and import it again';

/** Readings of a whole file, or what became of them. */
export interface CounterReadings {
  /** Takes the reading of a row. */
  add(reading: { row: number; field: RecordField; key: string; at: number; value: number }): void;
  /** What the reading of a row comes to: the difference in millionths; null for the first of its counter. */
  differenceOf(row: number, field: RecordField): number | null | undefined;
  isComplete: boolean;
}

/** The counters of a profile, over rows that come in the order of the file. */
export class Counters {
  readonly #state: RowState;
  readonly #readings: CounterReadings | null;
  readonly #areAll: boolean;
  readonly #open: { keep: (at: number) => void }[] = [];
  #row = 0;

  /** `areAll` is true where all rows of the file come, one after the other. */
  constructor(state: RowState, readings: CounterReadings | null, areAll: boolean) {
    this.#state = state;
    this.#areAll = areAll;
    this.#readings = readings;
  }

  /** Begins a row. */
  begin(): void {
    this.#row += 1;
    this.#open.length = 0;
  }

  /** Takes in what the row has read, at the time of the row in seconds, where it became a record. */
  keep(at: number): void {
    for (const { keep } of this.#open) keep(at);
  }

  /** The growth of a counter instead of what it shows. */
  wrap(
    field: RecordField,
    counter: Counter,
    value: QuantityReader,
    text: (field: RecordField) => TextReader,
  ): QuantityReader {
    const within = counter.within.map((each) => text(each));
    const keyOf = (cells: readonly string[]) => JSON.stringify(within.map((read) => read(cells)));
    return counter.order === 'file'
      ? this.#inFileOrder(field, counter, value, keyOf)
      : this.#inTimeOrder(field, value, keyOf);
  }

  #inFileOrder(
    field: RecordField,
    { take }: Counter,
    value: QuantityReader,
    keyOf: (cells: readonly string[]) => string,
  ): QuantityReader {
    const before = new Map<string, number>();
    return (cells) => {
      const now = value(cells);
      if (now === null) return null;
      if (!this.#areAll) return this.#refused(field);
      const key = keyOf(cells);
      const last = before.get(key);
      this.#open.push({ keep: () => remember(before, key, take === 'maximum' ? Math.max(last ?? 0, now) : now) });
      return this.#told(field, take === 'maximum' ? Math.max(0, now - (last ?? 0)) : growth(last, now));
    };
  }

  #inTimeOrder(field: RecordField, value: QuantityReader, keyOf: (cells: readonly string[]) => string): QuantityReader {
    const readings = this.#readings;
    return (cells) => {
      const now = value(cells);
      if (now === null) return null;
      const row = this.#row;
      if (readings === null) return this.#refused(field);
      if (readings.isComplete) {
        const difference = readings.differenceOf(row, field);
        return difference === undefined ? null : this.#told(field, difference);
      }
      const key = keyOf(cells);
      this.#open.push({ keep: (at) => readings.add({ row, field, key, at, value: now }) });
      return 0;
    };
  }

  #refused(field: RecordField): null {
    this.#state.failure ??= `${en.fields[field]}: a counter ${WITH_WHOLE_FILE}`;
    return null;
  }

  /** Notes the first reading of a counter, of which the row has no amount. */
  #told(field: RecordField, difference: number | null): number | null {
    if (difference === null) this.#state.firstReading ??= `${en.fields[field]} ${FIRST_READING}`;
    return difference;
  }
}

/** What a counter grew by: all that it shows where it began anew; null where it was not read before. */
export function growth(last: number | undefined, now: number): number | null {
  if (last === undefined) return null;
  return now < last ? now : now - last;
}

function remember(before: Map<string, number>, key: string, value: number): void {
  if (before.size >= MOST_COUNTERS && !before.has(key)) {
    throw new AppError(
      'INVALID_PROFILE',
      `The file has more than ${MOST_COUNTERS.toLocaleString('en')} counters by what the profile says tells them apart. Nothing was imported: choose fields that name a counter, such as the line.`,
    );
  }
  before.set(key, value);
}

/** The counter of each field that is read from one. */
export function countersOf(profile: ImportProfile): { field: RecordField; counter: Counter }[] {
  return recordFieldNames.flatMap((field) => {
    const source = profile.fields[field];
    return source && 'column' in source && source.counter ? [{ field, counter: source.counter }] : [];
  });
}

/** True where the amounts of a row depend on all rows of the file. */
export function needsWholeFile(profile: ImportProfile): boolean {
  return countersOf(profile).some(({ counter }) => counter.order === 'time');
}
