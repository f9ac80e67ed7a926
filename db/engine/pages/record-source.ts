import type { RecordHistory, SourceLine } from '../../../shared/query/changes.ts';
import type { Engine } from '../engine.ts';
import { readChanges } from './changes.ts';
import { readRecord } from './records.ts';

/** What became of a record since its row was read. Throws NOT_FOUND. */
export async function readHistory(engine: Engine, id: number): Promise<RecordHistory> {
  const origin = await originOf(engine, id);
  const [changes, correction] = await Promise.all([
    readChanges(engine, [id]),
    engine.ask('correction', { folder: engine.folder, ...origin }),
  ]);
  return { changes, correction };
}

/** The line that a record was read from, in the file where it lay or in one that is handed over. Throws NOT_FOUND. */
export async function readSource(engine: Engine, id: number, path: string | null): Promise<SourceLine> {
  return engine.ask('sourceLine', { folder: engine.folder, ...(await originOf(engine, id)), path });
}

/** An import that nobody knows any more, as after a salvage, has no number: none is 0. */
async function originOf(engine: Engine, id: number): Promise<{ batchId: number; line: number }> {
  const { batchId, sourceLine } = await readRecord(engine, id);
  return { batchId: batchId ?? 0, line: sourceLine ?? 0 };
}
