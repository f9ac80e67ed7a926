/** What drove the change of a measure: which groups of a split account for it. Pure. */
import { productDrivers } from '../domain/drivers/product-drivers.ts';
import { type Fraction, type RatioGroup, ratioDrivers } from '../domain/drivers/ratio-drivers.ts';
import { sumDrivers } from '../domain/drivers/sum-drivers.ts';
import { type Measure, type MeasureDefinition, measures, type SumColumn, sumColumn } from './measures.ts';

/** The measures of a group, and the sums that they are made of. */
export type GroupValues = Partial<Record<Measure | SumColumn, number | null>>;

/** A group at both times; undefined where it has no record. */
export interface ComparedGroup {
  key: string | null;
  before: GroupValues | undefined;
  now: GroupValues | undefined;
}

/** What a group does to the change of a measure, in the unit of the measure. */
export interface Driver {
  key: string | null;
  before: number | null;
  now: number | null;
  contribution: number;
  /** Of a ratio: by a ratio of its own that changed, and by its share in the whole that changed. */
  effects?: { rate: number; mix: number };
}

/** How the change of a measure is told by groups; null for what is not made of groups: medians, and lots, which may be in several. */
export function driversKind(measure: Measure): 'sum' | 'ratio' | 'product' | null {
  const { kind, fraction, factors }: MeasureDefinition = measures[measure];
  if (fraction) return 'ratio';
  if (factors) return 'product';
  const isCountOfRecords = kind === 'count' && measure !== 'lots';
  return kind === 'quantity' || kind === 'minutes' || isCountOfRecords ? 'sum' : null;
}

/**
 * What each group does to the change of a measure; groups in the order given, contributions adding up to the change of the whole.
 * Null where the measure is not made of groups, or the whole has no value before or now. Groups of ratios need their sums
 * (`withSums`).
 */
export function driversOf(measure: Measure, groups: readonly ComparedGroup[]): Driver[] | null {
  const measured = (values: GroupValues | undefined) => values?.[measure] ?? null;
  const told = groups.map(({ key, before, now }) => ({ key, before: measured(before), now: measured(now) }));
  const kind = driversKind(measure);
  if (kind === null) return null;
  if (kind === 'sum') return isEmpty(told) ? null : sumDrivers(told);
  const effects = kind === 'ratio' ? ratioDrivers(fractionsOf(measure, groups)) : productOf(measure, groups);
  if (effects === null) return null;
  return effects.map(({ rate, mix, contribution }, at) => ({
    key: told[at]?.key ?? null,
    before: told[at]?.before ?? null,
    now: told[at]?.now ?? null,
    contribution,
    effects: { rate, mix },
  }));
}

/** A sum without any data at one of both times did not change: it is not known. */
function isEmpty(told: readonly { before: number | null; now: number | null }[]): boolean {
  return told.every(({ before }) => before === null) || told.every(({ now }) => now === null);
}

function productOf(measure: Measure, groups: readonly ComparedGroup[]) {
  const { factors = [] }: MeasureDefinition = measures[measure];
  return productDrivers(factors.map((name) => ({ name, groups: fractionsOf(name, groups) })));
}

function fractionsOf(measure: Measure, groups: readonly ComparedGroup[]): RatioGroup[] {
  return groups.map(({ key, before, now }) => ({
    key,
    before: fractionOf(measure, before),
    now: fractionOf(measure, now),
  }));
}

function fractionOf(measure: Measure, values: GroupValues | undefined): Fraction {
  const { fraction, factors = [] }: MeasureDefinition = measures[measure];
  if (!fraction) throw new Error(`'${measure}' is no fraction, but of ${factors.length} factors`);
  const numerator = values?.[sumColumn(fraction.numerator)] ?? null;
  return {
    numerator: numerator === null ? null : numerator * fraction.factor,
    denominator: values?.[sumColumn(fraction.denominator)] ?? null,
  };
}
