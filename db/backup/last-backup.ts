import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StoreFolder } from '../store/folder.ts';
import { writeWhole } from './write-whole.ts';

const lastBackupSchema = z.object({ madeAt: z.iso.datetime(), folder: z.string() });

/**
 * Notes in the store when it was last backed up. The history of jobs does not know of a backup that was made beside the
 * store's owner, and after a restore of none that was made since.
 */
export function noteLastBackup({ lastBackup }: StoreFolder, note: z.infer<typeof lastBackupSchema>): void {
  try {
    writeWhole(lastBackup, JSON.stringify(note));
  } catch {
    // A store whose disk is full is backed up all the same; an alert that asks for the next one too early does no harm.
  }
}

/** When the store was last backed up, ISO; null where it never was, or the note cannot be read. */
export function readLastBackup({ lastBackup }: StoreFolder): string | null {
  try {
    return lastBackupSchema.parse(JSON.parse(readFileSync(lastBackup, 'utf8'))).madeAt;
  } catch {
    return null; // as good as none: it is asked for again too early rather than too late
  }
}
