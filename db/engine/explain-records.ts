/** What stands behind a page of records, a count and a record: which way they were found, and what the files were asked. */
import type { ExplainedRecords, ExplainedStatement } from '../../shared/query/explained.ts';
import type { RecordsQuery, RecordsScope } from '../../shared/query/records-query.ts';
import { dayCountsStatement, searchHitsStatement } from '../dialects/sqlite/records.ts';
import type { SqlStatement } from '../dialects/sqlite/report.ts';
import { searchFindsStatement } from '../dialects/sqlite/search.ts';
import type { DayCounts } from './day-counts.ts';
import type { Engine } from './engine.ts';
import { explainStatements, joinFiles } from './explain.ts';
import { armsOf, rangeOf } from './over-files.ts';
import { readPage, readRecord } from './records.ts';
import { searchHits } from './search-hits.ts';
import { type Traced, traced } from './trace.ts';

/** Reads a page once more and tells how. Throws what reading it throws. */
export async function explainPage(
  engine: Engine,
  query: RecordsQuery,
  dayCounts: () => Promise<DayCounts>,
  signal?: AbortSignal,
): Promise<ExplainedRecords> {
  const page = await traced(() => readPage(engine, query, dayCounts, { signal }));
  const { rows, way } = page.result;
  return { ...(await told(engine, page)), way, rows: rows.length };
}

/** Tells how records with a text are counted. Nothing is counted again: where each is looked at, that can take long. */
export async function explainSearchCount(
  engine: Engine,
  scope: RecordsScope,
  signal?: AbortSignal,
): Promise<ExplainedRecords> {
  const range = rangeOf(scope);
  const found = await traced(() => searchHits(engine, scope, signal));
  const asked =
    found.result === null
      ? [dayCountsStatement(scope, range)]
      : [searchFindsStatement(scope.search), searchHitsStatement(scope, range)];
  const files = armsOf(await engine.catalog(), range);
  const statements = await Promise.all(files.map(({ partition }) => explainStatements(engine, partition, asked, [])));
  return {
    ...(await told(engine, found)),
    way: found.result === null ? 'oneByOne' : 'searchIndex',
    rows: found.result?.length ?? null,
    statements: joinFiles(statements.flat()),
  };
}

/** Reads a record once more and tells from which file. Throws NOT_FOUND. */
export async function explainRecord(engine: Engine, id: number): Promise<ExplainedRecords> {
  const record = await traced(() => readRecord(engine, id));
  const { sourceFile, sourceLine, batchId, partition } = record.result;
  return {
    ...(await told(engine, record)),
    way: 'byId',
    rows: 1,
    source: { file: sourceFile, line: sourceLine, batchId, partition },
  };
}

async function told(
  engine: Engine,
  { reads, elapsedMs, waitMs, slices, steps }: Traced<unknown>,
): Promise<Omit<ExplainedRecords, 'way' | 'rows'>> {
  const files = new Set(reads.map(({ file }) => file));
  const { partitions } = await engine.catalog();
  const explained = await Promise.all(
    partitions
      .filter(({ file }) => files.has(file))
      .map((partition) => {
        const asked = onceEach(reads.filter(({ file }) => file === partition.file));
        const ran = asked.map(({ statement, ...took }) => ({ partition: partition.name, sql: statement.sql, ...took }));
        const statements = asked.map(({ statement }) => statement);
        return explainStatements(engine, partition, statements, ran);
      }),
  );
  const statements: ExplainedStatement[] = joinFiles(explained.flat());
  return { elapsedMs, waitMs, slices, steps, statements, source: null };
}

interface Asked {
  statement: SqlStatement;
  elapsedMs: number;
  rows: number;
}

/** Each statement of one file once; slices of days as the days of all of them. */
function onceEach(reads: Traced<unknown>['reads']): Asked[] {
  const asked = new Map<string, Asked>();
  for (const { statements, answers } of reads) {
    statements.forEach((statement, at) => {
      const { elapsedMs = 0, rows = [] } = answers[at] ?? {};
      const known = asked.get(statement.sql);
      asked.set(statement.sql, {
        statement: known ? overAllDays(known.statement, statement) : statement,
        elapsedMs: (known?.elapsedMs ?? 0) + elapsedMs,
        rows: (known?.rows ?? 0) + rows.length,
      });
    });
  }
  return [...asked.values()];
}

function overAllDays({ sql, parameters }: SqlStatement, { parameters: others }: SqlStatement): SqlStatement {
  const bound = { ...parameters };
  if ('from' in bound) bound.from = Math.min(Number(bound.from), Number(others.from));
  if ('to' in bound) bound.to = Math.max(Number(bound.to), Number(others.to));
  return { sql, parameters: bound };
}
