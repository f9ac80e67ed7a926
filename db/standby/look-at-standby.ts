import { type AcknowledgedChange, readAcknowledged } from './acknowledged.ts';
import { readNote, type StoreFacts, standbyFolder } from './standby-folder.ts';

/** What a store would lack if its standby took its place. */
export interface Missing {
  /** Null where it is not known how many records the store held. */
  records: number | null;
  changes: AcknowledgedChange[];
}

/** A standby as it lies in its folder. */
export interface SeenStandby {
  folder: string;
  /** When it was last known to hold all that the store had, ISO. */
  inStepAt: string;
  facts: StoreFacts;
  missing: Missing;
}

/** What a standby holds and lacks; null where there is none yet. Throws DAMAGED for one that cannot be read. */
export function lookAtStandby(root: string, folder: string): SeenStandby | null {
  const standby = standbyFolder(folder);
  const note = readNote(standby);
  if (!note?.facts || note.inStepAt === null) return null;
  return { folder: standby.root, inStepAt: note.inStepAt, facts: note.facts, missing: missingIn(root, note.facts) };
}

/** What was said to be done in a store and is not in what is held. */
export function missingIn(root: string, held: Pick<StoreFacts, 'generation' | 'records'>): Missing {
  const acknowledged = readAcknowledged(root);
  if (acknowledged === null) return { records: null, changes: [] };
  if (acknowledged.generation <= held.generation) return { records: 0, changes: [] };
  return {
    records: Math.max(0, acknowledged.records - held.records),
    changes: acknowledged.changes.filter(({ generation }) => generation > held.generation),
  };
}

/** The same of a copy that is of a moment, as a backup is. */
export function missingAfter(root: string, { at, records }: { at: string; records: number }): Missing {
  const acknowledged = readAcknowledged(root);
  if (acknowledged === null) return { records: null, changes: [] };
  const changes = acknowledged.changes.filter((change) => change.at > at);
  return { records: changes.length === 0 ? null : Math.max(0, acknowledged.records - records), changes };
}
