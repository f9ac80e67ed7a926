import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { WatchedFile } from '../../../shared/contract/watched.ts';
import { safeCell } from '../csv-file.ts';
import { LOG_NAME } from './names.ts';
import { statOrNull } from './places.ts';

const HEADINGS = ['time', 'file', 'result', 'what happened', 'import', 'lies in'];

/** Adds a line to the log that lies in a watched folder, for those who have no window; a spreadsheet opens it. */
export async function logInFolder(file: WatchedFile): Promise<void> {
  const path = join(file.folder, LOG_NAME);
  const isNew = (await statOrNull(path)) === null;
  const line = [file.settledAt, file.file, file.state, file.message, file.batchId, file.liesAt].map(safeCell);
  const text = stringify(isNew ? [HEADINGS, line] : [line], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  await appendFile(path, isNew ? `\uFEFF${text}` : text);
}
