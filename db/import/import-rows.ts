import { mkdirSync, rmSync } from 'node:fs';
import { monthIndexOfDay } from '../../shared/domain/day.ts';
import type { Finding } from '../../shared/import/gate.ts';
import type { NoteTally } from '../../shared/import/shape.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { openScratch, type WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { Reopening } from '../maintenance/reopen.ts';
import { saveBatchDetails } from '../store/batch-details.ts';
import { type Catalog, type Partition, readCatalog } from '../store/catalog.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { tidyUp } from '../store/tidy-up.ts';
import {
  placesThatStay,
  type RefusedRecord,
  type StayedRows,
  saveCorrections,
} from './corrections/save-corrections.ts';
import { assertDecided } from './gate/held.ts';
import { type Judged, judge } from './gate/judge.ts';
import type { GateRules } from './gate/rules.ts';
import { type Matched, matchStaged, type StoreFiles } from './match.ts';
import { RejectsFile, rejectsPath, removeRejects } from './rejects.ts';
import type { RowSource } from './row-source.ts';
import { columnNames } from './rows/columns.ts';
import type { Rejection } from './rows/record-draft.ts';
import { skippedIn } from './shape/note-tally.ts';
import { readTexts } from './stage/dictionary.ts';
import { type StagedPart, type StagedRest, type StagingTask, stageRows } from './stage/stage-rows.ts';
import { Outcome } from './stage/staged-tables.ts';
import { BatchWriter, detachStaged } from './write-batch.ts';

export interface ImportOutcome {
  batchId: number;
  rowsRead: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  /** Rows that were left out as no records: repeated headings, numbers of pages, totals. */
  skipped: number;
  /** These by kind, and rows that were noted otherwise. */
  notes: NoteTally;
  rounded: number;
  rejectsFile: string | null;
  /** Archives that were taken back into live, as rows of the file changed records of theirs. */
  reopened: string[];
  /** Rows that were corrected and are still set aside, where rows were corrected. */
  stayed?: StayedRows;
  /** What the plausibility gate found, and what was decided about it. */
  findings: Finding[];
}

const NOTHING_FOUND: Judged = { findings: [], leaveOut: [] };

/** SQLite attaches ten files to a connection, and one of them is what was staged. */
const MOST_REOPENED = 8;

/** Reads and stages a source, on this thread or another. */
export type Staging = (task: StagingTask, context: JobContext) => AsyncGenerator<StagedPart, StagedRest>;

/**
 * Imports a source as one batch, in one transaction that takes in what is staged while reading goes on. A throw, also the
 * one of a cancel, leaves the store as it was. `staging` reads the same source; on this thread when absent. With a gate it throws
 * HELD where rows are not plausible and nobody has decided about them.
 */
export async function importRows(
  store: OwnedStore,
  source: RowSource,
  context: JobContext,
  staging: Staging = (task, here) => stageRows(source, task, here),
  gate: GateRules | null = null,
): Promise<ImportOutcome> {
  const { live, folder } = store;
  const batchId = 1 + Number(live.rows('SELECT COALESCE(MAX(id), 0) FROM import_batches')[0]?.[0]);
  const files = filesOf(readCatalog(live, folder));
  const rejectsFile = rejectsPath(folder.rejects, batchId, source.name);
  removeRejects(rejectsFile);
  rmSync(folder.staging, { recursive: true, force: true });
  mkdirSync(folder.staging);
  const baseId = Number(live.rows('SELECT next_record_id FROM store_state')[0]?.[0]) - 1;
  const task = {
    folder: folder.staging,
    rejectsPath: rejectsFile,
    batchId,
    baseId,
    recordsSql: String(live.rows("SELECT sql FROM main.sqlite_schema WHERE name = 'records'")[0]?.[0]),
    texts: readTexts(live),
    gate,
    knownDays: source.key.length > 0 ? ('all' as const) : knownDays(live, files),
  };
  const reopening = new Reopening(store, context);
  try {
    const outcome = await live.bulk(async () => {
      const writer = new BatchWriter(live, { batchId, baseId }, context);
      const rest = await writeAsStaged(writer, staging(task, context));
      const rejects = new RejectsFile(rejectsFile, source, rest.rejected);
      let reopened: string[] = [];
      const refused: RefusedRecord[] = [];
      const refuse = (rows: readonly SetAside[]) => {
        refused.push(...rows.map(({ id, reason }) => ({ place: id - baseId, reason })));
      };
      if (rest.compared !== null) {
        context.report({ phase: 'comparing', done: 0, total: null, unit: 'rows' });
        const compared = await compare(rest.compared, files, source);
        if (source.corrects) refuse(compared.late);
        else rejects.add(await rejectionsOf(compared.late, source, baseId));
        reopened = compared.archivesToReopen;
        reopenAll(reopening, reopened);
      }
      await writer.writeCompared(rest);
      if (gate) context.report({ phase: 'looking at all rows', done: 0, total: null, unit: 'rows' });
      const { findings, leaveOut } = gate
        ? judge(live, {
            rules: gate,
            baseId,
            fileName: source.name,
            rest,
            parts: writer.parts(),
            known: task.texts,
            archives: files.partitions.filter(({ kind, name }) => kind === 'archive' && !reopened.includes(name)),
          })
        : NOTHING_FOUND;
      assertDecided(source.name, findings);
      if (source.corrects) refuse(leaveOut);
      else rejects.add(await rejectionsOf(leaveOut, source, baseId));
      const staying = source.corrects ? placesThatStay(source.corrects, refused) : [];
      writer.leaveOut(source.corrects ? staying.map((place) => baseId + place) : leaveOut.map(({ id }) => id));
      const facts = {
        batchId,
        fileName: source.name,
        rejected: rejects.count,
        rejectsFile: rejects.count > 0 ? rejectsFile : null,
        profile: source.profile,
        fingerprint: source.fingerprint,
        headings: [...(source.headings ?? columnNames(source.header))],
        claim: source.claim ?? null,
      };
      // What was corrected and refused is no row of this import: it stays one that the import before had set aside.
      const rowsRead = rest.rowsRead - staying.length;
      const result = writer.finish({ ...rest, rowsRead }, facts);
      saveBatchDetails(live, batchId, {
        corrects: source.corrects?.batchId ?? null,
        file: source.file ?? null,
        findings,
      });
      const stayed = source.corrects && saveCorrections(live, batchId, source.corrects, refused);
      return {
        batchId,
        rowsRead,
        ...result,
        rejected: facts.rejected,
        skipped: skippedIn(rest.notes),
        notes: rest.notes,
        rounded: rest.rounded,
        rejectsFile: facts.rejectsFile,
        reopened,
        ...(stayed && { stayed }),
        findings,
      };
    });
    reopening.removeFiles();
    return outcome;
  } catch (error) {
    removeRejects(rejectsFile);
    throw error;
  } finally {
    detachStaged(live);
    reopening.detach();
    rmSync(folder.staging, { recursive: true, force: true });
    tidyUp(() => live.exec('PRAGMA wal_checkpoint(PASSIVE)'));
  }
}

