import { z } from 'zod';
import { fileFormats } from '../../shared/import/formats.ts';
import type { PlaceInFile } from '../../shared/query/explained.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';

/** Of a profile kept with a batch only what the numbers of its records count; the sample plant keeps an empty one. */
const keptSchema = z.object({ format: z.enum(fileFormats).default('csv'), part: z.string().optional() });

/** What the file of an import was, and which of its tables was read; delimited text where nothing was kept of it. */
export function readBatchPlace(live: ReadableDatabase, batchId: number): PlaceInFile {
  const row = live.get<{ profile: string }>('SELECT profile FROM import_batches WHERE id = @batchId', { batchId });
  const { format, part = null } = keptSchema.parse(JSON.parse(row?.profile ?? '{}'));
  return { format, part };
}
