import type { FileFacts } from '../store/batch-details.ts';
import type { Correcting } from './corrections/corrected-source.ts';
import type { LineHeadings, RecordDraft, Rejection } from './rows/record-draft.ts';
import type { RowNote } from './shape/note-tally.ts';
import type { Dictionary } from './stage/dictionary.ts';
import type { StagedRow } from './stage/staged-row.ts';

/** Where a source stages rows by itself. */
export interface RowSink {
  dictionary: Dictionary;
  /** The row to fill before `accept`; what it holds of the row before is not cleared. */
  row: StagedRow;
  accept(): void;
  /** Fills the row from a draft and accepts it. */
  add(draft: RecordDraft): void;
  /** Where what a second file brings is kept for lines that were not joined with it; nothing is kept where it is absent. */
  secondFilePath?: string;
}

/** What an import reads from, whatever the format behind it. */
export interface RowSource {
  name: string;
  /** Profile as JSON, kept with the batch. */
  profile: string;
  fingerprint: string | null;
  /** What the fingerprint was made from: the headings of the file as they stand in it. The header where absent. */
  headings?: readonly string[];
  /** By which a file of a watched folder was taken. */
  claim?: string;
  header: string[];
  /** Headings of lines that are set aside as they stand in the file, where its rows are made into others. */
  lineHeadings?: Partial<Record<LineHeadings, readonly string[]>>;
  /** Columns of the record that name it; empty when it is known by all it holds. */
  key: readonly string[];
  /**
   * Rows as they come, with how many are expected in all as far as that can be told. They are drafts to be staged, or
   * staged by the source itself.
   */
  read(sink: RowSink): AsyncIterable<RowBatch>;
  /**
   * The text of some rows again, by their lines. Where a line may hold several records, each with its place among all that
   * were staged, counted from 1.
   */
  cellsOf(lines: ReadonlySet<number>): AsyncIterable<{ line: number; place?: number; cells: string[] }>;
  /** The file as it is on the disk; absent of what is no file. */
  file?: FileFacts;
  /** The import that had set these rows aside. */
  corrects?: Correcting;
}

export interface RowBatch {
  drafts: RecordDraft[];
  /** Rows that the source has staged by itself since the batch before. */
  staged?: number;
  rejections: Rejection[];
  /** Rows that were left out, and others of which something is to be told. */
  notes?: readonly RowNote[];
  expectedRows: number | null;
}
