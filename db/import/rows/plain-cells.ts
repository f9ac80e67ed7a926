import type { DateParser, WrittenDate } from '../times/dates.ts';
import { CellMemo } from './cell-memo.ts';
import type { LineCells } from './line-cells.ts';

const BLANK = 32;
const COLON = 58;
const FIRST_BEYOND_ASCII = 128;
const LETTER_T = 84;

/** Texts that mean 'not recorded', as they stand in bytes. */
export class NullCells {
  readonly #texts: ReadonlySet<string>;
  readonly #cells: readonly Buffer[];

  constructor(nulls: readonly string[]) {
    this.#texts = new Set(nulls);
    this.#cells = nulls.map((text) => Buffer.from(text));
  }

  has(bytes: Buffer, from: number, to: number): boolean {
    for (const cell of this.#cells) {
      if (cell.length === to - from && cell[0] === bytes[from] && bytes.compare(cell, 0, cell.length, from, to) === 0) {
        return true;
      }
    }
    return false;
  }

  /** The text of a cell without what surrounds it; null when nothing is recorded. */
  textOf(bytes: Buffer, from: number, to: number): string | null {
    const text = bytes.toString('utf8', from, to).trim();
    return text === '' || this.#texts.has(text) ? null : text;
  }
}

/** True where nothing is to be trimmed from a cell that is not empty. */
export function needsNoTrim(bytes: Buffer, from: number, to: number): boolean {
  const first = bytes[from] as number;
  const last = bytes[to - 1] as number;
  if (first <= BLANK || last <= BLANK) return false;
  if (first < FIRST_BEYOND_ASCII && last < FIRST_BEYOND_ASCII) return true;
  const text = bytes.toString('utf8', from, to);
  return text.trim() === text;
}

/** Reads the dates of one column; a date seen before is known by its bytes, and a plain time of day read after it. */
export class DateCells {
  /** What the cell read last says; null when nothing is recorded. */
  written: WrittenDate | null = null;
  readonly #cell: number;
  readonly #parse: DateParser;
  readonly #isClockOpen: boolean;
  readonly #nulls: NullCells;
  readonly #known = new CellMemo<WrittenDate | null>();
  readonly #withClock: WrittenDate = { day: 0, secondOfDay: 0, offsetMinutes: null };

  /** `cell` is -1 for a column that is not there; `isClockOpen` says that any date may be followed by a time of day. */
  constructor(cell: number, parse: DateParser, isClockOpen: boolean, nulls: NullCells) {
    this.#cell = cell;
    this.#parse = parse;
    this.#isClockOpen = isClockOpen;
    this.#nulls = nulls;
  }

  /** False when the cell is no date that can be read here. */
  read(cells: LineCells, bytes: Buffer): boolean {
    this.written = null;
    if (this.#cell < 0) return true;
    const from = cells.from[this.#cell] as number;
    const to = cells.to[this.#cell] as number;
    if (from === to) return true;
    const clockFrom = this.#isClockOpen ? plainClockFrom(bytes, from, to) : -1;
    const date = this.#dateIn(bytes, from, clockFrom < 0 ? to : clockFrom - 1);
    if (date === undefined) return false;
    if (clockFrom < 0) {
      this.written = date;
      return true;
    }
    const seconds = secondsIn(bytes, clockFrom, to);
    if (date === null || date.secondOfDay !== null || seconds < 0) return false;
    this.#withClock.day = date.day;
    this.#withClock.secondOfDay = seconds;
    this.written = this.#withClock;
    return true;
  }

  #dateIn(bytes: Buffer, from: number, to: number): WrittenDate | null | undefined {
    const known = this.#known.find(bytes, from, to);
    if (known !== undefined) return known;
    const text = this.#nulls.textOf(bytes, from, to);
    const date = text === null ? null : this.#parse(text);
    if (text !== null && date === null) return undefined;
    this.#known.add(bytes, from, to, date);
    return date;
  }
}

/** Where 'HH:mm' or 'HH:mm:ss' begins that a blank or a T sets apart from what is before; -1 when there is none. */
function plainClockFrom(bytes: Buffer, from: number, to: number): number {
  if (bytes[to - 3] !== COLON) return -1;
  const clockFrom = bytes[to - 6] === COLON ? to - 8 : to - 5;
  if (clockFrom - 1 <= from) return -1;
  const before = bytes[clockFrom - 1];
  return before === BLANK || before === LETTER_T ? clockFrom : -1;
}

/** Seconds since midnight; -1 for what is no time of a day. */
function secondsIn(bytes: Buffer, from: number, to: number): number {
  const hour = twoDigits(bytes, from);
  const minute = twoDigits(bytes, from + 3);
  const second = to - from === 8 ? twoDigits(bytes, from + 6) : 0;
  const isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  return isTime ? hour * 3600 + minute * 60 + second : -1;
}

function twoDigits(bytes: Buffer, at: number): number {
  const tens = (bytes[at] as number) - 48;
  const ones = (bytes[at + 1] as number) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
