import type { Batch } from './batches.ts';
import { BATCH, keepRecorded } from './kernels.ts';
import type { ColumnName } from './segment.ts';

/** Rows of a batch and their groups. */
export type Rows = Pick<Batch, 'rows' | 'slots' | 'only' | 'count'>;

/** Finds the rows of a batch where certain columns are all recorded; what it returns holds until it is asked again. */
export function recordedRowsFinder(): (batch: Batch, columns: readonly ColumnName[]) => Rows {
  const rows = new Int32Array(BATCH);
  const slots = new Int32Array(BATCH);
  return (batch, columns) => {
    const required = columns
      .map((name) => batch.column(name))
      .filter(({ values, missing }) => values === null || missing !== null);
    if (required.length === 0) return batch;
    rows.set(batch.rows.subarray(0, batch.count));
    if (batch.only === null) slots.set(batch.slots.subarray(0, batch.count));
    let { count } = batch;
    for (const { values, missing } of required) {
      count = values === null || missing === null ? 0 : keepRecorded(values, missing, rows, slots, count);
    }
    return { rows, slots, only: batch.only, count };
  };
}
