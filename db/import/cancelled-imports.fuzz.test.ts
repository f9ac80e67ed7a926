import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { AppError } from '../../shared/lib/app-error.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { createRandom } from '../sample/random.ts';
import { containerNames, randomPlantFile } from '../testing/dialects-file.ts';
import { createStore } from '../testing/test-store.ts';
import { csvSource } from './csv-source.ts';
import { importRows } from './import-rows.ts';
import { undoBatch } from './undo.ts';

const { store, path, remove } = createStore();
afterAll(() => {
  store.close();
  remove();
});

const SEED = 20_261_121;
const ROWS = 40;
const kinds = [...new Set(containerNames)];

/** Counts the moments at which a job can be cancelled, and cancels it at one of them. */
function cancelledAt(moment: number): JobContext & { moments: number } {
  return {
    moments: 0,
    report() {},
    checkCancelled() {
      this.moments += 1;
      if (this.moments > moment) throw new AppError('CANCELLED', 'The import was cancelled.');
    },
  };
}

const held = () =>
  ['records', 'import_batches', 'rollup_lines'].map(
    (table) => store.live.rows(`SELECT COUNT(*) FROM ${table}`)[0]?.[0],
  );

test('An import of any kind of file that is cancelled at any moment leaves nothing', async () => {
  for (const [nth, kind] of kinds.entries()) {
    const random = createRandom(SEED + nth);
    const file = randomPlantFile(random, ROWS, kind);
    const name = join(path, 'file');
    writeFileSync(name, file.bytes);
    const run = async (context: JobContext) => importRows(store, await csvSource(name, 'file', file.profile), context);
    const empty = held();
    const whole = cancelledAt(Number.POSITIVE_INFINITY);
    const { batchId, inserted } = await run(whole);
    const { moments } = whole;
    expect([kind, inserted]).toEqual([kind, file.rows.length]);
    undoBatch(store.live, batchId, whole);
    const undone = held();
    await expect(run(cancelledAt(random.below(moments))), kind).rejects.toMatchObject({ code: 'CANCELLED' });
    expect([kind, held()]).toEqual([kind, undone]);
    expect(undone[0]).toBe(empty[0]);
  }
});
