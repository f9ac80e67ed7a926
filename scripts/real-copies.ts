/** Real exports as other systems would have written them: in other letters, with other delimiters and decimal marks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import iconv from 'iconv-lite';
import { csvSource } from '../db/import/csv-source.ts';
import { inspectFile } from '../db/import/inspect.ts';
import { columnTotals } from '../db/import/rows/column-totals.ts';
import { readCsvRows } from '../db/import/rows/read-rows.ts';
import { collectRows } from '../db/testing/collect-rows.ts';
import type { Encoding } from '../shared/import/encodings.ts';
import type { ImportProfile } from '../shared/import/profile.ts';
import { addTallies, oneCheck, type Tally } from './tally.ts';

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'cp949', 'windows-1252', 'shift_jis'];
const dialects = [
  { delimiter: ';', decimalMark: ',' },
  { delimiter: '\t', decimalMark: ',' },
  { delimiter: '|', decimalMark: '.' },
  { delimiter: ',', decimalMark: '.' },
] as const;
type Dialect = (typeof dialects)[number];

/**
 * Writes copies of a delimited file, one for each encoding that has its letters, in one dialect after the other, and compares
 * what is read of each, as it is guessed, with what is read of the file itself; `nth` says with which dialect to begin.
 */
export async function checkCopies(
  path: string,
  { scratch, nth, say }: { scratch: string; nth: number; say: (line: string) => void },
): Promise<Tally> {
  const wanted = await contentOf(path);
  const copy = join(scratch, 'copy.csv');
  const tallies: Tally[] = [];
  for (const [at, encoding] of encodings.entries()) {
    const dialect = dialects[(at + nth) % dialects.length] ?? dialects[0];
    const text = writtenIn(wanted.table, wanted.profile.decimalMark, dialect);
    const bytes = iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
    if (iconv.decode(bytes, encoding) !== text) continue; // a plant with such letters does not write in this encoding
    writeFileSync(copy, bytes);
    const found = await contentOf(copy);
    const isSame = isDeepStrictEqual(found.read, wanted.read);
    if (!isSame) say(`${path}, in ${encoding} with ${JSON.stringify(dialect)}: other records than the file itself`);
    tallies.push(oneCheck(isSame));
  }
  const sum = addTallies(tallies);
  say(`${path}: ${sum.passed} of ${tallies.length} copies in other letters and dialects give the same`);
  return sum;
}

interface Content {
  profile: ImportProfile;
  table: string[][];
  /** Its records, or the totals of its columns where it holds none by itself. */
  read: unknown;
}

async function contentOf(path: string): Promise<Content> {
  const { profile, preview } = await inspectFile(path);
  const table: string[][] = [];
  for await (const rows of readCsvRows(path, profile)) table.push(...rows.map(({ cells }) => cells));
  const read = preview.accepted > 0 ? await recordsOf(path, profile) : await columnTotals(path, profile);
  return { profile, table, read };
}

/** The records without their lines, as blank lines are not copied. */
async function recordsOf(path: string, profile: ImportProfile) {
  const { rows, rejections } = await collectRows(await csvSource(path, 'export', profile));
  return { rows: rows.map(({ sourceLine: _, ...row }) => row), rejections: rejections.length };
}

function writtenIn(table: readonly (readonly string[])[], decimalMark: string, dialect: Dialect): string {
  const number = decimalMark === '.' ? /^-?\d+\.\d+(?:E-?\d+)?$/ : /^-?\d+,\d+(?:E-?\d+)?$/;
  const cell = (text: string) => {
    const marked = number.test(text.trim()) ? text.replace(decimalMark, dialect.decimalMark) : text;
    const mustBeQuoted = marked.includes('"') || marked.includes(dialect.delimiter) || marked.includes('\n');
    return mustBeQuoted ? `"${marked.replaceAll('"', '""')}"` : marked;
  };
  return table.map((cells) => `${cells.map(cell).join(dialect.delimiter)}\r\n`).join('');
}
