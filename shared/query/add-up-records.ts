/** What a few records come to together, by the definitions that answers are made by: sums are exact, ratios come last. */
import { MILLIONTHS, multiplyMillionths } from '../domain/quantity.ts';
import { type AddableField, isCount, type Measure, measures, type SumName, type SumValues, sums } from './measures.ts';
import type { ProductionRecord } from './records-query.ts';

/** The fields of a record that a measure is made of. */
export type AddableRecord = Pick<ProductionRecord, Exclude<AddableField, 'idealSeconds'> | 'idealCycleSeconds'>;

/** The value of each measure over the records; null where none of them recorded what it needs. Counts are none of its measures. */
export function addUpRecords(
  records: readonly AddableRecord[],
  names: readonly Exclude<Measure, 'records' | 'lots' | 'medianYield'>[],
): Map<Measure, number | null> {
  const needed = [...new Set<SumName>(names.flatMap((name) => [...measures[name].sums]))];
  const values: SumValues = Object.fromEntries(needed.map((name) => [name, sumOf(records, name)]));
  return new Map(names.map((name) => [name, measures[name].value(values)]));
}

function sumOf(records: readonly AddableRecord[], name: SumName): number | null {
  const definition = sums[name];
  const required: readonly AddableField[] = [...definition.add, ...('where' in definition ? definition.where : [])];
  const complete = records.filter((record) => required.every((field) => millionthsOf(record, field) !== null));
  if (isCount(name)) return complete.length === 0 ? null : complete.length;
  let total: bigint | null = null;
  for (const record of complete) {
    for (const field of definition.add) total = (total ?? 0n) + (millionthsOf(record, field) ?? 0n);
  }
  return total === null ? null : inUnits(total);
}

/** A field in millionths. The ideal time is known where the ideal cycle and the total (good + defects) are. */
function millionthsOf(record: AddableRecord, field: AddableField): bigint | null {
  if (field !== 'idealSeconds') return toMillionths(record[field]);
  const [cycle, good, defects] = [record.idealCycleSeconds, record.goodQuantity, record.defectQuantity].map(
    toMillionths,
  );
  if (cycle == null || good == null || defects == null) return null;
  const product = multiplyMillionths(Number(cycle), good + defects);
  return product && BigInt(product.millionths);
}

/** What was read as the number nearest to so many millionths is that many again. */
function toMillionths(value: number | null): bigint | null {
  return value === null ? null : BigInt(Math.round(value * MILLIONTHS));
}

/** The number nearest to so many millionths: JavaScript reads a decimal that way. */
function inUnits(millionths: bigint): number {
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
  const number = Number(`${digits.slice(0, -6)}.${digits.slice(-6)}`);
  return millionths < 0n ? -number : number;
}
