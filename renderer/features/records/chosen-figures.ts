/** What chosen cells come to: sums are exact, ratios are those of the sums. */
import { addUpRecords } from '../../../shared/query/add-up-records.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import type { GridColumn } from './columns.ts';
import { measureOfColumn } from './measure-of-column.ts';

type Summed = Parameters<typeof addUpRecords>[1][number];

/** Of one column of amounts; null where no chosen record has one. */
export interface ColumnFigures {
  /** The sum; null where amounts of this kind do not add up. */
  sum: number | null;
  mean: number;
  least: number;
  most: number;
  /** How many of the records have an amount. */
  recorded: number;
}

export interface ChosenFigures {
  /** Of the one chosen column of amounts; null where there are several, or none. */
  column: ColumnFigures | null;
  /** Sums of the chosen columns in their order, then the ratios that they make. */
  measures: { measure: Measure; value: number }[];
  /** How many different values the one chosen column of texts has; null where it is none. */
  different: number | null;
  /** Whether amounts of several units are added together. */
  isMixed: boolean;
}

/** Ratios, each with the columns that have to be chosen for it to be told. */
const ratios: readonly { measure: Summed; of: readonly GridColumn['id'][] }[] = [
  { measure: 'yield', of: ['goodQuantity', 'defectQuantity'] },
  { measure: 'planAttainment', of: ['goodQuantity', 'plannedQuantity'] },
];
const quantities: readonly GridColumn['id'][] = ['plannedQuantity', 'goodQuantity', 'defectQuantity', 'reworkQuantity'];

export function figuresOf(records: readonly ProductionRecord[], columns: readonly GridColumn[]): ChosenFigures {
  const ids = columns.map(({ id }) => id);
  const summed = ids.flatMap((id) => measureOfColumn[id] ?? []);
  const told = ratios.filter(({ of }) => of.every((id) => ids.includes(id))).map(({ measure }) => measure);
  const values = addUpRecords(records, [...summed, ...told]);
  const measures = [...values].flatMap(([measure, value]) => (value === null ? [] : [{ measure, value }]));
  const [only] = columns.length === 1 ? columns : [];
  const units = new Set(records.map(({ unit }) => unit));
  return {
    column: only?.kind === 'number' && only.id !== 'sourceLine' ? columnFigures(records, only) : null,
    measures,
    different: only && only.kind !== 'number' ? new Set(records.map((record) => record[only.id])).size : null,
    isMixed: units.size > 1 && ids.some((id) => quantities.includes(id)),
  };
}

function columnFigures(records: readonly ProductionRecord[], { id }: GridColumn): ColumnFigures | null {
  const amounts = records.map((record) => record[id]).filter((value) => typeof value === 'number');
  if (amounts.length === 0) return null;
  const measure = measureOfColumn[id];
  const sum = measure ? (addUpRecords(records, [measure]).get(measure) ?? null) : null;
  return {
    sum,
    mean: (sum ?? amounts.reduce((total, amount) => total + amount, 0)) / amounts.length,
    least: amounts.reduce((least, amount) => Math.min(least, amount)),
    most: amounts.reduce((most, amount) => Math.max(most, amount)),
    recorded: amounts.length,
  };
}
