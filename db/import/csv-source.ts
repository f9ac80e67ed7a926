import { statSync } from 'node:fs';
import type { ImportProfile } from '../../shared/import/profile.ts';
import { headerFingerprint } from './guess-profile.ts';
import { assertProfileComplete, createRowMapper } from './map-row.ts';
import { keyColumnsOf } from './match.ts';
import { readCsvRows } from './read-rows.ts';
import type { CsvRow, RecordDraft, Rejection } from './record-draft.ts';
import type { RowSource } from './row-source.ts';

/** A delimited file read by a profile. Throws INVALID_PROFILE before anything is read when they do not fit. */
export async function csvSource(path: string, name: string, profile: ImportProfile): Promise<RowSource> {
  assertProfileComplete(profile);
  const header = await readHeader(path, profile);
  createRowMapper(profile, header); // refuses a profile that names columns the file lacks
  return {
    name,
    profile: JSON.stringify(profile),
    fingerprint: headerFingerprint(header.cells, profile.delimiter),
    header: header.cells,
    key: keyColumnsOf(profile.key),
    read: () => readDrafts(path, profile, header),
    cellsOf: (lines) => readLines(path, profile, lines),
  };
}

async function readHeader(path: string, profile: ImportProfile): Promise<CsvRow> {
  for await (const rows of readCsvRows(path, profile)) {
    if (rows[0]) return rows[0];
  }
  return { line: 1, cells: [] };
}

async function* readDrafts(path: string, profile: ImportProfile, header: CsvRow) {
  const map = createRowMapper(profile, header);
  const size = statSync(path).size;
  let bytesRead = 0;
  let rowsRead = 0;
  let headerSeen = false;
  for await (const rows of readCsvRows(path, profile, (bytes) => {
    bytesRead = bytes;
  })) {
    const drafts: RecordDraft[] = [];
    const rejections: Rejection[] = [];
    for (const row of rows) {
      if (!headerSeen) {
        headerSeen = true;
        continue;
      }
      const mapped = map(row);
      if (mapped.draft) drafts.push(mapped.draft);
      else rejections.push(mapped.rejection);
    }
    rowsRead += drafts.length + rejections.length;
    yield { drafts, rejections, expectedRows: bytesRead > 0 ? Math.round((rowsRead * size) / bytesRead) : null };
  }
}

async function* readLines(path: string, profile: ImportProfile, lines: ReadonlySet<number>): AsyncGenerator<CsvRow> {
  for await (const rows of readCsvRows(path, profile)) {
    for (const row of rows) if (lines.has(row.line)) yield row;
  }
}
