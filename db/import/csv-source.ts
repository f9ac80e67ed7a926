import { statSync } from 'node:fs';
import type { ImportProfile } from '../../shared/import/profile.ts';
import { needsWholeFile } from './derive/counters.ts';
import { TimedReadings } from './derive/readings.ts';
import { isMarked } from './file/row-text.ts';
import { settleReading } from './file/settle.ts';
import { headerFingerprint } from './guess/guess-profile.ts';
import { keyColumnsOf } from './match.ts';
import type { RowBatch, RowSink, RowSource } from './row-source.ts';
import { columnNames } from './rows/columns.ts';
import { assertProfileComplete, createRowMapper, type FileFacts, type RowMapper } from './rows/map-row.ts';
import { compilePlainLine, type PlainLine } from './rows/plain-line.ts';
import { createRowSplitter, type RowSplitter, readCsvRows } from './rows/read-rows.ts';
import { readPieces } from './rows/read-text.ts';
import type { CsvRow, Rejection } from './rows/record-draft.ts';
import { notesOf, type RowNote, skippedRows } from './shape/note-tally.ts';
import { headingsOf, readHead } from './shape/read-head.ts';
import {
  assertSecondFile,
  columnsOfSecondFile,
  openSecondFile,
  type SecondFile,
  type SecondTable,
} from './shape/second-file.ts';
import { createShaper, type RowJoiner, type Shaper, type TableHead } from './shape/shaper.ts';
import { totalLabel } from './shape/total-words.ts';

const LINE_FEED = 10;

/**
 * A file read by a profile, together with a second one where the profile joins one. Throws INVALID_PROFILE before anything is
 * read when they do not fit.
 */
export async function csvSource(
  path: string,
  name: string,
  given: ImportProfile,
  second?: SecondFile,
): Promise<RowSource> {
  assertProfileComplete(given);
  assertSecondFile(given, second);
  const profile = await settleReading(path, given);
  const head = await readHead(path, profile);
  const { header, ownColumns, fileColumns } = createShaper(profile, head);
  createRowMapper(profile, header, { fileName: name }); // refuses a profile that names columns the file lacks
  const table = { path, name, profile, head, second };
  const headings = columnNames(headingsOf(head, profile, ownColumns));
  return {
    // Both files are where a record comes from.
    name: second && profile.shape.join ? `${name} + ${second.name}` : name,
    profile: JSON.stringify(profile),
    fingerprint: headerFingerprint(headings, profile.delimiter),
    headings,
    header: header.cells,
    ...(await lineHeadings(profile, fileColumns, second)),
    key: keyColumnsOf(profile.key),
    read: (sink) => stageFile(table, sink),
    cellsOf: (lines) => readLines(table, lines),
  };
}

/** The file, and how it is read. */
interface TableFile {
  path: string;
  name: string;
  profile: ImportProfile;
  head: TableHead;
  second: SecondFile | undefined;
}

/** Of a file whose rows are made into others. */
async function lineHeadings(
  { shape: { unpivot, join } }: ImportProfile,
  file: readonly string[],
  second: SecondFile | undefined,
): Promise<Pick<RowSource, 'lineHeadings'>> {
  if (join && second) {
    const both = [...file, ...(await columnsOfSecondFile(second.path, join.reading))];
    return { lineHeadings: { file, both } };
  }
  return unpivot ? { lineHeadings: { file } } : {};
}

function openSecond({ profile, head, second }: TableFile): Promise<SecondTable> | null {
  const { join } = profile.shape;
  if (!join || !second) return null;
  return openSecondFile(second, { profile, join, columns: createShaper(profile, head).fileColumns });
}

type JoinerFor = ((columns: readonly string[]) => RowJoiner) | null;

/** Stages the rows of a file, after a first reading where its counters are taken in the order of time. */
async function* stageFile(table: TableFile, sink: RowSink): AsyncGenerator<RowBatch> {
  const counters = needsWholeFile(table.profile) ? new TimedReadings(table.profile) : undefined;
  const second = await openSecond(table);
  const facts = { fileName: table.name, counters, areAllRows: true };
  const joinerFor = second?.joinerFor ?? null;
  try {
    if (counters) {
      for await (const _ of stageTable(table, joinerFor, facts, sink)) {
        yield { drafts: [], rejections: [], expectedRows: null };
      }
      counters.settle();
    }
    let isKept = sink.secondFilePath === undefined;
    for await (const batch of stageTable(table, joinerFor, facts, sink)) {
      if (!isKept && second && sink.secondFilePath && batch.rejections.some(({ below }) => below === 'file')) {
        second.keep(sink.secondFilePath);
        isKept = true;
      }
      yield batch;
    }
  } finally {
    second?.close();
    counters?.close();
  }
}

/** Stages rows, a line the quick way where it is plain and the careful way where it is not. */
async function* stageTable(
  { path, profile, head }: TableFile,
  joinerFor: JoinerFor,
  facts: FileFacts,
  sink: RowSink,
): AsyncGenerator<RowBatch> {
  const size = statSync(path).size;
  const lines = new LineStager(profile, createShaper(profile, head, joinerFor), facts, sink);
  let bytesRead = 0;
  let rowsRead = 0;
  const counted = (batch: Omit<RowBatch, 'drafts' | 'expectedRows'> & { staged: number }): RowBatch => {
    rowsRead += batch.staged + batch.rejections.length + skippedRows(batch.notes ?? []);
    return { ...batch, drafts: [], expectedRows: bytesRead > 0 ? Math.round((rowsRead * size) / bytesRead) : null };
  };
  for await (const piece of readPieces(path, profile, (bytes) => {
    bytesRead = bytes;
  })) {
    lines.add(piece);
    yield counted(lines.take());
  }
  lines.end();
  yield counted(lines.take());
}

