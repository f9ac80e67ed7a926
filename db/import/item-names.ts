/** Names of items are the items' own, not the records': what an import changed of them is kept apart, to be put back. */
import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';
import { restampTexts } from '../store/stamps.ts';
import type { Texts } from './stage/dictionary.ts';

/** Keeps the names that items have before an import gives them others; belongs before `saveTexts`. */
export function keepItemNames(live: WritableDatabase, batchId: number, { items }: Texts): void {
  for (const [itemId, , name] of items) {
    live.run(
      `INSERT INTO item_changes SELECT @batchId, id, name, @name FROM items WHERE id = @itemId AND name IS NOT @name
       ON CONFLICT (batch_id, item_id) DO UPDATE SET name = excluded.name`,
      { batchId, itemId, name },
    );
  }
}

/**
 * Gives items the names back that they had before an import; one that got another name since keeps it, and the import that
 * gave it will put back the older one. Belongs in the transaction that undoes the import.
 */
export function restoreItemNames(live: WritableDatabase, batchId: number): void {
  const changes = live.rows('SELECT item_id, previous, name FROM item_changes WHERE batch_id = @batchId', { batchId });
  if (changes.length === 0) return;
  for (const [itemId = null, previous = null, name = null] of changes) {
    const later = laterChange(live, batchId, Number(itemId));
    if (later === null) {
      live.run('UPDATE items SET name = @previous WHERE id = @itemId AND name IS @name', { itemId, previous, name });
    } else {
      live.run('UPDATE item_changes SET previous = @previous WHERE batch_id = @later AND item_id = @itemId', {
        later,
        itemId,
        previous,
      });
    }
  }
  live.run('DELETE FROM item_changes WHERE batch_id = @batchId', { batchId });
  restampTexts(live);
}

function laterChange(live: ReadableDatabase, batchId: number, itemId: number): number | null {
  const row = live.get<{ later: number | null }>(
    'SELECT MIN(batch_id) AS later FROM item_changes WHERE item_id = @itemId AND batch_id > @batchId',
    { batchId, itemId },
  );
  return row?.later ?? null;
}
