/**
 * Reads what SQLite says of a statement (EXPLAIN QUERY PLAN) into steps that can be told in plain words.
 * 1. SQLite names tables by their alias; the statement says what that stands for, and an index whose it is.
 * 2. A line that is not understood stays as SQLite wrote it: its wording is no interface and changes between versions.
 */
import type { LookupCondition, PlanLine, QueryPlanStep } from '../../../shared/query/query-plan.ts';
import { rollups } from '../../rollup/definitions.ts';
import { reasonTables } from './filters.ts';

/** A row of EXPLAIN QUERY PLAN: its number, the step that it belongs to (0 for none), and SQLite's line. */
export interface PlanRow {
  id: number;
  parent: number;
  line: string;
}

/** The steps of a statement as a tree, in SQLite's order. */
export function readQueryPlan(sql: string, rows: readonly PlanRow[]): QueryPlanStep[] {
  const tables = tablesByAlias(sql);
  const parts = new Set(rows.flatMap(({ line }) => readPart(line)?.part ?? []));
  const below = (parent: number): QueryPlanStep[] =>
    rows
      .filter((row) => row.parent === parent)
      .map(({ id, line }) => ({ line, means: readPlanLine(line, { tables, parts }), steps: below(id) }));
  return below(0);
}

interface Names {
  /** Tables by the alias that a statement gives them. */
  tables: ReadonlyMap<string, string>;
  /** Names of the parts of the statement whose rows another part reads. */
  parts: ReadonlySet<string>;
}

/** What one line of SQLite says; code 'unknown' where it says something else than was ever seen. */
export function readPlanLine(line: string, names: Names = { tables: new Map(), parts: new Set() }): PlanLine {
  return (
    readPart(line) ?? readAccess(line, names) ?? readBloomFilter(line, names) ?? readFixed(line) ?? { code: 'unknown' }
  );
}

function readPart(line: string): Extract<PlanLine, { code: 'part' }> | null {
  const [, how, part] = /^(CO-ROUTINE|MATERIALIZE) (\S+)$/.exec(line) ?? [];
  return part === undefined ? null : { code: 'part', part, kept: how === 'MATERIALIZE' };
}

/** SCAN and SEARCH: how the rows of a table are come by. */
function readAccess(line: string, { tables, parts }: Names): PlanLine | null {
  const [, verb, alias = '', how = ''] = /^(SCAN|SEARCH) (\S+)( .*)?$/.exec(line) ?? [];
  if (verb === undefined || line === 'SCAN CONSTANT ROW') return null;
  const by = how.replace(/ (LEFT-JOIN|EXISTS|ORDERED)\b/g, '').trim();
  const table = tables.get(alias) ?? alias;
  if (by === '') return parts.has(alias) ? { code: 'readPart', part: alias } : { code: 'scan', table };
  if (by.startsWith('VIRTUAL TABLE INDEX')) return readVirtual(table);
  return readIndexed(verb, table, by);
}

function readVirtual(table: string): PlanLine {
  return table === 'json_each' ? { code: 'readList' } : { code: 'searchTexts', table };
}

const INDEXED =
  /^USING (?<automatic>AUTOMATIC )?(?:PARTIAL )?(?<covering>COVERING )?INDEX ?(?<index>[^\s(]+)?(?: \((?<conditions>.*)\))?$/;
const KEYED = /^USING (?:INTEGER )?PRIMARY KEY(?: \((?<conditions>.*)\))?$/;

function readIndexed(verb: string, table: string, by: string): PlanLine | null {
  const keyed = KEYED.exec(by);
  if (keyed) return { code: 'searchKey', table, conditions: readConditions(keyed.groups?.conditions) };
  const found = INDEXED.exec(by)?.groups;
  if (!found) return null;
  const { automatic, covering, index = null, conditions } = found;
  if (verb === 'SCAN')
    return index === null ? null : { code: 'scanIndex', table, index, covering: covering !== undefined };
  return {
    code: 'searchIndex',
    table,
    index,
    covering: covering !== undefined,
    automatic: automatic !== undefined,
    conditions: readConditions(conditions),
  };
}

/** From 'production_date>? AND rowid<?'. */
function readConditions(text = ''): LookupCondition[] {
  return text.split(' AND ').flatMap((condition) => {
    const [, column, compares] = /^(\(.+\)|[^<>=]+)(<|>|=)/.exec(condition) ?? [];
    return column && compares ? [{ column, compares }] : [];
  });
}

function readBloomFilter(line: string, { tables }: Names): PlanLine | null {
  const [, alias] = /^BLOOM FILTER ON (\S+)/.exec(line) ?? [];
  return alias === undefined ? null : { code: 'useBloomFilter', table: tables.get(alias) ?? alias };
}

const purposes = { 'GROUP BY': 'group', 'ORDER BY': 'order', DISTINCT: 'distinct' } as const;

/** Lines that are the same but for a number or a name. */
const fixedForms: readonly (readonly [RegExp, (match: RegExpExecArray) => PlanLine])[] = [
  [
    /^USE TEMP B-TREE FOR (LAST TERM OF |LAST \d+ TERMS OF |RIGHT PART OF )?(GROUP BY|ORDER BY|DISTINCT)$/,
    ([, last, purpose]) => ({
      code: 'sort',
      purpose: purposes[purpose as keyof typeof purposes],
      onlyLast: last !== undefined,
    }),
  ],
  [/^CORRELATED (SCALAR |LIST )?SUBQUERY \d+$/, () => ({ code: 'valueForEachRow' })],
  [/^SCALAR SUBQUERY \d+$/, () => ({ code: 'valueOnce' })],
  [/^LIST SUBQUERY \d+$/, () => ({ code: 'listOnce' })],
  [/^COMPOUND QUERY$/, () => ({ code: 'severalParts' })],
  [/^LEFT-MOST SUBQUERY$/, () => ({ code: 'firstPart' })],
  [/^(UNION ALL|UNION|INTERSECT|EXCEPT)( USING TEMP B-TREE)?$/, ([, how = '']) => ({ code: 'furtherPart', how })],
  [/^MULTI-INDEX OR$/, () => ({ code: 'severalIndexes' })],
  [/^INDEX (\d+)$/, ([, number]) => ({ code: 'oneOfSeveralIndexes', number: Number(number) })],
  [/^SCAN CONSTANT ROW$/, () => ({ code: 'oneRow' })],
  [/^CREATE BLOOM FILTER$/, () => ({ code: 'makeBloomFilter' })],
];

function readFixed(line: string): PlanLine | null {
  for (const [form, read] of fixedForms) {
    const match = form.exec(line);
    if (match) return read(match);
  }
  return null;
}

const known = new Set<string>([
  'records',
  'import_batches',
  'batch_details',
  'row_corrections',
  ...Object.values(rollups).map(({ table }) => table),
  ...Object.values(reasonTables).flatMap(({ list, dictionary }) => [list, dictionary]),
]);

/** What each alias of a statement stands for; one that stands for several is left as it is. */
function tablesByAlias(sql: string): Map<string, string> {
  const tables = new Map<string, Set<string>>();
  for (const [, table = '', alias = ''] of sql.matchAll(/\b(\w+) (?:AS )?(\w)\b/g)) {
    if (known.has(table)) tables.set(alias, (tables.get(alias) ?? new Set()).add(table));
  }
  return new Map(
    [...tables].flatMap(([alias, [table, ...more]]) => (table && more.length === 0 ? [[alias, table]] : [])),
  );
}
