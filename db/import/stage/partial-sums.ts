/**
 * The rollups of days that held nothing before, added up while their rows pass: reading the records again for it would
 * cost more than writing them. Groups that come again later are added to by the writer.
 */

import { MILLIONTHS } from '../../../shared/domain/quantity.ts';
import { type AddableField, sumNames, sums } from '../../../shared/query/measures.ts';
import { addableColumns } from '../../dialects/sqlite/sums.ts';
import { rollups } from '../../rollup/definitions.ts';
import type { KeyedAmount, StagedRow } from './staged-row.ts';
import { amountPlace, keyPlace } from './staged-row.ts';
import type { PartFile } from './staged-tables.ts';

/** Groups kept before they are written down; a file in order of date has a few hundred a month. */
const MOST_GROUPS = 20_000;
/** The key that stands for what no reason explains. */
const UNEXPLAINED = 0;

interface CompiledSum {
  /** Bits of the amounts that must be recorded. */
  needs: number;
  /** Place of the first amount, -1 when the records are counted. */
  first: number;
  /** Place of the second amount, -1 when there is none. */
  second: number;
}

const compiledSums = sumNames.map((name): CompiledSum => {
  const { add, where = [] }: { add: readonly AddableField[]; where?: readonly AddableField[] } = sums[name];
  const placeOf = (field: AddableField) => amountPlace[addableColumns[field] as keyof typeof amountPlace];
  const [first = -1, second = -1] = add.map(placeOf);
  return { needs: [...add, ...where].reduce((bits, field) => bits | (1 << placeOf(field)), 0), first, second };
});
const SUMS = compiledSums.length;

/** Numbers a pair of keys, the next number for a new pair. */
class Pairs {
  readonly #numbers = new Map<number, number>();

  of(a: number, b: number): number {
    const pair = a * 2 ** 26 + b; // exact for up to 67 million of each
    let number = this.#numbers.get(pair);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(pair, number);
    }
    return number;
  }

  get size(): number {
    return this.#numbers.size;
  }

  clear(): void {
    this.#numbers.clear();
  }
}

export class PartialSums {
  /** Days on which a sum left what a double holds exactly: they are added up from the records. */
  readonly inexactDays = new Set<number>();
  readonly #items = new ItemSums(this.inexactDays);
  readonly #defects = new ReasonSums(this.inexactDays);
  readonly #downtimes = new ReasonSums(this.inexactDays);
  readonly #file: PartFile;

  constructor(file: PartFile) {
    this.#file = file;
  }

