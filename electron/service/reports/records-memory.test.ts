import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Engine } from '../../../db/engine/engine.ts';
import { sampleEngine } from '../../../db/testing/sample-engine.ts';
import { writeRecords } from './records-report.ts';

const sample = sampleEngine({ records: 300, from: '2023-01-01', to: '2024-12-31', seed: 5 });
const never = new AbortController().signal;
const KIB_OF_QUESTIONS = 8_192;
const KIB_OF_EXPORTS = 1_024;

/** How much SQLite keeps of a file at most for whoever reads it here, KiB. */
async function cacheKib(engine: Engine, file: string): Promise<number> {
  const { answers } = await engine.read(file, [{ sql: 'SELECT cache_size FROM pragma_cache_size', parameters: {} }]);
  return -Number(answers[0]?.rows[0]?.[0]);
}

test('every page of an export is read by a reader that keeps 1 MiB of a file, those of questions go on with 8 MiB', async () => {
  const { engine } = sample;
  const path = join(engine.folder.exports, 'records.csv');
  const read = engine.read.bind(engine);
  const kept: number[] = [];
  const spy = vi.spyOn(engine, 'read').mockImplementation(async (file, ...rest) => {
    spy.mockImplementationOnce(read);
    kept.push(await cacheKib(engine, file));
    return read(file, ...rest);
  });
  const written = await writeRecords(
    engine,
    { scope: { filters: [], search: '' }, format: 'csv', path },
    never,
    () => {},
  );
  spy.mockRestore();
  expect(written.rows).toBe(300);
  expect(new Set(kept)).toEqual(new Set([KIB_OF_EXPORTS]));
  expect(await cacheKib(engine, engine.folder.live)).toBe(KIB_OF_QUESTIONS);
});
