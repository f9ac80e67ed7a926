/**
 * Rows of a file that are there a second time, equal in all that they hold. Many a log has equal rows for good reason (a piece a
 * row), so that they are told only where that is unlikely:
 * 1. nearly every row is there exactly twice; or
 * 2. many rows come again one after the other in the order in which they came, none a third time and hardly any elsewhere, as where
 *    part of a sheet was pasted twice; or
 * 3. single rows that have a lot or a time of day come again, and hardly any other does.
 * Rows by which nothing was counted are left alone. A long file is looked at as far as its rows are remembered.
 */
import type { StagedRow } from '../stage/staged-row.ts';

const MOST_ROWS = 2 ** 17;
const SLOTS = 2 ** 18;
const FEWEST_TWICE = 10;
const NEARLY_EVERY = 0.9;
const LONG_STRETCH = 10;
/** At most so many single rows in a hundred are slips. */
const MOST_SINGLE = 0.02;
const DAY_SECONDS = 86_400;
// Odd factors and first numbers, as mixtures of bits go by.
const FACTORS = [0x01000193, 0x85ebca6b] as const;
const FIRST = [0x811c9dc5 | 0, 0x9e3779b9 | 0] as const;

export class RowRepeats {
  #rows = 0;
  #counted = 0;
  /** Made with the first row: mixed bits of a row, 0 for none, the first row that has them, and how often they were there. */
  #slots: { mixed: Float64Array; first: Int32Array; times: Uint8Array } | null = null;
  /** Rows that were there before, and the first that was equal. */
  readonly #again: { id: number; first: number; slot: number; isNamed: boolean }[] = [];

  see(row: StagedRow, id: number): void {
    this.#rows += 1;
    if (this.#rows > MOST_ROWS || !countsAnything(row)) return;
    this.#counted += 1;
    this.#slots ??= {
      mixed: new Float64Array(SLOTS),
      first: new Int32Array(SLOTS),
      times: new Uint8Array(SLOTS),
    };
    const { mixed, first, times } = this.#slots;
    const own = mixtureOf(row);
    let at = own % SLOTS;
    while (mixed[at] !== 0 && mixed[at] !== own) at = (at + 1) % SLOTS;
    if (mixed[at] === 0) {
      mixed[at] = own;
      first[at] = id;
    } else {
      this.#again.push({ id, first: first[at] as number, slot: at, isNamed: isNamed(row) });
    }
    if ((times[at] as number) < 3) times[at] = (times[at] as number) + 1;
  }

  /** The rows that are there again without good reason, by their ids, each with the first that is equal. */
  found(): { id: number; first: number }[] {
    const again = this.#again;
    if (again.length === 0) return [];
    if (this.#areTwice()) return again;
    const stretch = longestStretch(again);
    const isOnce = stretch.every(({ slot }) => this.#slots?.times[slot] === 2);
    if (stretch.length >= LONG_STRETCH && stretch.length >= NEARLY_EVERY * again.length && isOnce) return stretch;
    const areFew = again.length <= Math.max(1, MOST_SINGLE * this.#counted);
    return areFew ? again.filter((each) => each.isNamed) : [];
  }

  #areTwice(): boolean {
    const pairs = (this.#slots?.times ?? new Uint8Array()).reduce((sum, times) => sum + (times === 2 ? 1 : 0), 0);
    return this.#counted >= FEWEST_TWICE && 2 * pairs >= NEARLY_EVERY * this.#counted;
  }
}

/** Rows that come again one after the other as they came the first time, as many as there are. */
function longestStretch<Again extends { id: number; first: number }>(again: readonly Again[]): Again[] {
  let longest: Again[] = [];
  let from = 0;
  for (let at = 1; at <= again.length; at += 1) {
    const [before, now] = [again[at - 1] as Again, again[at]];
    if (now && now.id === before.id + 1 && now.first === before.first + 1) continue;
    if (at - from > longest.length) longest = again.slice(from, at);
    from = at;
  }
  return longest;
}

/** A lot, or a time of day, says of a row which one it is. */
function isNamed({ lotNumber, startedAt }: StagedRow): boolean {
  return lotNumber !== null || (startedAt !== null && startedAt % DAY_SECONDS !== 0);
}

/** Two mixtures of what a row holds, made anew for each: this runs for every row, so that nothing is made for it. */
let high = 0;
let low = 0;

function mix(bits: number): void {
  high = Math.imul(high ^ bits, FACTORS[0]);
  high ^= high >>> 15;
  low = Math.imul(low ^ bits, FACTORS[1]);
  low ^= low >>> 13;
}

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

/** What is not recorded is NaN, or null. */
function mixNumber(value: number | null): void {
  number[0] = value ?? Number.NaN;
  mix(halves[0] as number);
  mix(halves[1] as number);
}

function mixText(text: StagedRow['lotNumber']): void {
  mix(-1);
  if (text === null) return;
  if (typeof text === 'string') for (let at = 0; at < text.length; at += 1) mix(text.charCodeAt(at));
  else for (let at = text.from; at < text.to; at += 1) mix(text.bytes[at] as number);
}

function mixReasons(list: StagedRow['defects']): void {
  mix(-2);
  for (let at = 0; at < list.length; at += 1) {
    const [reason, amount] = list[at] as StagedRow['defects'][number];
    mix(reason);
    mixNumber(amount);
  }
}

/** 53 mixed bits of all that a row holds, and never 0. */
function mixtureOf(row: StagedRow): number {
  [high, low] = FIRST;
  const { keys, amounts } = row;
  mix(row.day);
  for (let at = 0; at < keys.length; at += 1) mix(keys[at] as number);
  for (let at = 0; at < amounts.length; at += 1) mixNumber(amounts[at] as number);
  mixNumber(row.startedAt);
  mixNumber(row.endedAt);
  mixText(row.lotNumber);
  mixText(row.orderNumber);
  mixText(row.note);
  mixReasons(row.defects);
  mixReasons(row.downtimes);
  return (high >>> 11) * 2 ** 32 + (low >>> 0) + 1;
}

/** Whether anything was counted; what is not recorded is NaN. */
function countsAnything({ amounts }: StagedRow): boolean {
  for (let at = 0; at < amounts.length; at += 1) if ((amounts[at] as number) > 0) return true;
  return false;
}
