import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_SPECIFICATIONS, type Specification } from '../../shared/contract/specifications.ts';
import { Specifications } from './specifications.ts';

let folder: string;
const path = () => join(folder, 'specifications.json');
const spec = (parts: Partial<Specification>): Specification => ({
  measure: 'yield',
  item: null,
  line: null,
  since: null,
  lower: 0.9,
  upper: null,
  target: null,
  ...parts,
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-specifications-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('limits are kept over a restart, one of a measure, item, line and day, and what held before stays', async () => {
  let changes = 0;
  const kept = new Specifications(path(), () => changes++);
  expect(await kept.list()).toEqual([]);
  await Promise.all([
    kept.save(spec({ item: 'B' })),
    kept.save(spec({ since: '2024-05-01', lower: 0.95 })),
    kept.save(spec({})),
    kept.save(spec({ item: 'B', lower: 0.8, target: 0.9 })),
  ]);
  expect(await new Specifications(path()).list()).toEqual([
    spec({}),
    spec({ since: '2024-05-01', lower: 0.95 }),
    spec({ item: 'B', lower: 0.8, target: 0.9 }),
  ]);
  const { measure, item, line, since } = spec({ since: '2024-05-01' });
  expect(await kept.remove({ measure, item, line, since })).toHaveLength(2);
  await expect(kept.remove({ measure, item, line, since })).rejects.toThrow('not kept any more');
  expect(changes).toBe(5);
});

test('a file that cannot be read is told of and never written over; there is an end to how many are kept', async () => {
  await writeFile(path(), '[{"measure":"beauty"}]');
  await expect(new Specifications(path()).save(spec({}))).rejects.toThrow(/left as it is/);
  expect(await readFile(path(), 'utf8')).toBe('[{"measure":"beauty"}]');
  const many = Array.from({ length: MOST_SPECIFICATIONS }, (_, at) => spec({ item: `item ${at}` }));
  await writeFile(path(), JSON.stringify(many));
  await expect(new Specifications(path()).save(spec({}))).rejects.toThrow(/delete one/);
  expect(await new Specifications(path()).save(spec({ item: 'item 7', lower: 0.5 }))).toHaveLength(MOST_SPECIFICATIONS);
});
