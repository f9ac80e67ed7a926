/**
 * A workbook written as a stream: rows come in batches, are made into XML and deflated as they come, and are kept nowhere, so
 * that the memory of a report grows little with its rows. The sheet that tells of them comes last, when all rows are known.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Cell } from '../../../shared/query/answer.ts';
import type { ReportContent, RowSupply } from '../report-content.ts';
import { CellFormats } from './cell-formats.ts';
import { packageFiles, sheetFile } from './package-xml.ts';
import { aboutSheet, columnWidths, MOST_SHEET_ROWS, RowsSheet } from './sheet-xml.ts';

/** Beyond it XML gets little smaller for much longer work. */
const COMPRESSION = { compressionLevel: 3 };

/** Rows that are XML at once: a batch of 5,000 would be 10 MB of text, and its garbage many times that. */
const ROWS_A_PIECE = 500;

/** Writes a workbook to `path`, which must not exist; gives the rows that it holds. `sheetRows` is for tests. */
export async function writeWorkbook(
  path: string,
  content: ReportContent,
  { batches, about }: RowSupply,
  sheetRows = MOST_SHEET_ROWS,
): Promise<number> {
  const feed = new RowFeed(batches);
  const first = await feed.peek();
  const widths = columnWidths(content.columns, first);
  const sheets = Math.max(1, Math.ceil(content.rows / (sheetRows - 1)));
  const sheetNames = Array.from({ length: sheets }, (_, at) => content.sheets.rows + (at === 0 ? '' : ` ${at + 1}`));
  const formats = new CellFormats([...content.columns, ...aboutTypes]);

  const zip = new ZipFile();
  const failed = once(zip, 'error').then(([error]) => Promise.reject(error));
  const written = pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx', flush: true }));
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text, 'utf8'), name);
  const files = packageFiles(content, [...sheetNames, content.sheets.about], formats.codes);
  for (const [name, text] of Object.entries(files)) add(name, text);
  for (const at of sheetNames.keys()) {
    const stream = Readable.from(sheetOf(content, formats, widths, feed, sheetRows - 1), { objectMode: false });
    zip.addReadStreamLazy(sheetFile(at + 1), COMPRESSION, (give) => give(null, stream));
  }
  const aboutStream = Readable.from(aboutOf(content, formats, about), { objectMode: false });
  zip.addReadStreamLazy(sheetFile(sheets + 1), COMPRESSION, (give) => give(null, aboutStream));
  zip.end();
  await Promise.race([written, failed]);
  return feed.taken;
}

/** Every type that a sheet about rows uses beside those of its columns. */
const aboutTypes = [
  { kind: 'text', decimals: null },
  { kind: 'number', decimals: 0 },
  { kind: 'number', decimals: null },
  { kind: 'share', decimals: 2 },
  { kind: 'number', decimals: 2 },
  { kind: 'number', decimals: null, isSigned: true },
  { kind: 'number', decimals: 2, isSigned: true },
  { kind: 'share', decimals: 1, isSigned: true },
  { kind: 'day', decimals: null },
  { kind: 'instant', decimals: null },
] as const;

async function* sheetOf(
  { columns }: ReportContent,
  formats: CellFormats,
  widths: readonly number[],
  feed: RowFeed,
  most: number,
): AsyncGenerator<Buffer> {
  const sheet = new RowsSheet(columns, formats);
  yield Buffer.from(sheet.head(widths), 'utf8');
  let left = most;
  while (left > 0) {
    const rows = await feed.take(Math.min(left, ROWS_A_PIECE));
    if (rows.length === 0) break;
    left -= rows.length;
    yield Buffer.from(sheet.rows(rows), 'utf8');
  }
  yield Buffer.from(sheet.foot(), 'utf8');
}

async function* aboutOf(
  { title }: ReportContent,
  formats: CellFormats,
  about: RowSupply['about'],
): AsyncGenerator<Buffer> {
  yield Buffer.from(aboutSheet(title, await about(), formats), 'utf8');
}

/** Rows of batches, as many at a time as a sheet still has room for. */
class RowFeed {
  readonly #batches: AsyncIterator<readonly (readonly Cell[])[]>;
  #waiting: readonly (readonly Cell[])[] = [];
  taken = 0;

  constructor(batches: AsyncIterator<readonly (readonly Cell[])[]>) {
    this.#batches = batches;
  }

  /** The next rows, which stay to be taken; none where there are no more. */
  async peek(): Promise<readonly (readonly Cell[])[]> {
    while (this.#waiting.length === 0) {
      const { done, value } = await this.#batches.next();
      if (done) break;
      this.#waiting = value;
    }
    return this.#waiting;
  }

  async take(most: number): Promise<readonly (readonly Cell[])[]> {
    const rows = await this.peek();
    this.#waiting = rows.slice(most);
    this.taken += Math.min(rows.length, most);
    return rows.slice(0, most);
  }
}
