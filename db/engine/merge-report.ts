/** The outside of the UNION ALL: adds the files' sums group by group, makes the measures, orders and cuts. Pure. */
import { fromMillionths } from '../../shared/domain/quantity.ts';
import type { Cell, Column } from '../../shared/query/answer.ts';
import { type Dimension, dimensions } from '../../shared/query/dimensions.ts';
import {
  type Measure,
  type MeasureDefinition,
  measures,
  type SumName,
  type SumValues,
} from '../../shared/query/measures.ts';
import { compareText, type ReportQuery } from '../../shared/query/report-query.ts';
import type { Plan } from '../planner/plan.ts';
import type { Value } from './sqlite/connection.ts';

/** What one file answered: rows of reportStatement, and of lotsStatement where the plan counts lots. */
export interface ArmRows {
  sums: Value[][];
  lots: Value[][];
}

interface Group {
  keys: (string | null)[];
  records: number;
  /** Whole units and millionths of each sum of the plan, null where no record had it. */
  whole: (number | null)[];
  millionths: number[];
  lots: Set<string> | null;
}

export interface MergedReport {
  columns: Column[];
  rows: Cell[][];
  /** Groups before the limit. */
  groups: number;
}

/** Merges the files' rows into the answer; `units` names the unit keys of the store. */
export function mergeReport(plan: Plan, arms: readonly ArmRows[], units: ReadonlyMap<number, string>): MergedReport {
  const keyNames: Dimension[] = [...plan.periods, ...plan.attributes, ...(plan.reason ? [plan.reason] : [])];
  const groups = new Map<string, Group>();
  const unitKeys = new Set<number>();
  for (const arm of arms) {
    for (const row of arm.sums) addRow(groups, plan, keyNames.length, row, unitKeys);
    for (const row of arm.lots) addLot(groups, plan, keyNames.length, row);
  }
  if (keyNames.length === 0 && groups.size === 0) groupOf(groups, [], plan); // a total of nothing is still a row
  const { query } = plan;
  const columns = describeColumns(query, unitOf(unitKeys, units));
  const keyPositions = query.dimensions.map((name) => keyNames.indexOf(name));
  const present = [...groups.values()].filter((group) => group.records > 0 || keyNames.length === 0);
  const rows = present.map((group) => [
    ...keyPositions.map((position) => group.keys[position] ?? null),
    ...evaluate(query.measures, plan.sums, group),
  ]);
  rows.sort(rowOrder(query, columns));
  return { columns, rows: query.limit === undefined ? rows : rows.slice(0, query.limit), groups: rows.length };
}

function groupOf(groups: Map<string, Group>, keys: (string | null)[], plan: Plan): Group {
  const id = keys.length === 1 ? (keys[0] ?? '\u0000') : JSON.stringify(keys);
  let group = groups.get(id);
  if (!group) {
    group = {
      keys,
      records: 0,
      whole: plan.sums.map(() => null),
      millionths: plan.sums.map(() => 0),
      lots: plan.countLots ? new Set() : null,
    };
    groups.set(id, group);
  }
  return group;
}

function keysOf(row: Value[], count: number): (string | null)[] {
  return row.slice(0, count).map((value) => (value === null ? null : String(value)));
}

function addRow(groups: Map<string, Group>, plan: Plan, keyCount: number, row: Value[], unitKeys: Set<number>): void {
  const group = groupOf(groups, keysOf(row, keyCount), plan);
  let at = keyCount;
  group.records += Number(row[at++] ?? 0);
  if (plan.readUnits) {
    for (const unit of [row[at], row[at + 1]]) if (unit != null) unitKeys.add(Number(unit));
    at += 2;
  }
  for (let index = 0; index < plan.sums.length; index++, at += 2) {
    const whole = row[at];
    if (whole == null) continue;
    group.whole[index] = (group.whole[index] ?? 0) + Number(whole);
    group.millionths[index] = (group.millionths[index] ?? 0) + Number(row[at + 1]);
  }
}

function addLot(groups: Map<string, Group>, plan: Plan, keyCount: number, row: Value[]): void {
  groupOf(groups, keysOf(row, keyCount), plan).lots?.add(String(row[keyCount]));
}

function evaluate(names: readonly Measure[], sumNames: readonly SumName[], group: Group): Cell[] {
  const values: SumValues = {};
  sumNames.forEach((name, index) => {
    const whole = group.whole[index] ?? null;
    values[name] = whole === null ? null : fromMillionths(whole, group.millionths[index] ?? 0);
  });
  return names.map((name) => {
    if (name === 'records') return group.records;
    if (name === 'lots') return group.lots?.size ?? 0;
    return measures[name].value(values);
  });
}

/** The one unit of what was added together, 'mixed' for several; 0 stands for records without a unit. */
function unitOf(found: ReadonlySet<number>, units: ReadonlyMap<number, string>): string | null {
  if (found.size > 1) return 'mixed';
  const [only] = found;
  return only === undefined ? null : (units.get(only) ?? null);
}

function describeColumns(query: ReportQuery, quantityUnit: string | null): Column[] {
  const keys = query.dimensions.map((name): Column => {
    return { name, type: dimensions[name].kind === 'period' ? 'period' : 'text', unit: null };
  });
  const values = query.measures.map((name): Column => {
    const { kind, unit }: MeasureDefinition = measures[name];
    const shown = kind === 'quantity' ? quantityUnit : kind === 'rate' ? `${quantityUnit ?? ''}${unit ?? ''}` : unit;
    return { name, type: kind, unit: shown };
  });
  return [...keys, ...values];
}

/** The order asked for, then the dimensions ascending, so that an answer is the same however it was made. */
function rowOrder(query: ReportQuery, columns: readonly Column[]): (a: Cell[], b: Cell[]) => number {
  const orders = [...query.orderBy, ...query.dimensions.map((field) => ({ field, direction: 'asc' as const }))].map(
    ({ field, direction }) => ({
      at: columns.findIndex((column) => column.name === field),
      down: direction === 'desc',
    }),
  );
  return (a, b) => {
    for (const { at, down } of orders) {
      const order = compareCells(a[at] ?? null, b[at] ?? null, down);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Missing values stand last in both directions. */
function compareCells(a: Cell, b: Cell, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
  return down ? -order : order;
}
