import { type ImportProfile, importProfileSchema } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ReadableDatabase } from '../../engine/sqlite/connection.ts';
import { readRejectsFile } from '../../store/batches.ts';
import type { StoreFolder } from '../../store/folder.ts';

/** An import whose rows are to be corrected, as plain data that can travel between threads. */
export interface CorrectionsOfBatch {
  batchId: number;
  file: string;
  profile: ImportProfile;
  rejectsPath: string;
  /** Places of the rows that were corrected before, by imports that were not undone. */
  corrected: number[];
  /** The import and those that corrected rows of it. */
  family: number[];
}

/** What is to be known of an import to correct its rows. Throws NOT_FOUND, or NOT_UNDOABLE where it was undone. */
export function readCorrectionsOf(live: ReadableDatabase, folder: StoreFolder, batchId: number): CorrectionsOfBatch {
  const batch = live.get<{ file_name: string; profile: string; state: string }>(
    'SELECT file_name, profile, state FROM import_batches WHERE id = @batchId',
    { batchId },
  );
  if (!batch) throw new AppError('NOT_FOUND', `There is no import ${batchId}. Nothing was changed.`);
  if (batch.state === 'undone') {
    throw new AppError(
      'INVALID_ARGUMENT',
      `Import ${batchId} (${batch.file_name}) was undone, so there is nothing to correct in it. Import the file again instead.`,
    );
  }
  const rejectsPath = readRejectsFile(live, folder, batchId);
  const profile = importProfileSchema.safeParse(JSON.parse(batch.profile));
  if (rejectsPath === null || !profile.success) {
    throw new AppError(
      'NOT_FOUND',
      `Import ${batchId} (${batch.file_name}) set no rows aside that could be corrected.`,
    );
  }
  const later = live.rows('SELECT batch_id FROM batch_details WHERE corrects = @batchId', { batchId });
  const corrected = live.rows(
    `SELECT c.row FROM batch_details AS d JOIN import_batches AS b ON b.id = d.batch_id JOIN row_corrections AS c ON c.batch_id = b.id
     WHERE d.corrects = @batchId AND b.state = 'imported'`,
    { batchId },
  );
  return {
    batchId,
    file: batch.file_name,
    profile: profile.data,
    rejectsPath,
    corrected: corrected.map(([row]) => Number(row)),
    family: [batchId, ...later.map(([id]) => Number(id))],
  };
}
