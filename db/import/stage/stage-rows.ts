/**
 * The reading half of an import: rows become records laid down in files beside the store. It needs no connection, and
 * so runs on a thread of its own while the writer takes in what is finished (stage-beside.ts).
 *
 * 1. A row of a day that the store holds nothing of can only be new. It goes into the part being filled; a part is
 *    handed on while reading continues, so that both threads have work from the first tenth of a file on.
 * 2. Any other row is to be compared with what is there; all of these go into one file, handed on at the end.
 * 3. There are eight parts at most, as SQLite attaches ten files at most; they get smaller towards the end, so
 *    that little is left to write when the last row is read.
 */
import { join } from 'node:path';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { NoteTally } from '../../../shared/import/shape.ts';
import type { JobContext } from '../../engine/threads/job-context.ts';
import { profileOf } from '../gate/read-by.ts';
import { type Noticed, RowWatch } from '../gate/row-watch.ts';
import type { GateRules } from '../gate/rules.ts';
import { RejectsFile, secondFilePath } from '../rejects.ts';
import type { RowSink, RowSource } from '../row-source.ts';
import type { RecordDraft } from '../rows/record-draft.ts';
import { addNotes, skippedIn } from '../shape/note-tally.ts';
import { Dictionary, type Texts } from './dictionary.ts';
import { PartialSums } from './partial-sums.ts';
import { emptyRow, fillRow } from './staged-row.ts';
import {
  appendCompared,
  appendRecord,
  type ComparedFile,
  comparedTables,
  type PartFile,
  partTables,
} from './staged-tables.ts';
import { TableFile } from './table-file.ts';

/** What reading must know of the store; plain data. */
export interface StagingTask {
  /** Where files of staged rows are made. */
  folder: string;
  rejectsPath: string;
  batchId: number;
  /** The nth row becomes the record with the id baseId + n, unless it turns out to be known. */
  baseId: number;
  /** How the store made its table of records. */
  recordsSql: string;
  texts: Texts;
  /** Days of which the store holds records; 'all' when a row of any day may be known to it. */
  knownDays: readonly number[] | 'all';
  /** What the plausibility gate goes by; null where all is taken as it comes. */
  gate: GateRules | null;
}

/** Rows of which all are new, ready to be taken in. */
export interface StagedPart {
  file: string;
  /** Its first and last id. */
  from: number;
  to: number;
  /** Texts that its rows, or rows before them, are the first to have. */
  texts: Texts;
}

/** What reading came to. */
export interface StagedRest {
  rowsRead: number;
  rejected: number;
  /** Rows that were left out by kind, and others that were noted. */
  notes: NoteTally;
  rounded: number;
  /** Number of the last row. */
  rows: number;
  /** Rows that are to be compared; null when there are none. */
  compared: string | null;
  texts: Texts;
  /** Days whose sums are too large to be exact here. */
  inexactDays: number[];
  /** What the plausibility gate noticed; null without one. */
  noticed: Noticed | null;
}

/** Share of the file at which each part but the last ends. */
const PART_ENDS = [0.08, 0.22, 0.38, 0.54, 0.7, 0.83, 0.93];
const SMALLEST_PART = 10_000;

/** Reads a source to its end; throws what the source throws, and CANCELLED, without clearing its files away. */
export async function* stageRows(
  source: RowSource,
  task: StagingTask,
  context: JobContext,
): AsyncGenerator<StagedPart, StagedRest> {
  const rejects = new RejectsFile(task.rejectsPath, source);
  const stage = new Stage(task, profileOf(source));
  const notes: NoteTally = {};
  let rowsTaken = 0;
  try {
    for await (const { drafts, staged = 0, rejections, notes: noted = [], expectedRows } of source.read(stage)) {
      context.checkCancelled();
      for (const draft of drafts) stage.add(draft);
      rejects.add(rejections);
      stage.watch?.seeRejected(rejections);
      addNotes(notes, noted);
      rowsTaken += drafts.length + staged + rejections.length;
      const rowsRead = rowsTaken + skippedIn(notes);
      context.report({ phase: 'reading', done: rowsRead, total: expectedRows, unit: 'rows' });
      const part = expectedRows === null ? null : stage.partAt(rowsRead / expectedRows);
      if (part) yield part;
    }
    const last = stage.endPart();
    if (last) yield last;
    return { rowsRead: rowsTaken + skippedIn(notes), rejected: rejects.count, notes, ...stage.end() };
  } finally {
    stage.abandon();
  }
}

