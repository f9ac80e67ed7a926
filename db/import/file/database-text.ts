/** A table or view of an SQLite database as delimited text, a line for each of its rows. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FilePart } from '../../../shared/import/recognition.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { type ForeignDatabase, type ForeignValue, openForeign } from '../../engine/sqlite/foreign-database.ts';
import { APPLICATION_ID } from '../../migrations/application-id.ts';
import { doubleAsText } from './exact-numbers.ts';
import { rowText } from './row-text.ts';

const ROWS_AT_ONCE = 1_000;

/** The tables of a database, then its views. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function tableParts(path: string): Promise<FilePart[]> {
  const database = await openForeign(path);
  try {
    return tablesOf(path, database);
  } finally {
    await database.close();
  }
}

/** The rows of a table, the first where none is named, with the names of its columns before them. Throws as `tableParts`. */
export async function* tableAsText(
  path: string,
  part: string | undefined,
  onBytes: (bytesRead: number) => void,
): AsyncGenerator<Buffer> {
  const bytes = (await stat(path)).size;
  const database = await openForeign(path);
  try {
    const tables = tablesOf(path, database);
    const found = part === undefined ? tables[0] : tables.find(({ name }) => name === part);
    if (!found) throw missingTable(path, part);
    // Rows of a view are counted by making them all, which is what reading does.
    const total = found.kind === 'table' ? database.count(found.name) : null;
    const { columns, rows } = database.read(found.name);
    let text = rowText(columns);
    let read = 0;
    for (const row of rows) {
      text += rowText(row.map(shown));
      read += 1;
      if (read % ROWS_AT_ONCE > 0) continue;
      if (total !== null) onBytes(Math.round((bytes * read) / total));
      yield Buffer.from(text, 'utf8');
      text = '';
    }
    if (text !== '') yield Buffer.from(text, 'utf8');
  } finally {
    await database.close();
  }
}

function tablesOf(path: string, { applicationId, tables }: ForeignDatabase): ForeignDatabase['tables'] {
  const name = basename(path);
  if (applicationId === APPLICATION_ID) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${name}' belongs to a Throughline store. Open that store, or export its records as CSV and import those.`,
    );
  }
  if (tables.length > 0) return tables;
  throw new AppError(
    'FILE_NOT_TABULAR',
    `The database '${name}' holds no tables. Choose the file that holds the records.`,
  );
}

function shown(value: ForeignValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return doubleAsText(value);
  return Buffer.isBuffer(value) ? `0x${value.toString('hex')}` : String(value);
}

function missingTable(path: string, table: string | undefined): AppError {
  return new AppError(
    'FILE_NOT_TABULAR',
    `The database '${basename(path)}' holds no '${table}'. Choose another of its tables.`,
  );
}
