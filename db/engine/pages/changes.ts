/**
 * The history of records: what each import changed of them. What a record was before a change is kept; what it was after is what
 * it was before the next one that still holds, or what it is now, in whichever file that is.
 */
import { isoFromDay } from '../../../shared/domain/day.ts';
import { type RecordField, recordFieldNames } from '../../../shared/domain/fields.ts';
import { fromMillionths } from '../../../shared/domain/quantity.ts';
import type { ChangedField, ChangesScope, RecordChange } from '../../../shared/query/changes.ts';
import { currentStatesStatement, type KeptChange, type RecordState, toState } from '../../store/changes.ts';
import type { Engine } from '../engine.ts';
import { overFiles } from '../slices/over-files.ts';

const RECORDS_A_STEP = 500;

/** What imports changed of some records, the newest change of each first. */
export async function readChanges(engine: Engine, ids: readonly number[]): Promise<RecordChange[]> {
  const kept = await engine.ask('keptChanges', { folder: engine.folder, ids: [...ids] });
  if (kept.length === 0) return [];
  const now = await currentStates(engine, [...new Set(kept.map(({ recordId }) => recordId))]);
  const changes: RecordChange[] = [];
  let after: RecordState | undefined;
  for (const [at, change] of [...kept.entries()].reverse()) {
    if (kept[at + 1]?.recordId !== change.recordId) after = now.get(change.recordId);
    changes.push(toChange(change, change.takenBack ?? after ?? {}));
    if (change.takenBack === null) after = change.before;
  }
  return changes;
}

/** The same of an import, or of all, a few hundred records at a time, in order of their ids. */
export async function* readChangesOf(engine: Engine, scope: ChangesScope): AsyncGenerator<RecordChange[]> {
  if ('recordIds' in scope) {
    yield readChanges(engine, scope.recordIds);
    return;
  }
  const batchId = 'batchId' in scope ? scope.batchId : null;
  for (let after = 0; ; ) {
    const asked = { folder: engine.folder, batchId, after, limit: RECORDS_A_STEP };
    const ids = await engine.ask('changedRecords', asked);
    const last = ids.at(-1);
    if (last === undefined) return;
    const changes = await readChanges(engine, ids);
    yield changes.reverse().filter((change) => batchId === null || change.batchId === batchId);
    after = last;
  }
}

async function currentStates(engine: Engine, ids: readonly number[]): Promise<Map<number, RecordState>> {
  const files = await overFiles(engine, { from: null, to: null }, [currentStatesStatement(ids)]);
  const rows = files.flatMap(({ answers }) => answers[0] ?? []).map(toState);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

function toChange({ before, takenBack: _, ...change }: KeptChange, after: RecordState): RecordChange {
  return { ...change, fields: changedFields(before, after) };
}

/** Where a field stands in a state; the name of an item is the item's, and no part of a record. */
const columnOf: Partial<Record<RecordField, string>> = {
  itemCode: 'item_id',
  defectReason: 'record_defects',
  downtimeReason: 'record_downtimes',
  ...Object.fromEntries(
    (['site', 'line', 'shift', 'operator', 'unit'] as const).map((field) => [field, `${field}_id`]),
  ),
  ...Object.fromEntries(
    recordFieldNames
      .filter((field) => /(Date|At|Number|Quantity|Minutes|Seconds)$/.test(field) || field === 'note')
      .map((field) => [field, field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
  ),
};

function changedFields(before: RecordState, after: RecordState): ChangedField[] {
  return recordFieldNames.flatMap((field) => {
    const column = columnOf[field];
    if (column === undefined || before[column] === after[column]) return [];
    return [{ field, before: written(field, before[column]), after: written(field, after[column]) }];
  });
}

function written(field: RecordField, value: string | number | null | undefined): string | number | null {
  if (value === null || value === undefined) return null;
  if (field === 'productionDate') return isoFromDay(Number(value));
  if (field === 'startedAt' || field === 'endedAt') return new Date(Number(value) * 1_000).toISOString();
  if (field === 'defectReason' || field === 'downtimeReason') return writtenReasons(String(value));
  return typeof value === 'number' ? fromMillionths(0, value) : value;
}

function writtenReasons(json: string): string | null {
  const reasons: [reason: string, millionths: number][] = JSON.parse(json);
  if (reasons.length === 0) return null;
  return reasons.map(([reason, millionths]) => `${reason}: ${fromMillionths(0, millionths)}`).join('; ');
}
