/**
 * A plan as SQLite statements, one a file. Two levels: the inner groups by day and keys as they are kept, days in the
 * order of the index it reads; the outer turns days into periods and keys into text, over far fewer rows.
 */
import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { MILLIONTHS } from '../../../shared/domain/quantity.ts';
import type { SumName } from '../../../shared/query/measures.ts';
import { type Filter, passes } from '../../../shared/query/report-query.ts';
import type { Parameters } from '../../engine/sqlite/connection.ts';
import { BY_DAY } from '../../indexes/definitions.ts';
import type { Plan } from '../../planner/plan.ts';
import { rollups } from '../../rollup/definitions.ts';
import {
  attributeColumns,
  type Condition,
  reasonTables,
  recordCondition,
  recordConditionByDay,
  rollupCondition,
  unexplained,
} from './filters.ts';
import { withRecordConditions } from './record-conditions.ts';
import { sumColumn, sumOverRecords } from './sums.ts';

export interface SqlStatement {
  sql: string;
  parameters: Parameters;
}

/** Sums that a reason list splits: taken from the list, not from the record. */
const splitSums: Partial<Record<SumName, true>> = { defects: true, downMinutes: true };

const seconds = "g.production_date * 86400, 'unixepoch'";
const periodExpressions: Record<PeriodGrain, string> = {
  day: `date(${seconds})`,
  week: `strftime('%G-W%V', ${seconds})`,
  month: `strftime('%Y-%m', ${seconds})`,
  quarter: `strftime('%Y', ${seconds}) || '-Q' || ((strftime('%m', ${seconds}) + 2) / 3)`,
  year: `strftime('%Y', ${seconds})`,
};

/**
 * The sums of one file. Columns: the periods, attributes and reason of the plan, the number of records, smallest
 * and largest unit key (0 for none) when the plan reads units, then each sum as whole units and millionths.
 */
export function reportStatement(plan: Plan): SqlStatement {
  const source = recordSource(plan);
  const inner = exactColumns(plan);
  const sumColumns = plan.sums.map((name) => `${sumExpression(name, plan)} AS ${sumColumn(name)}`);
  const unitColumns = plan.readUnits
    ? ['MIN(COALESCE(r.unit_id, 0)) AS min_unit', 'MAX(COALESCE(r.unit_id, 0)) AS max_unit']
    : [];
  const innerSql = `SELECT ${[...inner.map((column) => `r.${column}`), `${plan.rollup ? 'SUM(r.records)' : 'COUNT(*)'} AS records`, ...unitColumns, ...sumColumns].join(', ')}
  FROM ${source.sql}${inner.length > 0 ? `\n  GROUP BY ${inner.map((column) => `r.${column}`).join(', ')}` : ''}`;

  const keys = outerKeys(plan);
  const units = plan.readUnits ? ['MIN(g.min_unit)', 'MAX(g.max_unit)'] : [];
  const split = plan.sums.flatMap((name) => [
    `SUM(g.${sumColumn(name)}) / ${MILLIONTHS}`,
    `SUM(g.${sumColumn(name)}) % ${MILLIONTHS}`,
  ]);
  return {
    sql: `SELECT ${[...keys.expressions, 'SUM(g.records)', ...units, ...split].join(', ')}
FROM (${innerSql}) AS g${keys.joins}${groupBy(keys.expressions.length)}`,
    parameters: source.parameters,
  };
}

/** The statements of a plan, for one file, in the order of their rows in ArmRows. */
export function statementsOf(plan: Plan): SqlStatement[] {
  return [
    reportStatement(plan),
    ...(plan.countLots ? [lotsStatement(plan)] : []),
    ...(plan.medianYield ? [yieldsStatement(plan)] : []),
  ];
}

/** The different lots of one file: the keys of the plan, then the lot number. */
export function lotsStatement(plan: Plan): SqlStatement {
  const source = recordSource(plan);
  const columns = [...new Set([...exactColumns(plan), 'lot_number'])];
  const keys = outerKeys(plan);
  return {
    sql: `SELECT DISTINCT ${[...keys.expressions, 'g.lot_number'].join(', ')}
FROM (SELECT DISTINCT ${columns.map((column) => `r.${column}`).join(', ')} FROM ${source.sql}) AS g${keys.joins}
WHERE g.lot_number IS NOT NULL`,
    parameters: source.parameters,
  };
}

