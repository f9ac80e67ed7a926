/**
 * A report query in DuckDB's SQL: the meaning of every measure, dimension and filter written down once more, apart
 * from the engine and from the oracle, over the tables that duckdb-store.ts fills.
 *
 * 1. Sums of millionths are HUGEINT and exact. They become units through their digits ('1234567e-6'), so that each is
 *    the double nearest to the exact sum; a quotient of two such doubles has one right result (IEEE 754). An answer
 *    is therefore equal to the last bit, and so is its order by a ratio and what a limit leaves of it.
 * 2. By a reason, records are joined to the amounts of their reasons, null standing for what none explains.
 */
import { type Dimension, isPeriod, type Reason } from '../../shared/query/dimensions.ts';
import { type Measure, type SumDefinition, sums, sumsBehind } from '../../shared/query/measures.ts';
import type { Filter, ReportQuery } from '../../shared/query/report-query.ts';

const GOOD = 'p.goodQuantity';
const DEFECTS = 'p.defectQuantity';
const REWORK = 'p.reworkQuantity';
const PLANNED = 'p.plannedQuantity';
const RUN = 'p.runMinutes';
const PLANNED_MINUTES = 'p.plannedMinutes';
const IDEAL = 'p.idealSeconds';
const TOTAL = `(${GOOD} + ${DEFECTS})`;

/** A sum in units over the records where all of it, and all that is `recorded`, is there. */
function sum(added: string, ...recorded: string[]): string {
  const where = recorded.map((column) => `${column} IS NOT NULL`).join(' AND ');
  return `CAST(SUM(${added})${where ? ` FILTER (WHERE ${where})` : ''} || 'e-6' AS DOUBLE)`;
}

/** How many records have all of it; NULL for none, as of any sum. */
function count(...recorded: string[]): string {
  const where = recorded.map((column) => `${column} IS NOT NULL`).join(' AND ');
  return `CAST(NULLIF(COUNT(*) FILTER (WHERE ${where}), 0) AS DOUBLE)`;
}

/** NULL where one side is, and over nothing. */
function quotient(numerator: string, denominator: string): string {
  return `(${numerator} / NULLIF(${denominator}, 0))`;
}

const yieldSql = quotient(sum(GOOD, DEFECTS), sum(TOTAL));
const availability = quotient(sum(RUN, PLANNED_MINUTES), sum(PLANNED_MINUTES, RUN));
const performance = `(${quotient(sum(IDEAL, RUN), sum(RUN, IDEAL))} * (1::DOUBLE / 60))`;

const recordYield = `(CAST(${GOOD} AS DOUBLE) / CAST(NULLIF(${TOTAL}, 0) AS DOUBLE))`;
/** The mean of the two in the middle, as we take it; DuckDB's own median steps from one to the other and rounds otherwise. */
const medianYield = `((quantile_disc(${recordYield}, 0.5) - quantile_disc(-${recordYield}, 0.5)) / 2)`;

const measureSql: Record<Measure, string> = {
  records: 'COUNT(*)',
  lots: 'COUNT(DISTINCT p.lot)',
  good: sum(GOOD),
  defects: sum(DEFECTS),
  rework: sum(REWORK),
  total: sum(TOTAL),
  planned: sum(PLANNED),
  yield: yieldSql,
  quality: yieldSql,
  firstPassYield: quotient(`(${sum(GOOD, DEFECTS, REWORK)} - ${sum(REWORK, GOOD, DEFECTS)})`, sum(TOTAL, REWORK)),
  medianYield,
  scrapRate: quotient(sum(DEFECTS, GOOD), sum(TOTAL)),
  planAttainment: quotient(sum(GOOD, PLANNED), sum(PLANNED, GOOD)),
  plannedMinutes: sum(PLANNED_MINUTES, RUN),
  runMinutes: sum(RUN),
  downMinutes: sum('p.downMinutes'),
  throughput: `(${quotient(sum(TOTAL, RUN), sum(RUN, GOOD, DEFECTS))} * 60)`,
  availabilityRecords: count(PLANNED_MINUTES, RUN),
  performanceRecords: count(RUN, IDEAL),
  qualityRecords: count(GOOD, DEFECTS),
  availability,
  performance,
  oee: `(${availability} * ${performance} * ${yieldSql})`,
};

