import { type Counted, summedQuantities } from '../../../shared/contract/explain.ts';
import { fromMillionths, MILLIONTHS } from '../../../shared/domain/quantity.ts';
import { sumOverRecords } from '../../dialects/sqlite/sums.ts';
import type { Value } from '../sqlite/connection.ts';

type Sums = Counted['sums'][number]['of'];
interface Sum {
  whole: number;
  millionths: number;
}

/** The sums of records `r`, each as two columns: whole units and millionths. */
export const sumColumns = summedQuantities
  .map((name) => `${sumOverRecords(name)} / ${MILLIONTHS}, ${sumOverRecords(name)} % ${MILLIONTHS}`)
  .join(', ');

/** What those columns add up to over several rows, by unit; whole units and millionths apart until the last, so that nothing is lost. */
export function sumsByUnit(
  rows: readonly { unit: Value; columns: readonly Value[] }[],
  units: ReadonlyMap<number, string>,
): Counted['sums'] {
  const byUnit = new Map<Value, (Sum | null)[]>();
  for (const { unit, columns } of rows) {
    const before = byUnit.get(unit) ?? [];
    byUnit.set(
      unit,
      summedQuantities.map((_, at) => added(before[at] ?? null, columns[2 * at] ?? null, columns[2 * at + 1] ?? null)),
    );
  }
  return [...byUnit].map(([unit, sums]) => ({
    unit: unit === null ? null : (units.get(Number(unit)) ?? null),
    of: Object.fromEntries(summedQuantities.map((name, at) => [name, amountOf(sums[at] ?? null)])) as Sums,
  }));
}

function added(before: Sum | null, whole: Value, millionths: Value): Sum | null {
  if (whole === null) return before;
  return {
    whole: (before?.whole ?? 0) + Number(whole),
    millionths: (before?.millionths ?? 0) + Number(millionths),
  };
}

function amountOf(sum: Sum | null): number | null {
  if (sum === null) return null;
  const carried = Math.floor(sum.millionths / MILLIONTHS);
  return fromMillionths(sum.whole + carried, sum.millionths - carried * MILLIONTHS);
}
