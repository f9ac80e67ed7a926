/**
 * A plan answered from a rollup in memory.
 * 1. Each table gives the rows of its stretches that pass the filters.
 * 2. The rows of all tables together are numbered by group: dictionary keys are the same in every file.
 * 3. Column by column is added into the groups.
 */
import type { PeriodGrain } from '../../shared/domain/day.ts';
import type { SumName } from '../../shared/query/measures.ts';
import type { KeyColumn, ReportGroups, SumColumn } from '../engine/answers/report-groups.ts';
import type { Plan } from '../planner/plan.ts';
import { addUp, countUp } from './add-up.ts';
import type { ColumnTable, LoadedRollup, Texts } from './column-table.ts';
import { type GroupingKey, numberGroups } from './number-groups.ts';
import { periodCalendar } from './period-calendar.ts';
import { columnOf, keptKeys, selectRows } from './select-rows.ts';

/** Rows of one table that belong to the answer. */
interface Part {
  table: ColumnTable;
  rows: Int32Array;
}

/** A key of the answer, with the label of each ordinal. */
type LabelledKey = GroupingKey & Pick<KeyColumn, 'labels' | 'ascending'>;

/** The groups of a plan from the rollups of its files, and how many of their rows were added up. */
export function scanRollups(
  rollups: readonly LoadedRollup[],
  plan: Plan,
  texts: Texts,
): { groups: ReportGroups; rows: number } {
  const filters = plan.query.filters.map((filter) => keptKeys(filter, texts));
  const parts = rollups.flatMap(({ days, months }) =>
    plan.stretches.map((stretch): Part => {
      const table = stretch.grain === 'month' && months ? months : days;
      return { table, rows: selectRows(table, stretch, filters) };
    }),
  );
  const rows = parts.reduce((sum, part) => sum + part.rows.length, 0);
  const keys = groupingKeys(parts, rows, plan, texts);
  const { ofRows, firstRows } = numberGroups(keys, rows);
  const size = firstRows.length;
  const groups = {
    size,
    keys: keys.map(({ ordinals, labels, ascending }) => ({
      ordinals: firstRows.map((row) => ordinals[row] ?? 0),
      labels,
      ascending,
    })),
    records: countUp(
      columnsOf(parts, ({ records }) => records),
      ofRows,
      size,
    ),
    sums: addSums(parts, plan.sums, ofRows, size),
    lots: null,
    medians: null,
    unitKeys: plan.readUnits ? unitsOf(parts) : new Set<number>(),
  };
  return { groups, rows };
}

function columnsOf(parts: readonly Part[], column: (table: ColumnTable) => Float64Array) {
  return parts.map(({ table, rows }) => ({ column: column(table), rows }));
}

/** Every sum of the plan; sums that are one column in every table are added up once. */
function addSums(parts: readonly Part[], names: readonly SumName[], ofRows: Int32Array, size: number): SumColumn[] {
  const added: { name: SumName; sum: SumColumn }[] = [];
  for (const name of names) {
    const equal = added.find((other) => parts.every(({ table }) => table.sums[other.name] === table.sums[name]));
    const sum =
      equal?.sum ??
      addUp(
        columnsOf(parts, (table) => sumColumnOf(table, name)),
        ofRows,
        size,
      );
    added.push({ name, sum });
  }
  return added.map(({ sum }) => sum);
}

function sumColumnOf(table: ColumnTable, name: SumName): Float64Array {
  const column = table.sums[name];
  if (!column) throw new Error(`The rollup does not keep '${name}'.`);
  return column;
}

function groupingKeys(parts: readonly Part[], rows: number, plan: Plan, texts: Texts): LabelledKey[] {
  const fields = [...plan.attributes, ...(plan.reason ? [plan.reason] : [])];
  return [
    ...plan.periods.map((grain) => periodKey(parts, rows, plan, grain)),
    ...fields.map((field): LabelledKey => {
      const ordinals = gather(parts, rows, (table) => columnOf(table, field));
      return { ordinals, size: texts[field].length, labels: texts[field], ascending: false };
    }),
  ];
}

function periodKey(parts: readonly Part[], rows: number, { stretches }: Plan, grain: PeriodGrain): LabelledKey {
  const [first, last] = [stretches[0]?.from ?? 0, stretches.at(-1)?.to ?? 0];
  const calendar = periodCalendar(grain, first, last);
  const days = gather(parts, rows, (table) => table.days);
  for (let row = 0; row < rows; row++) days[row] = calendar.ordinals[(days[row] ?? 0) - calendar.first] ?? 0;
  return { ordinals: days, size: calendar.labels.length, labels: calendar.labels, ascending: true };
}

/** The rows of a column, of all tables one after the other. */
function gather(parts: readonly Part[], length: number, columnIn: (table: ColumnTable) => Int32Array): Int32Array {
  const gathered = new Int32Array(length);
  let at = 0;
  for (const { table, rows } of parts) {
    const column = columnIn(table);
    for (let index = 0; index < rows.length; index++) gathered[at++] = column[rows[index] ?? 0] ?? 0;
  }
  return gathered;
}

/** The smallest and the largest unit key: enough to tell whether there are several. */
function unitsOf(parts: readonly Part[]): Set<number> {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, -1];
  for (const { table, rows } of parts) {
    const units = columnOf(table, 'unit');
    for (let index = 0; index < rows.length; index++) {
      const unit = units[rows[index] ?? 0] ?? 0;
      if (unit < smallest) smallest = unit;
      if (unit > largest) largest = unit;
    }
  }
  return new Set(largest < 0 ? [] : [smallest, largest]);
}
