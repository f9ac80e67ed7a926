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

  test.each([
    ['renamed all over', ['Produktionsdatum;Linie;Artikel;Nacharbeit;Gutmenge', '01.04.2024;L1;P1;1;100']],
    ['without a column of the first', ['Day;Machine;Product;Quantity;Reject', '2024-04-01;L1;P1;100;1']],
    ['shorter', ['Day;Line;Good', '2024-04-01;L1;100']],
    ['with a unit', ['Date;Line;Item;Good (kg);Rework (kg)', '2024-04-01;L1;P1;100;1']],
    ['in Korean', ['생산일자;라인;품목;재작업;양품수량', '2024-04-01;L1;P1;1;100']],
  ])('are refused where the second has headings %s', async (_, second) => {
    await expect(read('other.csv', [head, ...rows(30), ...second])).rejects.toThrow('Line 32 holds headings again');
    await expect(read('other-late.csv', [head, ...rows(1_200), ...second])).rejects.toThrow('Line 1202 holds headings');
  });

  test('are read as one where the headings are only written in other capitals', async () => {
    const { rows: found, notes } = await read('capitals.csv', [head, ...rows(30), head.toUpperCase(), ...rows(5)]);
    expect([found.length, notes.map(({ note }) => note)]).toEqual([35, ['repeatedHeading']]);
  });

  test('are refused where units stand below the second headings that do not stand below the first', async () => {
    const units = (unit: string) => `;;;${unit};${unit}`;
    const same = [head, units('pcs'), ...rows(20), head, units('pcs'), ...rows(5)];
    expect((await read('units.csv', same)).rows).toHaveLength(25);
    const other = [head, units('pcs'), ...rows(20), head, units('kg'), ...rows(5)];
    await expect(read('other-units.csv', other)).rejects.toThrow('Line 24 gives columns other units');
    const late = [head, ...rows(1_200), head, units('kg'), ...rows(5)];
    await expect(read('late-units.csv', late)).rejects.toThrow('Line 1203 gives columns other units');
  });

  test('are not seen in what else stands in words: signatures, totals, rows without figures', async () => {
    const words = [
      'Date;Operator;Signature;;',
      'Prepared by;Checked by;Date;;',
      'Shift;Line;;;',
      ';M;;;',
      'none;L1;P1;-;-',
    ];
    const { rows: found } = await read('words.csv', [head, ...rows(30), ...words, ...rows(5)]);
    expect(found.length).toBeGreaterThanOrEqual(35);
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