interface OpenPart {
  path: string;
  file: PartFile;
  sums: PartialSums;
  /** Place of its first row. */
  from: number;
}

class Stage implements RowSink {
  readonly dictionary: Dictionary;
  readonly watch: RowWatch | null;
  readonly row = emptyRow();
  readonly secondFilePath: string;
  readonly #task: StagingTask;
  readonly #knownDays: ReadonlySet<number> | null;
  readonly #inexactDays = new Set<number>();
  #part: OpenPart | null = null;
  #compared: { path: string; file: ComparedFile } | null = null;
  #parts = 0;
  #rows = 0;
  #rounded = 0;

  constructor(task: StagingTask, profile: ImportProfile | null) {
    this.#task = task;
    this.secondFilePath = secondFilePath(task.rejectsPath);
    this.dictionary = new Dictionary(task.texts);
    this.watch = task.gate && new RowWatch(task.gate, this.dictionary, profile);
    this.#knownDays = task.knownDays === 'all' ? null : new Set(task.knownDays);
  }

  add(draft: RecordDraft): void {
    fillRow(this.row, draft, this.dictionary);
    this.#rounded += draft.rounded;
    this.accept();
  }

  accept(): void {
    const place = ++this.#rows;
    const { batchId, baseId } = this.#task;
    const { row } = this;
    this.watch?.see(row, baseId + place);
    if (this.#knownDays === null || this.#knownDays.has(row.day)) {
      this.#compared ??= this.#openCompared();
      appendCompared(this.#compared.file, baseId + place, row);
    } else {
      this.#part ??= this.#openPart(place);
      appendRecord(this.#part.file, baseId + place, row, { batchId, place });
      this.#part.sums.add(row);
    }
  }

  /** The part that ends where this share of the source is read; null when it goes on. */
  partAt(share: number): StagedPart | null {
    const end = PART_ENDS[this.#parts];
    const isLong = this.#part !== null && this.#rows - this.#part.from >= SMALLEST_PART;
    return isLong && end !== undefined && share >= end ? this.endPart() : null;
  }

  endPart(): StagedPart | null {
    const part = this.#part;
    if (part === null) return null;
    part.sums.write();
    part.file.close();
    for (const day of part.sums.inexactDays) this.#inexactDays.add(day);
    this.#part = null;
    this.#parts += 1;
    const { baseId } = this.#task;
    return { file: part.path, from: baseId + part.from, to: baseId + this.#rows, texts: this.dictionary.takeNew() };
  }

  end(): Omit<StagedRest, 'rowsRead' | 'rejected' | 'notes'> {
    this.#compared?.file.close();
    return {
      rounded: this.#rounded,
      rows: this.#rows,
      compared: this.#compared?.path ?? null,
      texts: this.dictionary.takeNew(),
      inexactDays: [...this.#inexactDays],
      noticed: this.watch?.noticed() ?? null,
    };
  }

  /** Lets go of files that are not finished. */
  abandon(): void {
    this.#part?.file.abandon();
    this.#compared?.file.abandon();
  }

  #openPart(from: number): OpenPart {
    const path = join(this.#task.folder, `part-${this.#parts + 1}.db`);
    const file: PartFile = new TableFile(path, partTables(this.#task.recordsSql));
    return { path, file, sums: new PartialSums(file), from };
  }

  #openCompared() {
    const path = join(this.#task.folder, 'compared.db');
    const file: ComparedFile = new TableFile(path, comparedTables);
    return { path, file };
  }
}
