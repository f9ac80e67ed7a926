import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', join(folder, 'store')], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-lot-'));
  const rows = ['production_date,line,shift,operator,item_code,lot_number,order_number,good_quantity,defect_quantity'];
  rows.push('2024-03-04,Press 1,Early,Kim,A-100,LOT-1,WO-7,90,10');
  rows.push('2024-03-04,Press 1,Late,Lee,A-100,LOT-2,WO-7,80,8');
  rows.push('2024-03-05,Press 1,Early,Kim,A-100,LOT-3,WO-8,99,1');
  rows.push('2024-03-05,Press 2,Early,Park,B-200,LOT-4,WO-8,50,0');
  await writeFile(join(folder, 'plant.csv'), rows.join('\n'));
  expect((await run('import', join(folder, 'plant.csv'))).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a lot's story tells its records, order, file and what stands beside it", async () => {
  const { out } = await run('lot', 'LOT-2');
  expect(out).toMatch(/LOT-2 +2024-03-04 +2024-03-04 +Press 1 +A-100 +1 +80 +8 .*90.91 %/);
  expect(out).toContain('Orders: WO-7');
  expect(out).toContain('Import 1 (plant.csv): 1 record on the lines 3 to 3');
  expect(out).toContain('On Press 1 before it: LOT-1; after it: LOT-3');
  expect(out).toContain('No import changed it.');
  expect(JSON.parse((await run('lot', 'LOT-2', '--json')).out)).toMatchObject({
    summary: { lot: 'LOT-2', good: 80, defects: 8, total: 88 },
    warnings: [],
  });
});

test('lots are found by a part of their number, told from each other, and listed by what they share', async () => {
  expect((await run('lot', 'ot-', '--find')).out).toContain('4 lots.');
  expect((await run('lot', 'LOT-1', '--like')).out).toMatch(/LOT-2 .*90.91 %.*\n.*LOT-3/);
  const { out } = await run('lot', 'LOT-1', '--touched', 'line');
  expect(out).toContain('1 lot. By each rule: line 1, order 1, crew 0.');
  const file = join(folder, 'touched.csv');
  expect((await run('lot', 'LOT-1', '--touched', 'order', '--out', file)).out).toBe(`1 lot in ${file}`);
  expect(await readFile(file, 'utf8')).toMatch(/\nLOT-2,2024-03-04,2024-03-04,Press 1,A-100,.*,1,1\r\n/);
});

test('what is not understood is told, with a code that is not 0', async () => {
  expect(await run('lot')).toMatchObject({ code: 2 });
  expect(await run('lot', 'LOT-1', '--touched', 'colour')).toMatchObject({ code: 2 });
  expect((await run('lot', 'none-such')).err).toContain("There is no record of the lot 'none-such'");
});