async function writeAsStaged(writer: BatchWriter, staged: AsyncGenerator<StagedPart, StagedRest>): Promise<StagedRest> {
  try {
    for (;;) {
      const { done, value } = await staged.next();
      if (done) return value;
      await writer.writePart(value);
    }
  } finally {
    await staged.return(undefined as never); // ends the reading also where writing failed
  }
}

/**
 * Days of which the store may hold a record: those of live that do, and for archives, which are not opened for it, all from
 * the first to the last of a month.
 */
function knownDays(live: WritableDatabase, { partitions, setAside }: StoreFiles): number[] {
  const ofLive = live.rows(
    `WITH RECURSIVE days (day) AS (
       SELECT MIN(production_date) FROM records
       UNION ALL SELECT (SELECT MIN(production_date) FROM records WHERE production_date > day) FROM days WHERE day IS NOT NULL
     ) SELECT day FROM days WHERE day IS NOT NULL`,
  );
  const archives = [...partitions.filter(({ kind }) => kind === 'archive'), ...setAside];
  const archived = archives.flatMap(({ months }) => months);
  return [
    ...ofLive.map(([day]) => Number(day)),
    ...archived.flatMap(({ firstDay, lastDay }) =>
      Array.from({ length: lastDay - firstDay + 1 }, (_, at) => firstDay + at),
    ),
  ];
}

function filesOf({ partitions, setAside }: Catalog): StoreFiles {
  return { partitions, setAside: setAside.map(({ partition }) => partition) };
}

/** A row that was staged and is no record after all. */
interface SetAside {
  id: number;
  line: number;
  reason: string;
}

/** Marks what the store holds already; returns the rows to set aside for it, and the archives to reopen. */
async function compare(
  file: string,
  { partitions, setAside }: StoreFiles,
  source: RowSource,
): Promise<Matched & { late: SetAside[] }> {
  const staging = openScratch(file);
  try {
    const files = { partitions: overlapping(staging, partitions, source.key), setAside };
    const matched = matchStaged(staging, files, source.key, source.corrects);
    return { ...matched, late: lateRejections(staging) };
  } finally {
    staging.close();
  }
}

function reopenAll(reopening: Reopening, archives: readonly string[]): void {
  if (archives.length > MOST_REOPENED) {
    throw new AppError(
      'INVALID_ARGUMENT',
      `The file changes records of ${archives.length} archives (${archives.join(', ')}), and at most ${MOST_REOPENED} can be reopened at once. Nothing was imported; import it in parts, a few years each.`,
    );
  }
  for (const name of archives) reopening.takeIn(name);
}

/** Files that hold a month of the staged rows; all that hold anything when the key leaves the date out. */
function overlapping(staging: WritableDatabase, partitions: readonly Partition[], key: readonly string[]): Partition[] {
  const staged = staging
    .rows('SELECT DISTINCT production_date FROM staged')
    .map(([day]) => monthIndexOfDay(Number(day)));
  const months = new Set(staged);
  const anyDate = key.length > 0 && !key.includes('production_date');
  return partitions.filter((partition) => partition.months.some(({ month }) => anyDate || months.has(month)));
}

/** Rows that are set aside only as they met the store. */
function lateRejections(staging: WritableDatabase): SetAside[] {
  const rows = staging.rows(`SELECT new_id, source_line, reason FROM staged WHERE outcome = ${Outcome.reject}`);
  return rows.map(([id, line, reason]) => ({ id: Number(id), line: Number(line), reason: String(reason) }));
}

/** Rows that were staged and are no records after all, with their cells read again from the file; a line may have several. */
async function rejectionsOf(rows: readonly SetAside[], source: RowSource, baseId: number): Promise<Rejection[]> {
  if (rows.length === 0) return [];
  const reasons = Map.groupBy(rows, ({ line }) => line);
  const rejections: Rejection[] = [];
  for await (const { line, place, cells } of source.cellsOf(new Set(reasons.keys()))) {
    for (const row of reasons.get(line) ?? []) {
      if (place === undefined || row.id - baseId === place) rejections.push({ line, cells, reason: row.reason });
    }
  }
  return rejections;
}
