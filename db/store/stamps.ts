import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';

/**
 * A stamp is new with every change of what it stands for and never comes back, so that whatever was made under it may be
 * used as long as the stamp is there. A count would not do: a restored store counts on from where it was.
 */
export const NEW_STAMP = 'lower(hex(randomblob(8)))';

const TEXTS_STAMP = 'texts_stamp';

/** The stamp of the dictionaries of the live file; empty before their first text. */
export function readTextsStamp(live: ReadableDatabase): string {
  return live.get<{ value: string }>('SELECT value FROM file_info WHERE key = @key', { key: TEXTS_STAMP })?.value ?? '';
}

/** Tells that texts changed; belongs in the transaction that changed them. */
export function restampTexts(live: WritableDatabase): void {
  live.run(`INSERT INTO file_info VALUES (@key, ${NEW_STAMP}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, {
    key: TEXTS_STAMP,
  });
}

/** Tells that all which is derived from the records of a file has to be made anew, though none of them changed. */
export function restampPartition(live: WritableDatabase, partition: string): void {
  live.run('UPDATE store_state SET generation = generation + 1');
  live.run(`UPDATE partition_months SET stamp = ${NEW_STAMP} WHERE partition = @partition`, { partition });
}
