/**
 * How two files belong together: by the column of each whose values are most alike. A heading that both have speaks for it,
 * and that each value stands once in the second file.
 */
import type { Join } from '../../../shared/import/shape.ts';
import { sniffDelimiter } from '../file/dialect.ts';
import { lookIntoFile } from '../file/look-into.ts';
import { headerLineOf } from '../headings/find-header.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { columnNames } from '../rows/columns.ts';
import { readCsvRows } from '../rows/read-rows.ts';
import { readText } from '../rows/read-text.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { kindOfCell } from './kind-of-cell.ts';

const ROWS_LOOKED_AT = 20_000;
const SAMPLE_CHARACTERS = 256 * 1024;
const LEAST = 0.3;

/** A workbook has a few sheets of data; of more, somebody says which. */
const MOST_PARTS = 12;

/** How each table of a second file is written, the one that stands first among them first. */
export async function readingsOfSecondFile(path: string): Promise<Join['reading'][]> {
  const { parts } = await lookIntoFile(path, {});
  if (parts.length < 2) return [await readingOfSecondFile(path)];
  const readings: Join['reading'][] = [];
  for (const { name } of parts.slice(0, MOST_PARTS)) readings.push(await readingOfSecondFile(path, name));
  return readings;
}

/** How a second file is written, from its beginning. */
export async function readingOfSecondFile(path: string, named?: string): Promise<Join['reading']> {
  const { encoding, part } = await lookIntoFile(path, { part: named });
  const reading = { encoding, ...(part !== undefined && { part }) };
  let sample = '';
  for await (const text of readText(path, reading)) {
    sample += text;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  const delimiter = sniffDelimiter(sample);
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, { ...reading, delimiter })) {
    rows.push(...batch);
    break;
  }
  return { ...reading, delimiter, headerLine: Math.max(1, headerLineOf(rows)) };
}

/**
 * The likeliest join of a table with one of those of a second file; null where no column of the one is like one of the other.
 * A table with the very columns of the first brings nothing: it is the same, as where both are sheets of one workbook.
 */
export async function guessJoin(
  columns: readonly string[],
  rows: readonly CsvRow[],
  path: string,
  readings: readonly Join['reading'][],
): Promise<Join | null> {
  let likeliest: { join: Join; score: number } | null = null;
  for (const reading of readings) {
    const other = await readBeginning(path, reading);
    if (readings.length > 1 && other.columns.every((column) => columns.includes(column))) continue;
    const best = pairs(columns, rows, other.columns, other.rows)[0];
    const bring = other.columns.filter((column) => column !== best?.other).slice(0, 200);
    if (!best || bring.length === 0 || (likeliest !== null && best.score <= likeliest.score)) continue;
    const on = [{ column: best.column, other: best.other }];
    likeliest = { join: { on, bring, several: 'refuse', reading }, score: best.score };
  }
  return likeliest?.join ?? null;
}

/** Columns and first rows of a table, as many as are asked for and those read along with them. */
export async function readBeginning(path: string, reading: Join['reading'], most = ROWS_LOOKED_AT) {
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, reading)) {
    rows.push(...batch);
    if (rows.length > most + 1) break;
  }
  return { columns: columnNames(rows[0]?.cells ?? []), rows: rows.slice(1) };
}

function pairs(
  columns: readonly string[],
  rows: readonly CsvRow[],
  others: readonly string[],
  otherRows: readonly CsvRow[],
) {
  const mine = columns.map((_, at) => valuesIn(rows, at));
  const found = others.flatMap((other, otherAt) => {
    const theirs = valuesIn(otherRows, otherAt);
    const once = theirs.size / Math.max(1, otherRows.length);
    return columns.flatMap((column, at) => {
      const values = mine[at] ?? new Set();
      const shared = [...values].filter((value) => theirs.has(value)).length / Math.max(1, values.size);
      const isNamedAlike = foldHeading(column) === foldHeading(other);
      // A few small numbers are alike anywhere: such columns need their name as well.
      const isTelling = values.size > 1 && (isNamedAlike || !areMeasures(values));
      // Records of their own rather than a list of what many rows name: products, machines.
      const onceHere = values.size / Math.max(1, rows.length);
      const score = shared + (isNamedAlike ? 0.5 : 0) + once + onceHere / 10;
      return isTelling && shared >= LEAST && once > 0.5 ? [{ column, other, score }] : [];
    });
  });
  return found.sort((a, b) => b.score - a.score);
}

function valuesIn(rows: readonly CsvRow[], at: number): Set<string> {
  const values = new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()));
  values.delete('');
  return values;
}

function areMeasures(values: ReadonlySet<string>): boolean {
  return [...values].every((value) => kindOfCell(value) === 'number');
}
