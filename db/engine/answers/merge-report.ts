/**
 * The outside of the UNION ALL: adds what files answered group by group.
 * 1. Every text gets a number, its place in the list of its key.
 * 2. Keys lead to a group one after the other, each from the place that the keys before it led to.
 * 3. Sums are columns, added to at the place of the group.
 */
import { median } from '../../columns/median.ts';
import type { Plan } from '../../planner/plan.ts';
import type { Value } from '../sqlite/connection.ts';
import type { ReportGroups } from './report-groups.ts';

/** What one file answered: rows of reportStatement, of lotsStatement and of yieldsStatement where the plan asks for them. */
export interface ArmRows {
  sums: Value[][];
  lots: Value[][];
  yields: Value[][];
}

/** Puts the rows of the plan's statements where they belong. */
export function armRows({ countLots }: Plan, rows: readonly Value[][][]): ArmRows {
  const [sums = [], second = [], third = []] = rows;
  return countLots ? { sums, lots: second, yields: third } : { sums, lots: [], yields: second };
}

/** More texts than a key can have; a place times it stays a whole number that a double holds. */
const MOST_LABELS = 2 ** 26;

/** Gathers rows into groups, as they come; what was added can be looked at in between. */
export class ReportMerger {
  readonly #plan: Plan;
  readonly #keys: Labels[];
  readonly #records: number[] = [];
  readonly #sums: { whole: number[]; millionths: number[]; found: number[] }[];
  readonly #lots: Set<string>[] = [];
  readonly #yields: number[][] = [];
  readonly #unitKeys = new Set<number>();

  constructor(plan: Plan) {
    this.#plan = plan;
    const keyCount = plan.periods.length + plan.attributes.length + (plan.reason ? 1 : 0);
    this.#keys = Array.from({ length: keyCount }, () => new Labels());
    this.#sums = plan.sums.map(() => ({ whole: [], millionths: [], found: [] }));
  }

  add(arm: ArmRows): void {
    for (const row of arm.sums) this.#addRow(row);
    for (const row of arm.yields) this.#addYield(row);
    for (const row of arm.lots) this.#lots[this.#groupOf(row)]?.add(String(row[this.#keys.length]));
  }

  groups(): ReportGroups {
    return {
      size: this.#records.length,
      keys: this.#keys.map((key) => ({ ordinals: key.ofGroups, labels: key.labels, ascending: false })),
      records: this.#records,
      sums: this.#sums,
      lots: this.#plan.countLots ? this.#lots.map(({ size }) => size) : null,
      medians: this.#plan.medianYield ? this.#yields.map((values) => medianOf(values)) : null,
      unitKeys: this.#unitKeys,
    };
  }

  #addRow(row: Value[]): void {
    const group = this.#groupOf(row);
    let at = this.#keys.length;
    this.#records[group] = (this.#records[group] ?? 0) + Number(row[at++] ?? 0);
    if (this.#plan.readUnits) {
      for (const unit of [row[at], row[at + 1]]) if (unit != null) this.#unitKeys.add(Number(unit));
      at += 2;
    }
    for (const { whole, millionths, found } of this.#sums) {
      if (row[at] != null) {
        whole[group] = (whole[group] ?? 0) + Number(row[at]);
        millionths[group] = (millionths[group] ?? 0) + Number(row[at + 1]);
        found[group] = 1;
      }
      at += 2;
    }
  }

  #addYield(row: Value[]): void {
    const at = this.#keys.length;
    const good = Number(row[at]);
    this.#yields[this.#groupOf(row)]?.push(good / (good + Number(row[at + 1])));
  }

  #groupOf(row: Value[]): number {
    let group = 0;
    const ordinals = this.#keys.map((key, at) => {
      const ordinal = key.ordinalOf(row[at] ?? null);
      group = key.placeAfter(group, ordinal);
      return ordinal;
    });
    if (group === this.#records.length) this.#begin(ordinals);
    return group;
  }

  #begin(ordinals: readonly number[]): void {
    this.#keys.forEach((key, at) => {
      key.ofGroups.push(ordinals[at] ?? 0);
    });
    this.#records.push(0);
    for (const { whole, millionths, found } of this.#sums)
      for (const column of [whole, millionths, found]) column.push(0);
    this.#lots.push(new Set());
    this.#yields.push([]);
  }
}

function medianOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : median(Float64Array.from(values));
}

/** The texts of one key, and where they lead. */
class Labels {
  readonly labels: (string | null)[] = [];
  /** The label of each group. */
  readonly ofGroups: number[] = [];
  readonly #ordinals = new Map<Value, number>();
  readonly #places = new Map<number, number>();

  ordinalOf(value: Value): number {
    let ordinal = this.#ordinals.get(value);
    if (ordinal === undefined) {
      ordinal = this.labels.push(value === null ? null : String(value)) - 1;
      this.#ordinals.set(value, ordinal);
    }
    return ordinal;
  }

  /** The place that this label leads to from the place before it. */
  placeAfter(before: number, ordinal: number): number {
    const step = before * MOST_LABELS + ordinal;
    let place = this.#places.get(step);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(step, place);
    }
    return place;
  }
}
