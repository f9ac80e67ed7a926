/**
 * What the program said was done, written down beside the live file for as long as the standby may lack it: so that after a loss
 * of that file it can be named. A note that names too much does no harm; one that cannot be written is not worth a failed job.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { jobKinds } from '../../shared/contract/schemas.ts';
import { renameFile } from '../store/rename-file.ts';

const changeSchema = z.object({
  /** The generation of the store after it. */
  generation: z.number(),
  at: z.string(),
  kind: z.enum(jobKinds),
  /** The file of an import, the year of an archive. */
  subject: z.string(),
});
export type AcknowledgedChange = z.infer<typeof changeSchema>;

const acknowledgedSchema = z.object({
  generation: z.number(),
  records: z.number(),
  /** Oldest first. */
  changes: z.array(changeSchema),
});
export type Acknowledged = z.infer<typeof acknowledgedSchema>;

/** Longer lists are cut; the oldest are the likeliest to be in the standby. */
const MOST_CHANGES = 200;

/** What was said to be done; null where nothing is known. */
export function readAcknowledged(root: string): Acknowledged | null {
  try {
    return acknowledgedSchema.parse(JSON.parse(readFileSync(pathOf(root), 'utf8')));
  } catch {
    return null; // missing, or half written before a power cut
  }
}

/** Adds a change, and drops those that the standby holds. */
export function acknowledge(
  root: string,
  { change, records, held }: { change: AcknowledgedChange; records: number; held: number },
): void {
  const before = readAcknowledged(root)?.changes ?? [];
  const changes = [...before.filter(({ generation }) => generation > held), change].slice(-MOST_CHANGES);
  write(root, { generation: change.generation, records, changes });
}

/** Begins, or goes on, with a store as it is when it is opened: another program may have changed it, or it was set back. */
export function acknowledgeOpened(root: string, { generation, records }: Omit<Acknowledged, 'changes'>): void {
  const before = readAcknowledged(root);
  if (before?.generation === generation && before.records === records) return;
  const changes = (before?.changes ?? []).filter((change) => change.generation <= generation);
  write(root, { generation, records, changes });
}

function write(root: string, content: Acknowledged): void {
  writeFileSync(`${pathOf(root)}.new`, JSON.stringify(content));
  renameFile(`${pathOf(root)}.new`, pathOf(root));
}

function pathOf(root: string): string {
  return join(root, 'acknowledged.json');
}
