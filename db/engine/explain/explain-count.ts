/**
 * Records counted one by one, beside how many there should be: of an import, and of a file.
 * 1. The records of an import have ids that follow each other, in whichever file they are by now; a record that a later import
 *    changed keeps its id and names that import.
 * 2. All is of one moment: the live file is asked of the generation of the catalogue that tells how many there should be.
 */
import type { Countable, Counted } from '../../../shared/contract/explain.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import { type Catalog, extent, type Partition } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';
import { PLANS_TRIED } from '../slices/over-files.ts';
import { sameFiles } from '../slices/read-arms.ts';
import type { Value } from '../sqlite/connection.ts';
import { traced } from '../trace.ts';
import { explainRan, ranIn } from './explain-reads.ts';
import { sumColumns, sumsByUnit } from './explain-sums.ts';

type Count = Omit<Counted, 'asOf' | 'elapsedMs' | 'statements'>;

/** Counts the records of an import or a file anew. Throws NOT_FOUND, and CANCELLED soon after the signal aborts. */
export async function countAnew(engine: Engine, of: Countable, signal?: AbortSignal): Promise<Counted> {
  const { result, reads, elapsedMs } = await traced(() => countOnce(engine, of, signal));
  return { ...result, asOf: new Date().toISOString(), elapsedMs, statements: await explainRan(engine, ranIn(reads)) };
}

async function countOnce(engine: Engine, of: Countable, signal: AbortSignal | undefined): Promise<Count> {
  for (let attempt = 0; attempt < PLANS_TRIED; attempt++) {
    const catalog = await engine.catalog();
    const counted =
      of.of === 'file'
        ? await countFile(engine, catalog, of.partition, signal)
        : await countImport(engine, catalog, of.batchId, signal);
    if (counted) return counted;
    engine.forgetCatalog();
  }
  throw new Error('The store kept changing while records were counted.');
}

async function countFile(
  engine: Engine,
  catalog: Catalog,
  name: string | null,
  signal: AbortSignal | undefined,
): Promise<Count | null> {
  const isWanted = (partition: Partition) => name === null || partition.name === name;
  const partitions = catalog.partitions.filter(isWanted);
  const notRead = catalog.setAside.map(({ partition }) => partition).filter(isWanted);
  if (partitions.length + notRead.length === 0) {
    throw new AppError('NOT_FOUND', `There is no file ${name}. Nothing was changed.`);
  }
  const answers = await ask(engine, catalog, partitions, countStatement, signal);
  if (answers === null) return null;
  const files = partitions.map((partition, at) => ({
    partition: partition.name,
    expected: extent(partition.months).records,
    found: Number(answers[at]?.[0]?.[0]),
  }));
  return {
    expected: [...partitions, ...notRead].reduce((sum, { months }) => sum + extent(months).records, 0),
    found: files.reduce((sum, { found }) => sum + found, 0),
    files,
    changedBy: [],
    sums: [],
    notRead: notRead.map((partition) => partition.name),
  };
}

async function countImport(
  engine: Engine,
  catalog: Catalog,
  batchId: number,
  signal: AbortSignal | undefined,
): Promise<Count | null> {
  const live = catalog.partitions.filter(({ kind }) => kind === 'live');
  const found = await ask(engine, catalog, live, batchStatement(batchId), signal);
  if (found === null) return null;
  const [inserted, state, first, last] = found[0]?.[0] ?? [];
  if (inserted === undefined) throw new AppError('NOT_FOUND', `There is no import ${batchId}. Nothing was changed.`);
  const ids = { first: first ?? 0, last: last ?? -1 };
  const answers = await ask(engine, catalog, catalog.partitions, byImportStatement(ids), signal);
  if (answers === null) return null;
  const byImport = answers.map((rows) =>
    rows.map(([id, , records]) => ({ batchId: Number(id), records: Number(records) })),
  );
  const files = catalog.partitions.flatMap(({ name }, at) => {
    const found = sumOf(byImport[at] ?? []);
    return found > 0 ? [{ partition: name, expected: null, found }] : [];
  });
  return {
    expected: state === 'undone' ? 0 : Number(inserted),
    found: files.reduce((sum, { found }) => sum + found, 0),
    files,
    changedBy: changesOf(byImport.flat(), batchId),
    sums: sumsByUnit(
      answers.flat().map(([, unit = null, , ...columns]) => ({ unit, columns })),
      catalog.units,
    ),
    notRead: catalog.setAside.map(({ partition }) => partition.name),
  };
}

/** What each file answers; null where the store changed since the catalogue was read. */
async function ask(
  engine: Engine,
  catalog: Catalog,
  partitions: readonly Partition[],
  statement: SqlStatement,
  signal: AbortSignal | undefined,
): Promise<Value[][][] | null> {
  const results = await Promise.all(
    partitions.map(({ file, kind }) => {
      const { version, generation } = catalog;
      const expected = kind === 'live' ? { catalogVersion: version, generation } : {};
      return engine.read(file, [statement], { ...expected, signal });
    }),
  );
  if (results.some(({ current }) => !current)) return null;
  const arms = partitions.map((partition) => ({ partition }));
  if (!(await sameFiles(engine, { arms }, catalog))) return null;
  return results.map(({ answers }) => answers[0]?.rows ?? []);
}

const countStatement: SqlStatement = {
  sql: 'SELECT count(*) FROM records AS r WHERE (r.id & 511 <> 0 OR keep_going())',
  parameters: {},
};

function batchStatement(batchId: number): SqlStatement {
  return {
    sql: 'SELECT inserted, state, first_record_id, last_record_id FROM import_batches WHERE id = @batchId',
    parameters: { batchId },
  };
}

/** The records that an import brought, by the import that wrote them last and by unit, with their sums in whole units and millionths. */
function byImportStatement(ids: { first: Value; last: Value }): SqlStatement {
  return {
    sql: `SELECT r.batch_id, r.unit_id, count(*), ${sumColumns}
FROM records AS r WHERE r.id BETWEEN @first AND @last AND (r.id & 511 <> 0 OR keep_going()) GROUP BY r.batch_id, r.unit_id`,
    parameters: ids,
  };
}

function changesOf(byImport: readonly { batchId: number; records: number }[], own: number): Counted['changedBy'] {
  const changed = new Map<number, number>();
  for (const { batchId, records } of byImport) {
    if (batchId !== own) changed.set(batchId, (changed.get(batchId) ?? 0) + records);
  }
  return [...changed].sort(([a], [b]) => a - b).map(([batchId, records]) => ({ batchId, records }));
}

function sumOf(counts: readonly { records: number }[]): number {
  return counts.reduce((sum, { records }) => sum + records, 0);
}
