/** Files of the sample plant of every kind whose import must not take more memory the longer it is. */
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ZipFile } from 'yazl';
import { workbookFiles } from '../../db/testing/zip-file.ts';
import { CsvWriter } from './csv-writer.ts';
import { plantOf } from './plant.ts';
import { plantRows, writePlantFile } from './plant-file.ts';
import { columnNames } from './text-table.ts';

export interface ImportFile {
  title: string;
  /** Whether its rows become records, or are all rejected. */
  isGood: boolean;
  /** What must not take more memory: a file so many times as long; of a million rows of text one of two gigabytes. */
  timesAsLong: number;
  /** The largest it can be. */
  mostRows: number;
  write(path: string, rows: number): Promise<void>;
}

const MOST_ROWS_OF_A_SHEET = 1_048_575;

export const importFiles = {
  text: {
    title: 'delimited text',
    isGood: true,
    timesAsLong: 12,
    mostRows: Number.POSITIVE_INFINITY,
    write: async (path, rows) => writePlantFile(path, plantOf(rows)),
  },
  gzip: {
    title: 'the same, compressed',
    isGood: true,
    timesAsLong: 3,
    mostRows: Number.POSITIVE_INFINITY,
    async write(path, rows) {
      writePlantFile(`${path}.csv`, plantOf(rows));
      await pipeline(createReadStream(`${path}.csv`), createGzip({ level: 1 }), createWriteStream(path));
    },
  },
  workbook: { title: 'a workbook', isGood: true, timesAsLong: 3, mostRows: MOST_ROWS_OF_A_SHEET, write: writeWorkbook },
  rejects: {
    title: 'rows that are all rejected',
    isGood: false,
    timesAsLong: 3,
    mostRows: Number.POSITIVE_INFINITY,
    write: writeRejects,
  },
} as const satisfies Record<string, ImportFile>;
export type ImportFileName = keyof typeof importFiles;

/** Every quantity is a word. */
async function writeRejects(path: string, rows: number): Promise<void> {
  const csv = new CsvWriter(path);
  csv.write(columnNames);
  const good = columnNames.indexOf('good_quantity');
  // A few rows that are right, by which the file is recognised.
  let line = 0;
  for (const row of plantRows(plantOf(rows))) {
    line += 1;
    csv.write(line <= ROWS_TO_RECOGNISE ? row : row.with(good, 'many'));
  }
  csv.close();
}

export const ROWS_TO_RECOGNISE = 2_000;

async function writeWorkbook(path: string, rows: number): Promise<void> {
  const sheet = 'xl/worksheets/sheet1.xml';
  const { [sheet]: empty = '', ...others } = workbookFiles([{ name: 'Plant', rows: '' }]);
  const [head = '', tail = ''] = empty.split('</sheetData>');
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(others)) zip.addBuffer(Buffer.from(content), name);
  zip.addReadStream(Readable.from(sheetOf(rows, `${head}`, `</sheetData>${tail}`)), sheet, { compressionLevel: 1 });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

const ROWS_A_CHUNK = 500;

function* sheetOf(rows: number, head: string, tail: string): Generator<string> {
  yield head;
  let chunk = rowOf(columnNames);
  let line = 1;
  for (const row of plantRows(plantOf(rows))) {
    chunk += rowOf(row);
    line += 1;
    if (line % ROWS_A_CHUNK > 0) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk + tail;
}

function rowOf(cells: readonly (string | number | null)[]): string {
  return `<row>${cells.map(cellOf).join('')}</row>`;
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  return `<c t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}
