/** The last step of every answer: from sums to measures, in order, cut to the limit. Pure. */
import { fromMillionths, MILLIONTHS } from '../../../shared/domain/quantity.ts';
import type { Cell, Column } from '../../../shared/query/answer.ts';
import { type Dimension, dimensions } from '../../../shared/query/dimensions.ts';
import {
  kindOfSum,
  type Measure,
  type MeasureDefinition,
  measures,
  type SumValues,
  sumColumn,
} from '../../../shared/query/measures.ts';
import { inRanges } from '../../../shared/query/report-query.ts';
import type { Plan } from '../../planner/plan.ts';
import { inOrder, rankLevel, type SortLevel } from './order-groups.ts';
import type { KeyColumn, ReportGroups, SumColumn } from './report-groups.ts';

export interface MergedReport {
  columns: Column[];
  rows: Cell[][];
  /** Groups before the limit. */
  groups: number;
}

/** What a column shows of a group. */
type Read<T extends Cell> = (group: number) => T;

/** Makes the answer of its groups; `units` names the unit keys of the store. */
export function finishReport(plan: Plan, groups: ReportGroups, units: ReadonlyMap<number, string>): MergedReport {
  const { query } = plan;
  const present = inRangesAsked(presentGroups(groups), plan, groups);
  const shown = inOrder(present, sortLevels(plan, groups), query.limit);
  const read = [
    ...query.dimensions.map((name) => labelReader(keyColumn(plan, groups, name))),
    ...query.measures.map((name) => measureReader(plan, groups, name)),
    ...(query.withSums ? plan.sums : []).map((_, at) => (group: number) => amountOf(groups.sums[at], group)),
  ];
  return {
    columns: describeColumns(plan, unitOf(groups.unitKeys, units)),
    rows: shown.map((group) => read.map((cellOf) => cellOf(group))),
    groups: present.length,
  };
}

/** Groups that hold a record; a total of nothing is still a row. */
function presentGroups({ size, keys, records }: ReportGroups): number[] {
  if (keys.length === 0) return [0];
  const present: number[] = [];
  for (let group = 0; group < size; group++) if ((records[group] ?? 0) > 0) present.push(group);
  return present;
}

/** Those that the query's ranges of measures keep. */
function inRangesAsked(present: number[], plan: Plan, groups: ReportGroups): number[] {
  const { groupRanges = [] } = plan.query;
  if (groupRanges.length === 0) return present;
  const readers = new Map(groupRanges.map(({ measure }) => [measure, measureReader(plan, groups, measure)]));
  return present.filter((group) => inRanges(groupRanges, (measure) => readers.get(measure)?.(group) ?? null));
}

function keyColumn(plan: Plan, groups: ReportGroups, name: Dimension): KeyColumn {
  const names: Dimension[] = [...plan.periods, ...plan.attributes, ...(plan.reason ? [plan.reason] : [])];
  const column = groups.keys[names.indexOf(name)];
  if (!column) throw new Error(`The groups are not split by '${name}'.`);
  return column;
}

function labelReader({ ordinals, labels }: KeyColumn): Read<string | null> {
  return (group) => labels[ordinals[group] ?? -1] ?? null;
}

function measureReader(plan: Plan, groups: ReportGroups, name: Measure): Read<number | null> {
  if (name === 'records') return (group) => groups.records[group] ?? 0;
  if (name === 'lots') return (group) => groups.lots?.[group] ?? 0;
  if (name === 'medianYield') return (group) => medianOf(groups, group);
  const { sums, value }: MeasureDefinition = measures[name];
  const columns = sums.map((sum) => ({ sum, column: groups.sums[plan.sums.indexOf(sum)] }));
  const values: SumValues = Object.fromEntries(sums.map((sum) => [sum, null])); // one shape from the first group on
  return (group) => {
    for (const { sum, column } of columns) values[sum] = amountOf(column, group);
    return value(values);
  };
}

function medianOf({ medians }: ReportGroups, group: number): number | null {
  const median = medians?.[group] ?? Number.NaN;
  return Number.isNaN(median) ? null : median;
}

/** Depends on the sum alone, not on the parts it was added up from: what they carry goes to the whole units first. */
function amountOf(column: SumColumn | undefined, group: number): number | null {
  if (!column?.found[group]) return null;
  const millionths = column.millionths[group] ?? 0;
  const carried = Math.floor(millionths / MILLIONTHS);
  return fromMillionths((column.whole[group] ?? 0) + carried, millionths - carried * MILLIONTHS);
}

/** The order asked for, then the dimensions ascending, so that an answer is the same however it was made. */
function sortLevels(plan: Plan, groups: ReportGroups): SortLevel[] {
  const { orderBy, dimensions: keys } = plan.query;
  const fields = [...orderBy, ...keys.map((field) => ({ field, direction: 'asc' as const }))];
  return fields.map(({ field, direction }) => {
    const down = direction === 'desc';
    const key = keys.find((name) => name === field);
    if (key) return rankLevel(keyColumn(plan, groups, key), down);
    return { values: measuredValues(groups.size, measureReader(plan, groups, field as Measure)), down };
  });
}

function measuredValues(size: number, read: Read<number | null>): Float64Array {
  const values = new Float64Array(size);
  for (let group = 0; group < size; group++) values[group] = read(group) ?? Number.NaN;
  return values;
}

/** The one unit of what was added together, 'mixed' for several; 0 stands for records without a unit. */
function unitOf(found: ReadonlySet<number>, units: ReadonlyMap<number, string>): string | null {
  if (found.size > 1) return 'mixed';
  const [only] = found;
  return only === undefined ? null : (units.get(only) ?? null);
}

function describeColumns({ query, sums }: Plan, quantityUnit: string | null): Column[] {
  const keys = query.dimensions.map((name): Column => {
    return { name, type: dimensions[name].kind === 'period' ? 'period' : 'text', unit: null };
  });
  const values = query.measures.map((name): Column => {
    const { kind, unit }: MeasureDefinition = measures[name];
    const shown = kind === 'quantity' ? quantityUnit : kind === 'rate' ? `${quantityUnit ?? ''}${unit ?? ''}` : unit;
    return { name, type: kind, unit: shown };
  });
  const behind = (query.withSums ? sums : []).map((name): Column => {
    const kind = kindOfSum(name);
    if (kind === 'count') return { name: sumColumn(name), type: 'count', unit: null };
    if (kind === 'minutes') return { name: sumColumn(name), type: 'minutes', unit: 'min' };
    return { name: sumColumn(name), type: 'quantity', unit: kind === 'seconds' ? 's' : quantityUnit };
  });
  return [...keys, ...values, ...behind];
}
