/**
 * The brute-force oracle: answers a report query by looping over the records, so plainly that it can be seen to be
 * right. Whatever the engine does to be fast, it must answer the same, to the last bit.
 *
 * 1. A group holds exact sums (BigInt millionths), a count of records and the set of lot numbers.
 * 2. By a reason, a record stands once in the group of each of its reasons with that reason's amount, and in the group
 *    of null with the rest that no reason explains, if there is one.
 * 3. A filter on a reason keeps the records that have one of the reasons, with all their quantities; where the query
 *    groups by that reason, it keeps only the groups named. A filter that is turned round keeps what it would have left out.
 * 4. A condition looks at what the record itself holds; what is not recorded meets none but that it is missing.
 * 5. Rows are ordered by orderBy, then by the dimensions from left to right; null comes last, up or down.
 */
import { dayFromIso, periodOfDay } from '../../shared/domain/day.ts';
import { MILLIONTHS, multiplyMillionths } from '../../shared/domain/quantity.ts';
import type { Cell } from '../../shared/query/answer.ts';
import {
  type Attribute,
  type Dimension,
  type FilterField,
  isPeriod,
  type Reason,
} from '../../shared/query/dimensions.ts';
import {
  type AddableField,
  measures,
  type SumName,
  type SumValues,
  sumColumn,
  sums,
  sumsBehind,
} from '../../shared/query/measures.ts';
import type { RecordCondition } from '../../shared/query/record-conditions.ts';
import { compareText, type Filter, passes, type ReportQuery } from '../../shared/query/report-query.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';

export interface OracleAnswer {
  /** The dimensions, then the measures, as the query names them. */
  columns: string[];
  rows: Cell[][];
  /** How many groups there were before the limit cut them. */
  groups: number;
}

interface Group {
  key: (string | null)[];
  records: number;
  lots: Set<string>;
  yields: number[];
  /** In millionths; a sum that is not there has no record. */
  sums: Map<SumName, bigint>;
}

/** Answers a (parsed) query over records by brute force; numbers are in units, nearest double of the exact sum. */
export function answerByBruteForce(records: readonly RecordDraft[], query: ReportQuery): OracleAnswer {
  const reasonDimension = query.dimensions.find((name) => name === 'defectReason' || name === 'downtimeReason');
  const summed = sumsBehind(query.measures);
  const groups = new Map<string, Group>();
  if (query.dimensions.length === 0) groupOf(groups, []);

  const isInRange = rangeOf(query);
  for (const record of records) {
    if (!isInRange(record)) continue;
    const ofRecords = query.filters.filter((filter) => filter.field !== reasonDimension);
    if (!ofRecords.every((filter) => keepsRecord(filter, record))) continue;
    if (!(query.where ?? []).every((condition) => meets(condition, record))) continue;
    if (!reasonDimension) {
      const group = groupOf(groups, keyOf(record, query.dimensions, null));
      countRecord(group, record);
      for (const name of summed) addTo(group, name, sumsOfRecord(record)[name]);
      continue;
    }
    for (const [reason, amount] of amountsByReason(record, reasonDimension)) {
      const groupFilters = query.filters.filter((filter) => filter.field === reasonDimension);
      if (!groupFilters.every((filter) => passes(filter, reason))) continue;
      const group = groupOf(groups, keyOf(record, query.dimensions, reason));
      countRecord(group, record);
      addTo(group, reasonDimension === 'defectReason' ? 'defects' : 'downMinutes', amount);
    }
  }

  const shownSums = query.withSums ? summed : [];
  const columns = [...query.dimensions, ...query.measures, ...shownSums.map(sumColumn)];
  const rows = [...groups.values()]
    .map((group) => [...rowOf(group, query), ...shownSums.map((name) => sumIn(group, name))])
    .filter((row) => isInRanges(row, columns, query))
    .sort(rowOrder(columns, query));
  return { columns, rows: rows.slice(0, query.limit ?? rows.length), groups: rows.length };
}

