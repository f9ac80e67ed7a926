import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobContext } from '../engine/threads/job-context.ts';
import { type ImportOutcome, importRows } from '../import/import-rows.ts';
import type { RowSource } from '../import/row-source.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';

/** A job nobody watches or cancels. */
export const unwatched: JobContext = { report() {}, checkCancelled() {} };

/** A new empty folder, and how to remove it. */
export function scratchFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'throughline-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A store in a new folder; close it before removing the folder. */
export function createStore(): { store: OwnedStore; path: string; remove(): void } {
  const scratch = scratchFolder();
  return { store: openStore(scratch.path), ...scratch };
}

/** Drafts as something to import. */
export function draftSource(drafts: RecordDraft[], key: readonly string[] = [], name = 'drafts'): RowSource {
  return {
    name,
    profile: '{}',
    fingerprint: null,
    header: ['line'],
    key,
    async *read() {
      yield { drafts, rejections: [], expectedRows: drafts.length };
    },
    async *cellsOf(lines) {
      for (const line of lines) yield { line, cells: [String(line)] };
    },
  };
}

export function insertRecords(
  store: OwnedStore,
  drafts: RecordDraft[],
  key: readonly string[] = [],
): Promise<ImportOutcome> {
  return importRows(store, draftSource(drafts, key), unwatched);
}
