/** Where numbers come from that no question of records gives: imports, files and what else is read of the store. */
import type { ExplainedOrigin } from '../../../shared/contract/explain.ts';
import {
  type FigureName,
  type FigureSource,
  type FigureSubject,
  figureSources,
  fileSubject,
  importSubject,
  storeSubject,
} from '../../../shared/explain/figures.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { extent } from '../../store/catalog.ts';
import type { FileFacts } from '../../store/status.ts';
import type { Engine } from '../engine.ts';
import { explainRan, type RanStatement } from './explain-reads.ts';

/** What came of an import, as it was counted then. Throws NOT_FOUND. */
export async function explainImport(engine: Engine, batchId: number): Promise<ExplainedOrigin> {
  const startedAt = performance.now();
  const { result: batch, heard } = await engine.ask('batchHeard', { folder: engine.folder, batchId });
  if (batch === null) throw new AppError('NOT_FOUND', `There is no import ${batchId}. Nothing was changed.`);
  return told(engine, importSubject, startedAt, {
    values: batch,
    facts: [
      { name: 'batch', value: batchId },
      { name: 'file', value: batch.file },
      { name: 'importedAt', value: batch.importedAt },
    ],
    heard,
  });
}

/** What a file of the store holds and takes, null for all of them. Throws NOT_FOUND. */
export async function explainFile(engine: Engine, partition: string | null): Promise<ExplainedOrigin> {
  const startedAt = performance.now();
  const { result, heard } = await engine.ask('filesHeard', engine.folder);
  const files = result.filter((file) => partition === null || file.partition.name === partition);
  const [first] = files;
  if (first === undefined) throw new AppError('NOT_FOUND', `There is no file ${partition}. Nothing was changed.`);
  const room = roomOf(files);
  return told(engine, partition === null ? storeSubject : fileSubject, startedAt, {
    values: {
      records: sum(files, recordsOf),
      fileBytes: sum(files, ({ mainBytes, walBytes }) => mainBytes + walBytes),
      freeBytes: room.freePages * room.pageBytes,
      files: files.length,
    },
    facts: [
      ...(partition === null ? [] : [{ name: 'file' as const, value: `${partition}.db` }]),
      { name: 'months', value: sum(files, (file) => file.partition.months.length) },
      { name: 'mainBytes', value: sum(files, ({ mainBytes }) => mainBytes) },
      { name: 'walBytes', value: sum(files, ({ walBytes }) => walBytes) },
      { name: 'pages', value: room.pages },
      { name: 'freePages', value: room.freePages },
      { name: 'pageBytes', value: room.pageBytes },
    ],
    // The catalogue lies in the live file; of the others only what is asked about was looked into.
    heard: heard.filter(
      ({ file }) => file === engine.folder.live || files.some((each) => each.partition.file === file),
    ),
  });
}

/** How sources are read that lie in the history of jobs: failures since an instant in ISO form, and the newest so many. */
export async function explainJobs(
  engine: Engine,
  sources: readonly FigureSource[],
  { since, newest }: { since: string; newest: number },
): Promise<ExplainedOrigin['statements']> {
  const { heard } = await engine.ask('jobsHeard', { folder: engine.folder, since, newest });
  return statementsFor(engine, sources, heard);
}

interface Told {
  values: Partial<Record<FigureName, number>>;
  facts: ExplainedOrigin['facts'];
  heard: readonly RanStatement[];
}

async function told(
  engine: Engine,
  { figures, sources }: FigureSubject,
  startedAt: number,
  { values, facts, heard }: Told,
): Promise<ExplainedOrigin> {
  return {
    figures: figures.map((name) => ({ name, value: values[name] ?? null })),
    sources: [...sources],
    facts,
    asOf: new Date().toISOString(),
    elapsedMs: performance.now() - startedAt,
    statements: await statementsFor(engine, sources, heard),
  };
}

/** Of the statements that ran, those that read what the numbers are made of. */
function statementsFor(engine: Engine, sources: readonly FigureSource[], heard: readonly RanStatement[]) {
  const wanted: readonly string[] = sources.flatMap((source) => figureSources[source].reads);
  return explainRan(
    engine,
    heard.filter(({ sql }) => wanted.some((word) => sql.includes(word))),
  );
}

function recordsOf({ partition }: FileFacts): number {
  return extent(partition.months).records;
}

/** Pages of all files together; they are all of one size. */
function roomOf(files: readonly FileFacts[]) {
  return {
    pages: sum(files, ({ room }) => room?.pages ?? 0),
    freePages: sum(files, ({ room }) => room?.freePages ?? 0),
    pageBytes: files.find(({ room }) => room !== null)?.room?.pageBytes ?? 0,
  };
}

function sum(files: readonly FileFacts[], of: (file: FileFacts) => number): number {
  return files.reduce((total, file) => total + of(file), 0);
}