function rangeOf(query: ReportQuery): (record: RecordDraft) => boolean {
  const from = query.from === undefined ? null : dayFromIso(query.from);
  const to = query.to === undefined ? null : dayFromIso(query.to);
  return ({ day }) => (from === null || day >= from) && (to === null || day <= to);
}

function keepsRecord(filter: Filter, record: RecordDraft): boolean {
  if (filter.field === 'defectReason' || filter.field === 'downtimeReason') {
    const isNamed = [...amountsByReason(record, filter.field).keys()].some((reason) => filter.in.includes(reason));
    return filter.not ? !isNamed : isNamed;
  }
  return passes(filter, attributeOf(record, filter.field));
}

/** Whether a record meets a condition; letters A to Z are the same in either case. */
export function meets(condition: RecordCondition, record: RecordDraft): boolean {
  const value = record[condition.field];
  if (condition.is === 'between') {
    const { from, to } = condition;
    if (value === null) return false;
    const [least, most] = [from, to].map((end) => (end === undefined ? null : Math.round(end * MILLIONTHS)));
    return (least == null || Number(value) >= least) && (most == null || Number(value) <= most);
  }
  if (condition.is === 'contains' || condition.is === 'begins') {
    if (value === null) return false;
    const [text, sought] = [inSmallLetters(String(value)), inSmallLetters(condition.text)];
    return condition.is === 'begins' ? text.startsWith(sought) : text.includes(sought);
  }
  return (value !== null) === (condition.is === 'recorded');
}

