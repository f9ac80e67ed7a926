/**
 * What stands behind numbers that no question of records gives: the functions that give them are run once more, and every
 * statement on the way is noted as it runs. Statements written down beside the functions would drift from them.
 */
import type { Batch, Job } from '../../../shared/contract/schemas.ts';
import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import { indexBytes } from '../../indexes/index-bytes.ts';
import { readBatches } from '../../store/batches.ts';
import { readCatalog } from '../../store/catalog.ts';
import type { StoreFolder } from '../../store/folder.ts';
import { readJobFacts, readJobs } from '../../store/jobs.ts';
import { type FileFacts, readFiles } from '../../store/status.ts';
import { openReadable, type ReadableDatabase } from '../sqlite/connection.ts';
import type { RanStatement } from './explain-reads.ts';

export interface Overheard<Result> {
  result: Result;
  heard: RanStatement[];
}

/** An import, as its history reads it; null where there is none. */
export function overhearBatch(live: ReadableDatabase, batchId: number): Overheard<Batch | null> {
  return overhear(live, (listened) => readBatches(listened, batchId)[0] ?? null);
}

/** The files of a store with their room, as its status reads them. */
export function overhearFiles(live: ReadableDatabase, folder: StoreFolder): Overheard<FileFacts[]> {
  return overhear(live, (listened, heard) =>
    readFiles(listened, readCatalog(listened, folder), (file) => listening(openReadable(file), heard)),
  );
}

/** The history of jobs, as its screens read it: those that failed since an instant, and the newest so many. */
export function overhearJobs(live: ReadableDatabase, since: string, newest: number): Overheard<Job[]> {
  return overhear(live, (listened) => {
    readJobFacts(listened, since);
    return readJobs(listened, newest);
  });
}

/** Bytes of an index in one file. */
export function overhearIndexBytes(database: ReadableDatabase, name: string): Overheard<number> {
  return overhear(database, (listened) => indexBytes(listened, name));
}

function overhear<Result>(
  live: ReadableDatabase,
  read: (live: ReadableDatabase, heard: RanStatement[]) => Result,
): Overheard<Result> {
  const heard: RanStatement[] = [];
  return { result: read(listening(live, heard), heard), heard };
}

/** The same database, which notes the statements that it runs. */
function listening(database: ReadableDatabase, heard: RanStatement[]): ReadableDatabase {
  const noted = <Result>(
    { sql, parameters }: SqlStatement,
    run: () => Result,
    rowsOf: (result: Result) => number,
  ): Result => {
    const startedAt = performance.now();
    const result = run();
    heard.push({
      file: database.path,
      sql,
      parameters,
      elapsedMs: performance.now() - startedAt,
      rows: rowsOf(result),
    });
    return result;
  };
  return {
    ...database,
    all: <Row>(sql: string, parameters = {}) =>
      noted(
        { sql, parameters },
        () => database.all<Row>(sql, parameters),
        (rows) => rows.length,
      ),
    get: <Row>(sql: string, parameters = {}) =>
      noted(
        { sql, parameters },
        () => database.get<Row>(sql, parameters),
        (row) => (row === undefined ? 0 : 1),
      ),
    rows: (sql, parameters = {}) =>
      noted(
        { sql, parameters },
        () => database.rows(sql, parameters),
        (rows) => rows.length,
      ),
  };
}
