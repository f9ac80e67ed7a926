/** What stands behind a page of records, a count and a record: which way they were found, and what the files were asked. */
import type { ExplainedRecords } from '../../../shared/query/explained.ts';
import type { RecordsQuery, RecordsScope } from '../../../shared/query/records-query.ts';
import { dayCountsStatement, searchHitsStatement } from '../../dialects/sqlite/records.ts';
import { searchFindsStatement } from '../../dialects/sqlite/search.ts';
import type { Engine } from '../engine.ts';
import type { DayCounts } from '../pages/day-counts.ts';
import { readPage, readRecord } from '../pages/records.ts';
import { searchHits } from '../pages/search-hits.ts';
import { armsOf, rangeOf } from '../slices/over-files.ts';
import { type Traced, traced } from '../trace.ts';
import { explainStatements, joinFiles } from './explain.ts';
import { explainRan, ranIn } from './explain-reads.ts';

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
  const statements =
    found.result === null
      ? [dayCountsStatement(scope, range)]
      : [searchFindsStatement(scope.search), searchHitsStatement(scope, range)];
  const asked = statements.map((statement) => ({ ...statement, ran: null }));
  const files = armsOf(await engine.catalog(), range);
  const explained = await Promise.all(files.map(({ partition }) => explainStatements(engine, partition, asked)));
  return {
    ...(await told(engine, found)),
    way: found.result === null ? 'oneByOne' : 'searchIndex',
    rows: found.result?.length ?? null,
    statements: joinFiles(explained.flat()),
  };
}

/** Reads a record once more and tells from which file. Throws NOT_FOUND. */
export async function explainRecord(engine: Engine, id: number): Promise<ExplainedRecords> {
  const record = await traced(() => readRecord(engine, id));
  const { sourceFile, sourceLine, batchId, partition } = record.result;
  const { folder } = engine;
  const place = batchId === null ? null : await engine.ask('batchPlace', { folder, batchId });
  return {
    ...(await told(engine, record)),
    way: 'byId',
    rows: 1,
    source: { file: sourceFile, line: sourceLine, place, batchId, partition },
  };
}

async function told(
  engine: Engine,
  { reads, elapsedMs, waitMs, slices, steps }: Traced<unknown>,
): Promise<Omit<ExplainedRecords, 'way' | 'rows'>> {
  return { elapsedMs, waitMs, slices, steps, statements: await explainRan(engine, ranIn(reads)), source: null };
}