function inSmallLetters(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** What a record holds for the value of a filter's field or an attribute. */
function attributeOf(record: RecordDraft, attribute: Attribute): string | null {
  switch (attribute) {
    case 'site':
      return record.site;
    case 'line':
      return record.line;
    case 'shift':
      return record.shift;
    case 'item':
      return record.itemCode;
    case 'operator':
      return record.operator;
    case 'lot':
      return record.lotNumber;
    case 'unit':
      return record.unit;
  }
}

/** Amount in millionths for each reason of a record; null is the rest that no reason explains, there if above 0. */
function amountsByReason(record: RecordDraft, reasonField: Reason): Map<string | null, bigint> {
  const list = reasonField === 'defectReason' ? record.defects : record.downtimes;
  const recorded = reasonField === 'defectReason' ? record.defectQuantity : record.downMinutes;
  const amounts = new Map<string | null, bigint>();
  let explained = 0n;
  for (const { reason, amount } of list) {
    amounts.set(reason, (amounts.get(reason) ?? 0n) + BigInt(amount));
    explained += BigInt(amount);
  }
  if (recorded !== null && BigInt(recorded) > explained) amounts.set(null, BigInt(recorded) - explained);
  return amounts;
}

function keyOf(record: RecordDraft, dimensions: readonly Dimension[], reason: string | null): (string | null)[] {
  return dimensions.map((dimension) => {
    if (dimension === 'defectReason' || dimension === 'downtimeReason') return reason;
    return isPeriod(dimension) ? periodOfDay(record.day, dimension) : attributeOf(record, dimension);
  });
}

function groupOf(groups: Map<string, Group>, key: (string | null)[]): Group {
  const name = JSON.stringify(key);
  const group = groups.get(name) ?? { key, records: 0, lots: new Set(), yields: [], sums: new Map() };
  groups.set(name, group);
  return group;
}

function countRecord(group: Group, record: RecordDraft): void {
  group.records += 1;
  if (record.lotNumber !== null) group.lots.add(record.lotNumber);
  const { goodQuantity, defectQuantity } = record;
  if (goodQuantity === null || defectQuantity === null || goodQuantity + defectQuantity === 0) return;
  group.yields.push(goodQuantity / (goodQuantity + defectQuantity));
}

/** Adds an amount; what is not there adds nothing, not even 0. */
function addTo(group: Group, sum: SumName, millionths: bigint | undefined): void {
  if (millionths !== undefined) group.sums.set(sum, (group.sums.get(sum) ?? 0n) + millionths);
}

/** What a record adds does not depend on the query, and thousands of queries ask for it. */
const sumsOfRecords = new WeakMap<RecordDraft, Partial<Record<SumName, bigint>>>();

/** What a record adds to each sum; nothing to those of whose fields it lacks one. */
function sumsOfRecord(record: RecordDraft): Partial<Record<SumName, bigint>> {
  const known = sumsOfRecords.get(record);
  if (known) return known;
  const amounts: Partial<Record<SumName, bigint>> = {};
  for (const [name, definition] of Object.entries(sums)) {
    const added = definition.add.map((field) => addable(record, field));
    const required = 'where' in definition ? definition.where.map((field) => addable(record, field)) : [];
    if ([...added, ...required].includes(null)) continue;
    // Nothing that is added counts the record itself.
    amounts[name as SumName] =
      added.length === 0 ? BigInt(MILLIONTHS) : added.reduce((sum, value) => sum + BigInt(value ?? 0), 0n);
  }
  sumsOfRecords.set(record, amounts);
  return amounts;
}

/** A field in millionths. The ideal time is known where the ideal cycle and the total (good + defects) are. */
function addable(record: RecordDraft, field: AddableField): number | null {
  if (field !== 'idealSeconds') return record[field];
  const { idealCycleSeconds, goodQuantity, defectQuantity } = record;
  if (idealCycleSeconds === null || goodQuantity === null || defectQuantity === null) return null;
  return multiplyMillionths(idealCycleSeconds, BigInt(goodQuantity) + BigInt(defectQuantity))?.millionths ?? null;
}

function rowOf(group: Group, query: ReportQuery): Cell[] {
  const values: SumValues = {};
  for (const [name, millionths] of group.sums) values[name] = nearestNumber(millionths);
  const cells = query.measures.map((name) => {
    if (name === 'records') return group.records;
    if (name === 'lots') return group.lots.size;
    if (name === 'medianYield') return median(group.yields);
    return measures[name].value(values);
  });
  return [...group.key, ...cells];
}

function sumIn({ sums: found }: Group, name: SumName): number | null {
  const millionths = found.get(name);
  return millionths === undefined ? null : nearestNumber(millionths);
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

/** The double nearest to so many millionths: JavaScript reads a decimal that way. */
function nearestNumber(millionths: bigint): number {
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
  const decimals = String(MILLIONTHS).length - 1;
  const number = Number(`${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
  return millionths < 0n ? -number : number;
}

function isInRanges(row: Cell[], columns: string[], { groupRanges = [] }: ReportQuery): boolean {
  return groupRanges.every(({ measure, from, to }) => {
    const value = row[columns.indexOf(measure)];
    if (typeof value !== 'number') return false;
    return (from === undefined || value >= from) && (to === undefined || value <= to);
  });
}

function rowOrder(columns: string[], query: ReportQuery): (a: Cell[], b: Cell[]) => number {
  const orders = [...query.orderBy, ...query.dimensions.map((field) => ({ field, direction: 'asc' as const }))];
  return (a, b) => {
    for (const { field, direction } of orders) {
      const column = columns.indexOf(field);
      const order = compareCells(a[column] ?? null, b[column] ?? null, direction);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareCells(a: Cell, b: Cell, direction: 'asc' | 'desc'): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
  return direction === 'asc' ? order : -order;
}

/** The values that records hold for a field a filter can name, each once, null for 'not recorded'. */
export function valuesByBruteForce(records: readonly RecordDraft[], field: FilterField): (string | null)[] {
  const values = records.flatMap((record) =>
    field === 'defectReason' || field === 'downtimeReason'
      ? [...amountsByReason(record, field).keys()]
      : [attributeOf(record, field)],
  );
  return [...new Set(values)].sort(compareText);
}