/** Takes the lines of a file in order, also to gather its counters only; rows that cannot be staged are kept as rejections until they are taken. */
class LineStager {
  readonly #sink: RowSink;
  readonly #splitter: RowSplitter;
  readonly #shaper: Shaper;
  readonly #map: RowMapper;
  readonly #plain: PlainLine | null;
  readonly #lastLineAbove: number;
  readonly #isGathering: boolean;
  #headLeft: number;
  #staged = 0;
  #rejections: Rejection[] = [];
  #notes: RowNote[] = [];

  constructor(profile: ImportProfile, shaper: Shaper, facts: FileFacts, sink: RowSink) {
    this.#sink = sink;
    this.#isGathering = facts.counters?.isComplete === false;
    this.#lastLineAbove = profile.headerLine - 1;
    this.#splitter = createRowSplitter(profile);
    this.#shaper = shaper;
    this.#headLeft = shaper.headRows;
    this.#map = createRowMapper(profile, shaper.header, facts);
    this.#plain = shaper.isPlain ? compilePlainLine(profile, columnNames(shaper.header.cells), sink) : null;
  }

  /** Takes whole lines, or a piece of one that is longer than a row can be. */
  add(piece: Buffer): void {
    if (this.#plain === null) {
      this.#stage(this.#splitter.add(piece.toString('utf8')));
      return;
    }
    let from = 0;
    while (from < piece.length) {
      if (piece[from] === LINE_FEED && this.#splitter.isBetweenRows()) {
        this.#splitter.passLine();
        from += 1;
        continue;
      }
      const end = piece.indexOf(LINE_FEED, from);
      const next = end < 0 ? piece.length : end + 1;
      this.#addLine(this.#plain, piece, from, end, next);
      from = next;
    }
  }

  end(): void {
    this.#stage(this.#splitter.end());
  }

  take(): { staged: number; rejections: Rejection[]; notes: RowNote[] } {
    const taken = { staged: this.#staged, rejections: this.#rejections, notes: this.#notes };
    this.#staged = 0;
    this.#rejections = [];
    this.#notes = [];
    return taken;
  }

  #addLine(plain: PlainLine, piece: Buffer, from: number, end: number, next: number): void {
    const splitter = this.#splitter;
    const isInTable = this.#headLeft === 0 && splitter.line() > this.#lastLineAbove;
    const mayBePlain = end >= 0 && isInTable && splitter.isBetweenRows() && !isMarked(piece[from]);
    if (mayBePlain && plain.read(piece, from, end)) {
      this.#sink.row.sourceLine = splitter.line();
      splitter.passLine();
      this.#sink.accept();
      this.#staged += 1;
      return;
    }
    const rows = splitter.add(piece.toString('utf8', from, next));
    const made = this.#stage(rows);
    if (mayBePlain && made === 1 && splitter.isBetweenRows() && !isCalledTotal(rows)) plain.learn(piece);
  }

  #belowHead(rows: readonly CsvRow[]): readonly CsvRow[] {
    const isBelow = this.#headLeft === 0 && (rows[0]?.line ?? 0) > this.#lastLineAbove;
    if (isBelow) return rows;
    const ofTable = rows.filter(({ line }) => line > this.#lastLineAbove);
    const data = ofTable.slice(this.#headLeft);
    this.#headLeft = Math.max(0, this.#headLeft - ofTable.length);
    return data;
  }

  /** Stages rows the careful way; returns how many became records. */
  #stage(rows: readonly CsvRow[]): number {
    const before = this.#staged;
    for (const row of this.#shaper.shape(this.#belowHead(rows))) {
      this.#notes.push(...notesOf(row));
      if (row.skipped) continue;
      const mapped = this.#map(row);
      if (this.#isGathering) continue;
      if (mapped.draft) {
        this.#sink.add(mapped.draft);
        this.#staged += 1;
      } else this.#rejections.push(mapped.rejection);
    }
    return this.#staged - before;
  }
}

/** A row that may be a total by what else it holds must be looked at each time: its names are not to be learned. */
function isCalledTotal(rows: readonly CsvRow[]): boolean {
  return rows.some(({ cells }) => cells.some((cell) => totalLabel(cell) === 'is'));
}

async function* readLines(
  table: TableFile,
  lines: ReadonlySet<number>,
): AsyncGenerator<{ line: number; place?: number; cells: string[] }> {
  const { path, profile, head } = table;
  const second = await openSecond(table);
  try {
    const shaper = createShaper(profile, head, second?.joinerFor ?? null);
    // Which of the records of a line is meant, their places tell, for which all rows have to be mapped again.
    const map = profile.shape.unpivot
      ? createRowMapper(profile, shaper.header, { fileName: table.name, areAllRows: true })
      : null;
    // What a row between says counts for those that follow.
    const isInOrder = map !== null || profile.shape.blocks !== undefined;
    let headLeft = shaper.headRows;
    let place = 0;
    for await (const rows of readCsvRows(path, profile)) {
      const data = rows.slice(headLeft);
      headLeft = Math.max(0, headLeft - rows.length);
      for (const row of shaper.shape(isInOrder ? data : data.filter(({ line }) => lines.has(line)))) {
        if (!map && lines.has(row.line)) yield row;
        if (!map) continue;
        if (row.skipped || !map(row).draft) continue;
        place += 1;
        if (lines.has(row.line)) yield { ...row, place };
      }
    }
  } finally {
    second?.close();
  }
}