  add(row: StagedRow): void {
    this.#items.add(row);
    this.#defects.add(row, row.amounts[amountPlace.defect_quantity] as number, row.defects);
    this.#downtimes.add(row, row.amounts[amountPlace.down_minutes] as number, row.downtimes);
    if (Math.max(this.#items.size, this.#defects.size, this.#downtimes.size) > MOST_GROUPS) this.write();
  }

  /** Writes down all groups and begins anew. */
  write(): void {
    this.#items.write(this.#file);
    this.#defects.write(this.#file, rollups.defects.table);
    this.#downtimes.write(this.#file, rollups.downtimes.table);
  }
}

/** Sums by day, line, shift, item and unit. */
class ItemSums {
  readonly #lineShifts = new Pairs();
  readonly #itemUnits = new Pairs();
  readonly #both = new Pairs();
  readonly #groups = new Pairs();
  #keys: number[][] = [];
  #records: number[] = [];
  #recorded: number[] = [];
  #sums = new Float64Array(SUMS * 1_024);
  #last = -1;
  readonly #inexactDays: Set<number>;

  constructor(inexactDays: Set<number>) {
    this.#inexactDays = inexactDays;
  }

  get size(): number {
    return this.#keys.length;
  }

  add(row: StagedRow): void {
    const group = this.#groupOf(row);
    const { amounts } = row;
    let recorded = 0;
    for (let place = 0; place < amounts.length; place += 1) {
      if (!Number.isNaN(amounts[place])) recorded |= 1 << place;
    }
    let filled = this.#recorded[group] as number;
    const all = this.#sums;
    for (let index = 0; index < SUMS; index += 1) {
      const { needs, first, second } = compiledSums[index] as CompiledSum;
      if ((recorded & needs) !== needs) continue;
      const sum =
        (all[group * SUMS + index] as number) +
        (first < 0 ? MILLIONTHS : (amounts[first] as number)) +
        (second < 0 ? 0 : (amounts[second] as number));
      all[group * SUMS + index] = sum;
      filled |= 1 << index;
      if (!Number.isSafeInteger(sum)) this.#inexactDays.add(row.day);
    }
    this.#recorded[group] = filled;
    this.#records[group] = (this.#records[group] as number) + 1;
  }

  write(file: PartFile): void {
    const table = file.table(rollups.items.table);
    this.#keys.forEach((keys, group) => {
      const { row } = table;
      for (const key of keys) row.integer(key);
      row.integer(this.#records[group] as number);
      for (let index = 0; index < SUMS; index += 1) {
        const isRecorded = ((this.#recorded[group] as number) & (1 << index)) !== 0;
        row.integer(isRecorded ? storable(this.#sums[group * SUMS + index] as number) : null);
      }
      table.end(table.lastKey + 1);
    });
    for (const pairs of [this.#lineShifts, this.#itemUnits, this.#both, this.#groups]) pairs.clear();
    this.#keys = [];
    this.#records = [];
    this.#recorded = [];
    this.#sums.fill(0);
    this.#last = -1;
  }

  #groupOf({ day, keys }: StagedRow): number {
    const line = keys[keyPlace.line_id] as number;
    const shift = keys[keyPlace.shift_id] as number;
    const item = keys[keyPlace.item_id] as number;
    const unit = keys[keyPlace.unit_id] as number;
    const last = this.#keys[this.#last];
    if (last && last[0] === day && last[1] === line && last[2] === shift && last[3] === item && last[4] === unit) {
      return this.#last;
    }
    const place = this.#both.of(this.#lineShifts.of(line, shift), this.#itemUnits.of(item, unit));
    const group = this.#groups.of(place, day + 1_000_000); // days may be negative
    if (group === this.#keys.length) {
      this.#keys.push([day, line, shift, item, unit]);
      this.#records.push(0);
      this.#recorded.push(0);
      if ((group + 1) * SUMS > this.#sums.length) {
        const larger = new Float64Array(this.#sums.length * 2);
        larger.set(this.#sums);
        this.#sums = larger;
      }
    }
    this.#last = group;
    return group;
  }
}

/** Amounts of each reason, and of none, by day, line and unit. */
class ReasonSums {
  readonly #lineUnits = new Pairs();
  readonly #places = new Pairs();
  readonly #groups = new Pairs();
  #keys: number[][] = [];
  #records: number[] = [];
  #amounts: number[] = [];
  readonly #inexactDays: Set<number>;

  constructor(inexactDays: Set<number>) {
    this.#inexactDays = inexactDays;
  }

  get size(): number {
    return this.#keys.length;
  }

  /** `quantity` is what the reasons of the row split; NaN when it is not recorded. */
  add(row: StagedRow, quantity: number, list: readonly KeyedAmount[]): void {
    let left = quantity;
    for (const [reason, amount] of list) {
      this.#addAmount(row, reason, amount);
      left -= amount;
    }
    if (left > 0) this.#addAmount(row, UNEXPLAINED, left); // never true of NaN
  }

  write(file: PartFile, name: 'rollup_defects' | 'rollup_downtimes'): void {
    const table = file.table(name);
    this.#keys.forEach((keys, group) => {
      for (const key of keys) table.row.integer(key);
      table.row.integer(this.#records[group] as number).integer(storable(this.#amounts[group] as number));
      table.end(table.lastKey + 1);
    });
    for (const pairs of [this.#lineUnits, this.#places, this.#groups]) pairs.clear();
    this.#keys = [];
    this.#records = [];
    this.#amounts = [];
  }

  #addAmount({ day, keys }: StagedRow, reason: number, amount: number): void {
    const line = keys[keyPlace.line_id] as number;
    const unit = keys[keyPlace.unit_id] as number;
    const place = this.#places.of(this.#lineUnits.of(line, unit), day + 1_000_000);
    const group = this.#groups.of(place, reason);
    if (group === this.#keys.length) {
      this.#keys.push([day, line, unit, reason]);
      this.#records.push(0);
      this.#amounts.push(0);
    }
    const sum = (this.#amounts[group] as number) + amount;
    this.#amounts[group] = sum;
    this.#records[group] = (this.#records[group] as number) + 1;
    if (!Number.isSafeInteger(sum)) this.#inexactDays.add(day);
  }
}

/** An inexact sum is not kept in the end, and may be beyond what a column holds. */
function storable(sum: number): number {
  return Number.isSafeInteger(sum) ? sum : 0;
}