const periodSql = {
  day: "strftime(p.date, '%Y-%m-%d')",
  week: "strftime(p.date, '%G-W%V')",
  month: "strftime(p.date, '%Y-%m')",
  quarter: "year(p.date) || '-Q' || quarter(p.date)",
  year: "strftime(p.date, '%Y')",
};

/** One statement: the dimensions and measures of the query in order, then the number of groups before the limit. */
export function duckdbReport(query: ReportQuery): string {
  const reason = query.dimensions.find(isReason);
  const keys = query.dimensions.map((name) => dimensionSql(name));
  const values = query.measures.map((name) => (reason && splitByReason[name] ? sum('a.amount') : measureSql[name]));
  const behind = (query.withSums ? sumsBehind(query.measures) : []).map((name) => {
    if (reason) return sum('a.amount');
    const { add, where = [] }: SumDefinition = sums[name];
    const recorded = where.map((field) => `p.${field}`);
    return add.length === 0 ? count(...recorded) : sum(add.map((field) => `p.${field}`).join(' + '), ...recorded);
  });
  const source = reason
    ? `production AS p JOIN amounts AS a ON a.id = p.id AND a.field = '${reason}'`
    : 'production AS p';
  const columns: string[] = [...query.dimensions, ...query.measures];
  const orders = [...query.orderBy, ...query.dimensions.map((field) => ({ field, direction: 'asc' }))].map(
    ({ field, direction }) => `${columns.indexOf(field) + 1} ${direction} NULLS LAST`,
  );
  const conditions = [
    ...(query.from ? [`p.date >= DATE '${query.from}'`] : []),
    ...(query.to ? [`p.date <= DATE '${query.to}'`] : []),
    ...query.filters.map((filter) => filterSql(filter, reason)),
  ];
  return [
    `SELECT ${[...keys, ...values, ...behind, 'COUNT(*) OVER ()'].join(', ')}`,
    `FROM ${source}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    ...(keys.length > 0 ? [`GROUP BY ${keys.map((_, at) => at + 1).join(', ')}`] : []),
    ...(query.groupRanges ?? []).map(({ measure, from, to }, at) => {
      const value = values[query.measures.indexOf(measure)];
      const bounds = [from === undefined ? [] : `${value} >= ${from}`, to === undefined ? [] : `${value} <= ${to}`];
      return `${at === 0 ? 'HAVING' : 'AND'} ${[`${value} IS NOT NULL`, ...bounds.flat()].join(' AND ')}`;
    }),
    ...(orders.length > 0 ? [`ORDER BY ${orders.join(', ')}`] : []),
    ...(query.limit === undefined ? [] : [`LIMIT ${query.limit}`]),
  ].join('\n');
}

/** What a reason has of its own. */
const splitByReason: Partial<Record<Measure, true>> = { defects: true, downMinutes: true };

function isReason(name: string): name is Reason {
  return name === 'defectReason' || name === 'downtimeReason';
}

function dimensionSql(name: Dimension): string {
  if (isReason(name)) return 'a.reason';
  return isPeriod(name) ? periodSql[name] : `p.${name}`;
}

/** A filter on the reason that the query groups by keeps groups; on another, the records that have such a reason. */
function filterSql({ not, ...filter }: Filter, grouped: Reason | undefined): string {
  return not ? `(${keptSql(filter, grouped)}) IS NOT TRUE` : keptSql(filter, grouped);
}

function keptSql({ field, in: values }: Filter, grouped: Reason | undefined): string {
  if (!isReason(field)) return isOneOf(`p.${field}`, values);
  if (field === grouped) return isOneOf('a.reason', values);
  return `EXISTS (SELECT 1 FROM amounts AS f WHERE f.id = p.id AND f.field = '${field}' AND ${isOneOf('f.reason', values)})`;
}

function isOneOf(column: string, values: Filter['in']): string {
  const texts = values.filter((value) => value !== null).map((value) => `'${value.replaceAll("'", "''")}'`);
  const terms = [
    ...(texts.length > 0 ? [`${column} IN (${texts.join(', ')})`] : []),
    ...(values.includes(null) ? [`${column} IS NULL`] : []),
  ];
  return terms.length > 0 ? `(${terms.join(' OR ')})` : 'FALSE';
}