/** Good and defects of each record of one file that has a yield: the keys of the plan, then both in millionths. */
export function yieldsStatement(plan: Plan): SqlStatement {
  const source = recordSource(plan);
  const columns = [...exactColumns(plan), 'good_quantity', 'defect_quantity'];
  const keys = outerKeys(plan);
  return {
    sql: `SELECT ${[...keys.expressions, 'g.good_quantity', 'g.defect_quantity'].join(', ')}
FROM (SELECT ${columns.map((column) => `r.${column}`).join(', ')} FROM ${source.sql}) AS g${keys.joins}
WHERE g.good_quantity + g.defect_quantity <> 0`,
    parameters: source.parameters,
  };
}

/** What a sum adds up in the inner level: records, amounts of a reason, or groups of a rollup. */
function sumExpression(name: SumName, plan: Plan): string {
  if (plan.reason !== null && splitSums[name]) return 'SUM(r.amount)';
  return plan.rollup ? `SUM(r.${sumColumn(name)})` : sumOverRecords(name);
}

/** FROM and WHERE of the records, or of a rollup's groups, `r`; split by reason when the plan asks for it. */
function recordSource(plan: Plan): SqlStatement {
  const { reason, rollup } = plan;
  if (rollup !== null) {
    const condition = rollupCondition(plan.range, plan.query.filters, 'r');
    return { sql: `${rollups[rollup].table} AS r\n  WHERE ${condition.sql}`, parameters: condition.parameters };
  }
  if (reason === null) {
    const condition = conditionOf(plan, plan.query.filters);
    return { sql: `records AS r INDEXED BY ${plan.index}\n  WHERE ${condition.sql}`, parameters: condition.parameters };
  }
  const own = plan.query.filters.find((filter) => filter.field === reason);
  const condition = conditionOf(
    plan,
    plan.query.filters.filter((filter) => filter !== own),
  );
  const { list, dictionary } = reasonTables[reason];
  const arms: string[] = [];
  // A filter of no values keeps no reason, which is what the first arm then finds.
  if (!own || own.not || own.in.length === 0 || own.in.some((value) => value !== null)) {
    const wanted = own
      ? `AND l.reason_id ${own.not ? 'NOT IN' : 'IN'} (SELECT id FROM ${dictionary} WHERE name IN (SELECT value FROM json_each(@reasons)))`
      : '';
    arms.push(`SELECT r.*, l.reason_id, l.amount FROM records AS r INDEXED BY ${plan.index} JOIN ${list} AS l ON l.record_id = r.id
    WHERE ${condition.sql} ${wanted}`);
  }
  if (!own || passes(own, null)) {
    const rest = unexplained(reason, 'r');
    arms.push(`SELECT r.*, NULL AS reason_id, ${rest} AS amount FROM records AS r INDEXED BY ${plan.index}
    WHERE ${condition.sql} AND ${rest} > 0`);
  }
  const parameters =
    own && arms.some((arm) => arm.includes('@reasons'))
      ? { ...condition.parameters, reasons: reasonNames(own) }
      : condition.parameters;
  return { sql: `(${arms.join('\n    UNION ALL\n    ')}) AS r`, parameters };
}

function conditionOf({ index, range, query }: Plan, filters: readonly Filter[]): Condition {
  const condition = (index === BY_DAY ? recordConditionByDay : recordCondition)(range, filters, 'r');
  return withRecordConditions(condition, query.where, 'r');
}

function reasonNames(filter: Filter): string {
  return JSON.stringify(filter.in.filter((value) => value !== null));
}

/** The columns that the plan's keys derive from, no more. */
function exactColumns(plan: Plan): string[] {
  return [
    ...(plan.periods.length > 0 ? ['production_date'] : []),
    ...plan.attributes.map((name) => attributeColumns[name].column),
    ...(plan.reason !== null ? ['reason_id'] : []),
  ];
}

function outerKeys(plan: Plan): { expressions: string[]; joins: string } {
  const expressions = plan.periods.map((grain) => periodExpressions[grain]);
  let joins = '';
  for (const name of plan.attributes) {
    const { column, dictionary } = attributeColumns[name];
    expressions.push(dictionary ? `${dictionary.table}.${dictionary.text}` : `g.${column}`);
    if (dictionary) joins += `\nLEFT JOIN ${dictionary.table} ON ${dictionary.table}.id = g.${column}`;
  }
  if (plan.reason !== null) {
    const { dictionary } = reasonTables[plan.reason];
    expressions.push(`${dictionary}.name`);
    joins += `\nLEFT JOIN ${dictionary} ON ${dictionary}.id = g.reason_id`;
  }
  return { expressions, joins };
}

function groupBy(keys: number): string {
  return keys > 0 ? `\nGROUP BY ${Array.from({ length: keys }, (_, index) => index + 1).join(', ')}` : '';
}
