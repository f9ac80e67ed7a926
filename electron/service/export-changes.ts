import type { Engine } from '../../db/engine/engine.ts';
import { readChangesOf } from '../../db/engine/pages/changes.ts';
import type { ChangesScope } from '../../shared/query/changes.ts';
import { type ExportedFile, exportCsv } from './exports.ts';
import type { JobControl } from './job-runner.ts';
import type { CsvOptions } from './reports/csv-report.ts';

const columns = [
  'record',
  'field',
  'before',
  'after',
  'import',
  'file',
  'imported_at',
  'imported_by',
  'undone_at',
  'undone_by',
];

/** Writes every field that imports changed as a line of a CSV file in `folder`, record by record. */
export async function exportChanges(
  engine: Engine,
  folder: string,
  scope: ChangesScope,
  options: Pick<CsvOptions, 'byteOrderMark'>,
  control: JobControl,
): Promise<ExportedFile> {
  return exportCsv(folder, 'changes', options.byteOrderMark, async (file) => {
    let written = 0;
    await file.write(columns);
    for await (const changes of readChangesOf(engine, scope)) {
      control.checkCancelled();
      control.report({ phase: 'writing', done: written, total: null, unit: 'rows' });
      for (const { recordId, batchId, file: imported, at, by, undoneAt, undoneBy, fields } of changes) {
        for (const { field, before, after } of fields) {
          await file.write([recordId, field, before, after, batchId, imported, at, by, undoneAt, undoneBy]);
          written += 1;
        }
      }
    }
    return written;
  });
}
