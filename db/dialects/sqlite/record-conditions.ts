import { MILLIONTHS } from '../../../shared/domain/quantity.ts';
import {
  type ConditionField,
  isNumberOfRecord,
  type NumberOfRecord,
  type RecordCondition,
  type TextOfRecord,
} from '../../../shared/query/record-conditions.ts';
import type { Parameters } from '../../engine/sqlite/connection.ts';
import { attributeColumns, type Condition } from './filters.ts';
import { beginningPattern, exactPattern } from './search.ts';

const numberColumns: Record<NumberOfRecord, string> = {
  plannedQuantity: 'planned_quantity',
  goodQuantity: 'good_quantity',
  defectQuantity: 'defect_quantity',
  reworkQuantity: 'rework_quantity',
  plannedMinutes: 'planned_minutes',
  runMinutes: 'run_minutes',
  downMinutes: 'down_minutes',
  idealCycleSeconds: 'ideal_cycle_seconds',
};

/** Where a text stands: in the record, or in a dictionary that it names a row of. */
const textColumns: Record<TextOfRecord, { column: string; text?: [string, string] }> = {
  site: inDictionary('site'),
  line: inDictionary('line'),
  shift: inDictionary('shift'),
  operator: inDictionary('operator'),
  itemCode: inDictionary('item'),
  itemName: { column: attributeColumns.item.column, text: ['items', 'name'] },
  unit: inDictionary('unit'),
  lotNumber: { column: 'lot_number' },
  orderNumber: { column: 'order_number' },
  note: { column: 'note' },
};

function inDictionary(name: keyof typeof attributeColumns): { column: string; text?: [string, string] } {
  const { column, dictionary } = attributeColumns[name];
  return dictionary ? { column, text: [dictionary.table, dictionary.text] } : { column };
}

/** What must hold of a record beside `condition`. Two sets of conditions of the same kinds are the same statement. */
export function withRecordConditions(
  condition: Condition,
  where: readonly RecordCondition[] | undefined,
  record: string,
): Condition {
  return (where ?? []).reduce(({ sql, parameters }, each, at) => {
    const added = termOf(each, `where_${at}`, record);
    return { sql: `${sql} AND ${added.sql}`, parameters: { ...parameters, ...added.parameters } };
  }, condition);
}

function termOf(condition: RecordCondition, name: string, record: string): Condition {
  switch (condition.is) {
    case 'between':
      return rangeTerm(`${record}.${numberColumns[condition.field]}`, name, condition);
    case 'contains':
      return {
        sql: textTerm(condition.field, record, like(name)),
        parameters: { [name]: exactPattern(condition.text) },
      };
    case 'begins':
      return {
        sql: textTerm(condition.field, record, like(name)),
        parameters: { [name]: beginningPattern(condition.text) },
      };
    case 'recorded':
      return { sql: recordedTerm(condition.field, record), parameters: {} };
    case 'missing':
      // What is not recorded compares as unknown in a dictionary that has no row of it.
      return { sql: `(${recordedTerm(condition.field, record)}) IS NOT TRUE`, parameters: {} };
  }
}

/** Ends are rounded to a millionth, as what is recorded is. */
function rangeTerm(column: string, name: string, { from, to }: { from?: number; to?: number }): Condition {
  const parameters: Parameters = {};
  const ends: string[] = [];
  for (const [end, sign, value] of [
    ['from', '>=', from],
    ['to', '<=', to],
  ] as const) {
    if (value === undefined) continue;
    ends.push(`${column} ${sign} @${name}_${end}`);
    parameters[`${name}_${end}`] = Math.round(value * MILLIONTHS);
  }
  return { sql: `(${ends.join(' AND ')})`, parameters };
}

function like(name: string): string {
  return `LIKE @${name} ESCAPE '\\'`;
}

function textTerm(field: TextOfRecord, record: string, holds: string): string {
  const { column, text } = textColumns[field];
  if (!text) return `${record}.${column} ${holds}`;
  const [table, name] = text;
  return `${record}.${column} IN (SELECT id FROM ${table} WHERE ${name} ${holds})`;
}

function recordedTerm(field: ConditionField, record: string): string {
  return isNumberOfRecord(field)
    ? `${record}.${numberColumns[field]} IS NOT NULL`
    : textTerm(field, record, 'IS NOT NULL');
}
