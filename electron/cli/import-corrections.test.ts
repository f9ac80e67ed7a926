import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'throughline-corrections-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', join(path, 'store'), '--json'], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, json: JSON.parse(out[0] ?? ''), err };
}

const right = Array.from({ length: 12 }, (_, at) => `2024-03-${String(at + 1).padStart(2, '0')},Press 1,L${at},${at}`);

test('a rejects file that was corrected elsewhere brings its changed rows back by their lines', async () => {
  const file = join(path, 'plant.csv');
  const rows = [...right, '2024-03-13,Press 1,L12,many', '2024-02-30,Prüfung,L13,7', '2024-03-14,Press 1'];
  writeFileSync(file, ['day,line,lot,good', ...rows, ''].join('\n'));
  const imported = await run('import', file, '--accept-guess');
  expect(imported.json.files[0]).toMatchObject({ inserted: 12, rejected: 3 });
  expect(imported.json.files[0].reasons).toContainEqual(
    expect.objectContaining({ kind: expect.stringContaining("… in column 'good' is not a number"), lines: [14] }),
  );

  const corrected = join(path, 'corrected.csv');
  const rejects = readFileSync(imported.json.files[0].rejectsFile, 'utf8');
  writeFileSync(corrected, `${rejects.replace('L12,many', 'L12,120')}99,,2024-03-14,Press 1,L1,1\n`);
  expect(await run('import', corrected, '--corrections', '1')).toMatchObject({
    code: 0,
    json: { corrects: 1, changed: 1, unknown: 1, batchId: 2, inserted: 1, stillSetAside: 2 },
    err: ['1 of its rows are none that import 1 still has set aside; they are left out.'],
  });
});

test('what imports changed of a lot is told, and written to a file', async () => {
  const file = join(path, 'plant.csv');
  const profile = join(path, 'profile.json');
  const fields = { productionDate: { column: 'day' }, lotNumber: { column: 'lot' }, line: { column: 'line' } };
  const read = { fields: { ...fields, goodQuantity: { column: 'good' } }, key: ['lotNumber'] };
  writeFileSync(profile, JSON.stringify(read));
  for (const good of [1, 2]) {
    writeFileSync(file, `day,line,lot,good\n2024-03-01,A,L1,${good}\n2024-03-01,A,L2,5\n`);
    expect((await run('import', file, '--profile', profile)).code).toBe(0);
  }
  const { json } = await run('changes', 'L1');
  const fieldsOf = { fields: [{ field: 'goodQuantity', before: 1, after: 2 }] };
  expect(json.changes).toMatchObject([{ recordId: 1, batchId: 2, file: 'plant.csv', ...fieldsOf }]);
  expect((await run('changes', 'L2')).json).toEqual({ changes: [] });
  const out = join(path, 'changes.csv');
  expect((await run('changes', '--batch', '2', '--out', out)).json).toEqual({ file: out, rows: 1 });
  expect(readFileSync(out, 'utf8')).toMatch(/^\uFEFFrecord,field,before,after,.*\r\n1,goodQuantity,1,2,2,plant.csv,/);
});
