import type { Attribute, FilterField, Reason } from '../../../shared/query/dimensions.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import type { Parameters } from '../../engine/sqlite/connection.ts';
import type { DayRange } from '../../planner/plan.ts';
import { rollups } from '../../rollup/definitions.ts';

/** Where an attribute stands in a record, and where its text is kept. */
interface AttributeColumn {
  column: string;
  /** Dictionary of the text; null when the record holds the text itself. */
  dictionary: { table: string; text: string } | null;
}

export const attributeColumns: Record<Attribute, AttributeColumn> = {
  site: { column: 'site_id', dictionary: { table: 'sites', text: 'name' } },
  line: { column: 'line_id', dictionary: { table: 'lines', text: 'name' } },
  shift: { column: 'shift_id', dictionary: { table: 'shifts', text: 'name' } },
  item: { column: 'item_id', dictionary: { table: 'items', text: 'code' } },
  operator: { column: 'operator_id', dictionary: { table: 'operators', text: 'name' } },
  unit: { column: 'unit_id', dictionary: { table: 'units', text: 'name' } },
  lot: { column: 'lot_number', dictionary: null },
};

const keptByItems: ReadonlySet<FilterField> = new Set(rollups.items.keys);

/** The list beneath a record that a reason belongs to, and the quantity it splits. */
export const reasonTables: Record<Reason, { list: string; dictionary: string; quantity: string }> = {
  defectReason: { list: 'record_defects', dictionary: 'defect_reasons', quantity: 'defect_quantity' },
  downtimeReason: { list: 'record_downtimes', dictionary: 'downtime_reasons', quantity: 'down_minutes' },
};

export interface Condition {
  sql: string;
  parameters: Parameters;
}

/** What the reasons given do not explain of a record's quantity: above 0 where something is left. */
export function unexplained(reason: Reason, record: string): string {
  const { list, quantity } = reasonTables[reason];
  return `(${record}.${quantity} - COALESCE((SELECT SUM(amount) FROM ${list} WHERE record_id = ${record}.id), 0))`;
}

/**
 * The records `record` stands for that lie in a range and pass every filter. Values travel as one JSON parameter a
 * filter, so that a filter of three values and one of thirty are the same statement.
 */
export function recordCondition(range: DayRange, filters: readonly Filter[], record: string): Condition {
  const { sql, parameters } = condition(range, filters, record, 'IS NULL');
  return { sql: `${sql} AND ${keepGoing(record)}`, parameters };
}

/**
 * The same where records are read by day: a filter on items reads only the days on which a rollup has them, as a rare
 * item was made on few days, and no index leads to it.
 */
export function recordConditionByDay(range: DayRange, filters: readonly Filter[], record: string): Condition {
  const { sql, parameters } = recordCondition(range, filters, record);
  const kept = filters.filter(({ field }) => keptByItems.has(field));
  if (!kept.some(({ field, not }) => field === 'item' && !not)) return { sql, parameters };
  const days = `SELECT d.production_date FROM ${rollups.items.table} AS d WHERE ${rollupCondition(range, kept, 'd').sql}`;
  return { sql: `${record}.production_date IN (${days}) AND ${sql}`, parameters };
}

/** Lets a long statement be stopped: asked once in 512 records, it costs a few hundredths of the time. */
export function keepGoing(record: string): string {
  return `(${record}.id & 511 <> 0 OR keep_going())`;
}

/** The same for groups of a rollup, whose keys are 0 for what is not recorded; reasons are a key of theirs. */
export function rollupCondition(range: DayRange, filters: readonly Filter[], group: string): Condition {
  return condition(range, filters, group, '= 0');
}

type Missing = 'IS NULL' | '= 0';

function condition(range: DayRange, filters: readonly Filter[], record: string, missing: Missing): Condition {
  const terms: string[] = [];
  const parameters: Parameters = {};
  if (range.from !== null) {
    terms.push(`${record}.production_date >= @from`);
    parameters.from = range.from;
  }
  if (range.to !== null) {
    terms.push(`${record}.production_date <= @to`);
    parameters.to = range.to;
  }
  for (const filter of filters) {
    const name = `filter_${filter.field}`;
    parameters[name] = JSON.stringify(filter.in.filter((value) => value !== null));
    const values = `(SELECT value FROM json_each(@${name}))`;
    const term = filterTerm(filter.field, values, filter.in.includes(null), record, missing);
    // What is not recorded compares as unknown, which is not one of the values either.
    terms.push(filter.not ? `(${term}) IS NOT TRUE` : term);
  }
  return { sql: terms.length > 0 ? terms.join(' AND ') : 'TRUE', parameters };
}

function filterTerm(
  field: FilterField,
  values: string,
  keepsMissing: boolean,
  record: string,
  missing: Missing,
): string {
  if (field === 'defectReason' || field === 'downtimeReason') {
    const { list, dictionary } = reasonTables[field];
    if (missing === '= 0')
      return keyTerm(
        `${record}.reason_id`,
        `(SELECT id FROM ${dictionary} WHERE name IN ${values})`,
        keepsMissing,
        missing,
      );
    const named = `EXISTS (SELECT 1 FROM ${list} l JOIN ${dictionary} d ON d.id = l.reason_id WHERE l.record_id = ${record}.id AND d.name IN ${values})`;
    return keepsMissing ? `(${named} OR ${unexplained(field, record)} > 0)` : named;
  }
  const { column, dictionary } = attributeColumns[field];
  const keys = dictionary ? `(SELECT id FROM ${dictionary.table} WHERE ${dictionary.text} IN ${values})` : values;
  return keyTerm(`${record}.${column}`, keys, keepsMissing, missing);
}

function keyTerm(column: string, keys: string, keepsMissing: boolean, missing: Missing): string {
  const named = `${column} IN ${keys}`;
  return keepsMissing ? `(${named} OR ${column} ${missing})` : named;
}
