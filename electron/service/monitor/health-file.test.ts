import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { HealthFile, type HealthMemory } from './health-file.ts';

let path: string;
let remove: () => void;
let failures: unknown[];
let file: HealthFile;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  failures = [];
  file = new HealthFile(join(path, 'health.json'), (error) => failures.push(error));
});
afterEach(() => remove());

const nothing: HealthMemory = { sizes: [], alerts: [] };
const memory: HealthMemory = {
  sizes: [{ date: '2026-03-02', bytes: 5 }],
  alerts: [{ kind: 'disk', since: '2026-03-02T12:00:00.000Z', told: true, goneAtMs: null }],
};

test('nothing is known before something was kept, and then that', async () => {
  expect(await file.read()).toEqual(nothing);
  file.write(nothing);
  file.write(memory);
  await file.written();
  expect(await file.read()).toEqual(memory);
  expect(readdirSync(path)).toEqual(['health.json']);
  expect(failures).toEqual([]);
});

test.each(['{"sizes":[', '{"sizes":[{"date":"yesterday","bytes":5}],"alerts":[]}', '[]'])(
  'of a damaged file nothing is taken, and it is told: %s',
  async (text) => {
    writeFileSync(join(path, 'health.json'), text);
    expect(await file.read()).toEqual(nothing);
    expect(failures).toHaveLength(1);
  },
);

test('what cannot be kept is told once, until it can be again', async () => {
  mkdirSync(join(path, 'health.json.new'));
  for (let round = 0; round < 3; round++) file.write(memory);
  await file.written();
  expect(failures).toHaveLength(1);
  rmSync(join(path, 'health.json.new'), { recursive: true });
  file.write(memory);
  await file.written();
  expect(await file.read()).toEqual(memory);
});
