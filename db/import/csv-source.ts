import { statSync } from 'node:fs';
import type { ImportProfile } from '../../shared/import/profile.ts';
import { columnNames } from './columns.ts';
import { isMarked } from './file/row-text.ts';
import { settleReading } from './file/settle.ts';
import { headerFingerprint } from './guess-profile.ts';
import { assertProfileComplete, createRowMapper, type RowMapper } from './map-row.ts';
import { keyColumnsOf } from './match.ts';
import { compilePlainLine, type PlainLine } from './plain-line.ts';
import { createRowSplitter, type RowSplitter, readCsvRows } from './read-rows.ts';
import { readPieces } from './read-text.ts';
import type { CsvRow, Rejection } from './record-draft.ts';
import type { RowBatch, RowSink, RowSource } from './row-source.ts';

const LINE_FEED = 10;

/** A file read by a profile. Throws INVALID_PROFILE before anything is read when they do not fit. */
export async function csvSource(path: string, name: string, given: ImportProfile): Promise<RowSource> {
  assertProfileComplete(given);
  const profile = await settleReading(path, given);
  const header = await readHeader(path, profile);
  createRowMapper(profile, header); // refuses a profile that names columns the file lacks
  return {
    name,
    profile: JSON.stringify(profile),
    fingerprint: headerFingerprint(header.cells, profile.delimiter),
    header: header.cells,
    key: keyColumnsOf(profile.key),
    read: (sink) => stageFile(path, profile, header, sink),
    cellsOf: (lines) => readLines(path, profile, lines),
  };
}

async function readHeader(path: string, profile: ImportProfile): Promise<CsvRow> {
  for await (const rows of readCsvRows(path, profile)) {
    if (rows[0]) return rows[0];
  }
  return { line: 1, cells: [] };
}

/** Stages the rows of a file, a line the quick way where it is plain and the careful way where it is not. */
async function* stageFile(
  path: string,
  profile: ImportProfile,
  header: CsvRow,
  sink: RowSink,
): AsyncGenerator<RowBatch> {
  const size = statSync(path).size;
  const lines = new LineStager(profile, header, sink);
  let bytesRead = 0;
  let rowsRead = 0;
  const counted = (batch: Omit<RowBatch, 'drafts' | 'expectedRows'> & { staged: number }): RowBatch => {
    rowsRead += batch.staged + batch.rejections.length;
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

/** Takes the lines of a file in order; rows that cannot be staged are kept as rejections until they are taken. */
class LineStager {
  readonly #sink: RowSink;
  readonly #splitter: RowSplitter;
  readonly #map: RowMapper;
  readonly #plain: PlainLine | null;
  readonly #headerLine: number;
  #isHeaderRead = false;
  #staged = 0;
  #rejections: Rejection[] = [];

  constructor(profile: ImportProfile, header: CsvRow, sink: RowSink) {
    this.#sink = sink;
    this.#headerLine = profile.headerLine;
    this.#splitter = createRowSplitter(profile);
    this.#map = createRowMapper(profile, header);
    this.#plain = compilePlainLine(profile, columnNames(header.cells), sink);
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

  take(): { staged: number; rejections: Rejection[] } {
    const taken = { staged: this.#staged, rejections: this.#rejections };
    this.#staged = 0;
    this.#rejections = [];
    return taken;
  }

  #addLine(plain: PlainLine, piece: Buffer, from: number, end: number, next: number): void {
    const splitter = this.#splitter;
    const mayBePlain = end >= 0 && this.#isHeaderRead && splitter.isBetweenRows() && !isMarked(piece[from]);
    if (mayBePlain && plain.read(piece, from, end)) {
      this.#sink.row.sourceLine = splitter.line();
      splitter.passLine();
      this.#sink.accept();
      this.#staged += 1;
      return;
    }
    const made = this.#stage(splitter.add(piece.toString('utf8', from, next)));
    if (mayBePlain && made === 1 && splitter.isBetweenRows()) plain.learn(piece);
  }

  /** Stages rows the careful way; returns how many became records. */
  #stage(rows: readonly CsvRow[]): number {
    const before = this.#staged;
    for (const row of rows) {
      if (row.line < this.#headerLine) continue;
      if (!this.#isHeaderRead) {
        this.#isHeaderRead = true;
        continue;
      }
      const mapped = this.#map(row);
      if (mapped.draft) {
        this.#sink.add(mapped.draft);
        this.#staged += 1;
      } else this.#rejections.push(mapped.rejection);
    }
    return this.#staged - before;
  }
}

async function* readLines(path: string, profile: ImportProfile, lines: ReadonlySet<number>): AsyncGenerator<CsvRow> {
  for await (const rows of readCsvRows(path, profile)) {
    for (const row of rows) if (lines.has(row.line)) yield row;
  }
}
