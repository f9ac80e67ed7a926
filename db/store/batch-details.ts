/** What an import's own line does not say: who it was, which file of the disk, and whose rows it corrects. In live alone. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve, sep } from 'node:path';
import type { Finding } from '../../shared/import/gate.ts';
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { changedAtMs } from './changed-at.ts';

/** A file as it was when it was imported, by which it is known again. */
export interface FileFacts {
  /** Where it lay; null of a copy that was sent and is not kept. */
  path: string | null;
  bytes: number;
  modifiedMs: number | null;
  /** Hash of its size, beginning and end: quick for a file of any size, and another for nearly any change. */
  digest: string;
}

const EDGE_BYTES = 64 * 1024;

/** Looks at a file that is to be imported. Throws what the file system does. */
export function readFileFacts(path: string): FileFacts {
  const stats = statSync(path);
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256').update(String(stats.size));
    const edge = Buffer.alloc(EDGE_BYTES);
    for (const from of [0, Math.max(0, stats.size - EDGE_BYTES)]) {
      hash.update(edge.subarray(0, readSync(file, edge, 0, EDGE_BYTES, from)));
    }
    return { path: resolve(path), bytes: stats.size, modifiedMs: changedAtMs(stats), digest: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
}

/** The same of a file that may be a copy in the store's inbox, which is gone after the import. */
export function readHandedFile(path: string, inbox: string): FileFacts {
  const facts = readFileFacts(path);
  return facts.path?.startsWith(inbox + sep) ? { ...facts, path: null, modifiedMs: null } : facts;
}

/** Who works with the program, as the system knows them; empty where it does not. */
export function whoWorks(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // a process may run as a number that no name belongs to
  }
}

export interface BatchDetails {
  importedBy: string;
  /** The import that had set the rows aside. */
  corrects: number | null;
  file: FileFacts | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

interface DetailsRow {
  imported_by: string;
  corrects: number | null;
  path: string | null;
  bytes: number | null;
  modified_ms: number | null;
  digest: string | null;
  undone_at: string | null;
  undone_by: string | null;
}

/** Keeps them; belongs in the transaction of the import. */
export function saveBatchDetails(
  live: WritableDatabase,
  batchId: number,
  {
    corrects,
    file,
    findings = [],
  }: Partial<Pick<BatchDetails, 'corrects' | 'file'>> & { findings?: readonly Finding[] },
): void {
  live.run(
    `INSERT INTO batch_details (batch_id, imported_by, corrects, path, bytes, modified_ms, digest, findings)
     VALUES (@batchId, @importedBy, @corrects, @path, @bytes, @modifiedMs, @digest, @findings)`,
    {
      batchId,
      importedBy: whoWorks(),
      corrects: corrects ?? null,
      path: file?.path ?? null,
      bytes: file?.bytes ?? null,
      modifiedMs: file?.modifiedMs ?? null,
      digest: file?.digest ?? null,
      findings: findings.length === 0 ? null : JSON.stringify(findings),
    },
  );
}

/** What is known of an import beside its line; null of one whose store was made anew without it. */
export function readBatchDetails(live: ReadableDatabase, batchId: number): BatchDetails | null {
  const row = live.get<DetailsRow>('SELECT * FROM batch_details WHERE batch_id = @batchId', { batchId });
  if (!row) return null;
  const { path, bytes, modified_ms: modifiedMs, digest } = row;
  return {
    importedBy: row.imported_by,
    corrects: row.corrects,
    file: bytes === null || digest === null ? null : { path, bytes, modifiedMs, digest },
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
  };
}

/** Keeps when an import was undone, and who did; belongs in the transaction that undoes it. */
export function saveUndone(live: WritableDatabase, batchId: number): void {
  live.run(
    `INSERT INTO batch_details (batch_id, imported_by, undone_at, undone_by) VALUES (@batchId, '', @now, @who)
     ON CONFLICT (batch_id) DO UPDATE SET undone_at = @now, undone_by = @who`,
    { batchId, now: new Date().toISOString(), who: whoWorks() },
  );
}
