import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import type { StoreFacts } from './standby-folder.ts';

/** What a live file holds, of one moment. */
export function readStoreFacts(live: ReadableDatabase): StoreFacts {
  const [row] = live.rows(
    `SELECT (SELECT value FROM file_info WHERE key = 'store_id'), generation,
       (SELECT COALESCE(SUM(records), 0) FROM partition_months),
       (SELECT COUNT(*) FROM import_batches WHERE state = 'imported')
     FROM store_state`,
  );
  const [storeId, generation, records, batches] = row ?? [];
  return {
    storeId: String(storeId ?? ''),
    generation: Number(generation),
    records: Number(records),
    batches: Number(batches),
  };
}
