/** What a store has nothing of. Pure. */
import { type FilterField, filterFields } from './dimensions.ts';
import { type Measure, measureNames, measures } from './measures.ts';

/** Medians and numbers of lots are looked up record by record, and are known by what they are made of. */
const madeOf = { medianYield: 'yield', lots: 'lot' } as const;

/** The measures by which it is known of all what a store has nothing of, asked over all of its records. */
export const askedMeasures: readonly Measure[] = measureNames.filter((name) => !(name in madeOf));

export interface WithoutData {
  measures: ReadonlySet<Measure>;
  /** Fields that no record fills. */
  unrecorded: ReadonlySet<FilterField>;
  /** Those, and fields that hold one value alone, by which nothing can be split. */
  splits: ReadonlySet<FilterField>;
}

/**
 * What a store has nothing of: of the measures `askedMeasures`, its values over all records in their order; of each field the first two values,
 * where 'not recorded' (null) is one and stands last.
 */
export function withoutData(
  values: readonly unknown[],
  firstValues: Readonly<Record<FilterField, readonly (string | null)[]>>,
): WithoutData {
  const missing = (at: number, name: Measure) =>
    values[at] === null || values[at] === undefined || (measures[name].kind === 'count' && Number(values[at]) === 0);
  const without = new Set(askedMeasures.filter((name, at) => missing(at, name)));
  if (without.has(madeOf.medianYield)) without.add('medianYield');
  const unrecorded = new Set(filterFields.filter((field) => firstValues[field].every((value) => value === null)));
  if (unrecorded.has(madeOf.lots)) without.add('lots');
  const splits = new Set(filterFields.filter((field) => firstValues[field].length < 2));
  return { measures: without, unrecorded, splits };
}
