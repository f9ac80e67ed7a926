import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../../testing/test-store.ts';
import { Engine } from '../engine.ts';

const { path: folder, remove } = scratchFolder();
const threads: Worker[] = [];
const onThread = (worker: Worker) => threads.push(worker);
let engine: Engine;
beforeAll(async () => {
  process.on('worker', onThread);
  engine = await Engine.open(folder, 'own');
});
afterAll(async () => {
  process.off('worker', onThread);
  await engine.close();
  remove();
});

/** A file of so many rows; where it is. */
function plantFile(name: string, rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `2024-05-${String((row % 28) + 1).padStart(2, '0')},L1,${name}-${row},10`,
  );
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, ['date,line,lot,good', ...lines].join('\n'));
  return path;
}

const look = (path: string) => engine.ask('inspect', { path, choice: {} });

test('what looked into a file is gone, with the memory it took, when an import begins', async () => {
  const path = plantFile('a', 50);
  const { profile } = await look(path);
  await engine.start('importFile', { path, name: 'a.csv', profile }, () => {}).result;
  const before = threads.length;
  await look(path);
  expect(threads.length).toBe(before + 1);
});

test('what is still looking into a file when an import begins goes on', async () => {
  const path = plantFile('b', 50);
  const { profile } = await look(path);
  const looking = look(plantFile('c', 40_000));
  const imported = engine.start('importFile', { path, name: 'b.csv', profile }, () => {}).result;
  expect(await looking).toMatchObject({ profile });
  expect(await imported).toMatchObject({ inserted: 50 });
});
