import { monthIndexOfDay } from '../../shared/domain/day.ts';
import type { JobContext } from '../engine/job-context.ts';
import { readCatalog } from '../store/catalog.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { Dictionary } from './dictionary.ts';
import { matchStaged } from './match.ts';
import type { RecordDraft, Rejection } from './record-draft.ts';
import { RejectsFile } from './rejects.ts';
import { Outcome, Staging } from './staging.ts';
import { writeBatch } from './write-batch.ts';

/** What an import reads from, whatever the format behind it. */
export interface RowSource {
  name: string;
  /** Profile as JSON, kept with the batch. */
  profile: string;
  fingerprint: string | null;
  header: string[];
  /** Columns of the record that name it; empty when it is known by all it holds. */
  key: readonly string[];
  /** Rows as they come, with how many are expected in all as far as that can be told. */
  read(): AsyncIterable<{ drafts: RecordDraft[]; rejections: Rejection[]; expectedRows: number | null }>;
  /** The text of some rows again, by their lines. */
  cellsOf(lines: ReadonlySet<number>): AsyncIterable<{ line: number; cells: string[] }>;
}

export interface ImportOutcome {
  batchId: number;
  rowsRead: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rounded: number;
  rejectsFile: string | null;
}

/**
 * Reads all rows beside the store, compares them with what is there, and writes them as one batch. A throw, also the
 * one of a cancel, leaves the store as it was.
 */
export async function importRows(store: OwnedStore, source: RowSource, context: JobContext): Promise<ImportOutcome> {
  const { live, folder } = store;
  const batchId = 1 + Number(live.rows('SELECT COALESCE(MAX(id), 0) FROM import_batches')[0]?.[0]);
  const dictionary = new Dictionary(live);
  const rejects = new RejectsFile(folder.rejects, batchId, source.name, source.header);
  const staging = new Staging(live, folder.staging, dictionary);
  try {
    let rowsRead = 0;
    for await (const { drafts, rejections, expectedRows } of source.read()) {
      context.checkCancelled();
      for (const draft of drafts) staging.add(draft);
      rejects.add(rejections);
      rowsRead += drafts.length + rejections.length;
      context.report({ phase: 'reading', done: rowsRead, total: expectedRows, unit: 'rows' });
    }
    staging.flush();
    context.report({ phase: 'comparing', done: 0, total: null, unit: 'rows' });
    matchStaged(live, overlapping(store, source.key), source.key);
    rejects.add(await lateRejections(store, source));
    const facts = {
      batchId,
      fileName: source.name,
      rowsRead,
      rejected: rejects.count,
      rounded: staging.rounded,
      rejectsFile: rejects.count > 0 ? rejects.path : null,
      profile: source.profile,
      fingerprint: source.fingerprint,
    };
    const result = writeBatch(live, dictionary, facts, context);
    return {
      batchId,
      rowsRead,
      ...result,
      rejected: facts.rejected,
      rounded: facts.rounded,
      rejectsFile: facts.rejectsFile,
    };
  } catch (error) {
    rejects.remove();
    throw error;
  } finally {
    staging.close();
    live.exec('PRAGMA wal_checkpoint(PASSIVE)');
  }
}

/** Files that hold a month of the staged rows; all that hold anything when the key leaves the date out. */
function overlapping(store: OwnedStore, key: readonly string[]) {
  const staged = store.live
    .rows('SELECT DISTINCT production_date FROM staging.staged')
    .map(([day]) => monthIndexOfDay(Number(day)));
  const months = new Set(staged);
  const anyDate = key.length > 0 && !key.includes('production_date');
  return readCatalog(store.live, store.folder).partitions.filter((partition) =>
    partition.months.some(({ month }) => anyDate || months.has(month)),
  );
}

/** Rows that were set aside only when they met the store, with their cells read again from the file. */
async function lateRejections(store: OwnedStore, source: RowSource): Promise<Rejection[]> {
  const reasons = new Map(
    store.live
      .rows(`SELECT source_line, reason FROM staging.staged WHERE outcome = ${Outcome.reject}`)
      .map(([line, reason]) => [Number(line), String(reason)]),
  );
  const rejections: Rejection[] = [];
  if (reasons.size === 0) return rejections;
  for await (const { line, cells } of source.cellsOf(new Set(reasons.keys()))) {
    rejections.push({ line, cells, reason: reasons.get(line) ?? '' });
  }
  return rejections;
}
