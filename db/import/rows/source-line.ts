/** The line of the file that a record came from, read again by the profile of its import. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordFieldNames } from '../../../shared/domain/fields.ts';
import { type ImportProfile, importProfileSchema } from '../../../shared/import/profile.ts';
import { AppError, isAppError } from '../../../shared/lib/app-error.ts';
import type { SourceLine } from '../../../shared/query/changes.ts';
import type { ReadableDatabase } from '../../engine/sqlite/connection.ts';
import { type FileFacts, readBatchDetails, readFileFacts } from '../../store/batch-details.ts';
import { settleReading } from '../file/settle.ts';
import { readHead } from '../shape/read-head.ts';
import { createShaper } from '../shape/shaper.ts';
import { readCsvRows } from './read-rows.ts';

/** Reads one line; what stands in the way of it is told, and nothing is thrown but for an import that is not there. */
export async function readSourceLine(
  live: ReadableDatabase,
  { batchId, line, path: handed }: { batchId: number; line: number; path: string | null },
): Promise<SourceLine> {
  const batch = live.get<{ file_name: string; profile: string }>(
    'SELECT file_name, profile FROM import_batches WHERE id = @batchId',
    { batchId },
  );
  if (!batch) throw new AppError('NOT_FOUND', `There is no import ${batchId}. Nothing was changed.`);
  const file = fileOf(live, batchId);
  const profile = importProfileSchema.safeParse(JSON.parse(batch.profile));
  const path = handed ?? whereItLies(live, batchId) ?? file?.path ?? null;
  const readFrom = profile.success ? columnsByField(profile.data) : [];
  const told = { file: batch.file_name, line, path, message: null, cells: [], readFrom };
  if (path === null || !profile.success) return { ...told, state: 'notKept' };
  if (!existsSync(path)) return { ...told, state: 'missing' };
  try {
    const cells = await cellsOfLine(path, profile.data, line);
    if (cells === null) return { ...told, state: 'noSuchLine' };
    const isSame = file === null || readFileFacts(path).digest === file.digest;
    return { ...told, state: isSame ? 'asImported' : 'changed', cells };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...told, state: 'unreadable', message: error.message };
  }
}

/** The columns that each field is read from, in the order of the fields. */
function columnsByField({ fields }: ImportProfile): SourceLine['readFrom'] {
  return recordFieldNames.flatMap((field) => {
    const source = fields[field];
    if (source === undefined) return [];
    if ('value' in source) return [{ field, columns: [] }];
    if ('columns' in source) return [{ field, columns: source.columns }];
    const others = [source.times, source.minus].filter((column) => column !== undefined);
    return [{ field, columns: [source.column, ...others] }];
  });
}

/** Corrected rows are those of the file that the import before them read. */
function fileOf(live: ReadableDatabase, batchId: number): FileFacts | null {
  const details = readBatchDetails(live, batchId);
  if (details?.corrects == null) return details?.file ?? null;
  return fileOf(live, details.corrects);
}

/** A file of a watched folder is moved once it was imported. */
function whereItLies(live: ReadableDatabase, batchId: number): string | null {
  const corrects = readBatchDetails(live, batchId)?.corrects ?? batchId;
  const row = live.get<{ folder: string; lies_at: string }>(
    'SELECT folder, lies_at FROM watched_files WHERE batch_id = @corrects',
    { corrects },
  );
  return row ? join(row.folder, row.lies_at) : null;
}

/** The cells as they stand in the file, before anything is made of its rows. */
async function cellsOfLine(path: string, given: ImportProfile, line: number): Promise<SourceLine['cells'] | null> {
  const profile = await settleReading(path, given);
  const { ownColumns } = createShaper(profile, await readHead(path, profile));
  for await (const rows of readCsvRows(path, profile)) {
    const row = rows.find((each) => each.line === line);
    if (row) return row.cells.map((text, at) => ({ column: ownColumns[at] ?? `Column ${at + 1}`, text }));
  }
  return null;
}
