import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { columnSetSchema } from '../../../shared/contract/column-sets.ts';
import { ColumnSetsFile } from './column-sets-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-column-sets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const set = (name: string, layout = {}) => columnSetSchema.parse({ name, layout });

test('column sets are kept by name over a restart, with all that their layout says', async () => {
  const path = join(folder, 'column-sets.json');
  const sets = new ColumnSetsFile(path);
  const whole = set('Scrap', { order: ['line', 'defectQuantity'], widths: { line: 90.5 }, frozen: 2, density: 'wide' });
  await sets.save(set('Plan'));
  await sets.save(whole);
  expect(await new ColumnSetsFile(path).list()).toEqual([set('Plan'), whole]);
  await expect(sets.rename('Plan', 'Scrap')).rejects.toThrow("There is a column set named 'Scrap' already.");
  expect(await sets.remove('Plan')).toEqual([whole]);
});

test.each([{ order: ['a b'] }, { widths: { line: 4 } }, { frozen: -1 }, { density: 'huge' }, { colour: 'red' }])(
  'a layout of %j is refused',
  (layout) => {
    expect(columnSetSchema.safeParse({ name: 'Scrap', layout }).success).toBe(false);
  },
);
