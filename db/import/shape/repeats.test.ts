import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

const head = 'Date;Line;Item;Good;Rework';
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `2024-03-${String(1 + (at % 28)).padStart(2, '0')};L${at % 3};P${at % 4};${100 + at};1`,
  );

async function read(name: string, lines: readonly string[]) {
  const path = join(folder.path, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  const { profile } = await inspectFile(path);
  return collectRows(await csvSource(path, name, profile));
}

describe('Files put one behind the other', () => {
  const other = ['Date;Line;Item;Rework;Good', '2024-04-01;L1;P1;1;100'];

  test('are read as one where the headings are the same, and refused where they stand in another order', async () => {
    expect((await read('same.csv', [head, ...rows(30), head, ...rows(5)])).rows).toHaveLength(35);
    await expect(read('early.csv', [head, ...rows(30), ...other])).rejects.toThrow('Line 32 holds headings again');
    await expect(read('late.csv', [head, ...rows(1_500), ...other])).rejects.toThrow('Line 1502 holds headings again');
    const renamed = ['Date;Line;Item;Good;Scrap', '2024-04-01;L1;P1;100;1'];
    await expect(read('renamed.csv', [head, ...rows(30), ...renamed])).rejects.toThrow('are another table');
  });

  test('are not seen in a row that has a heading or two among its cells', async () => {
    const named = [...rows(20), '2024-03-29;Line;Item;5;1'];
    expect((await read('named.csv', [head, ...named])).rows).toHaveLength(21);
  });
});

test('Averages are left out like totals where they lack what a record has', async () => {
  for (const word of ['Average', 'Ø', '평균', 'Durchschnitt', 'Σ', '平均']) {
    const { rows: found, notes } = await read('average.csv', [head, ...rows(10), `;${word};;104.5;1`, ...rows(10)]);
    expect([word, found.length, notes.map(({ note }) => note)]).toEqual([word, 20, ['total']]);
  }
});
