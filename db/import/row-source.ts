import type { RecordDraft, Rejection } from './record-draft.ts';

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
  read(): AsyncIterable<RowBatch>;
  /** The text of some rows again, by their lines. */
  cellsOf(lines: ReadonlySet<number>): AsyncIterable<{ line: number; cells: string[] }>;
}

export interface RowBatch {
  drafts: RecordDraft[];
  rejections: Rejection[];
  expectedRows: number | null;
}
