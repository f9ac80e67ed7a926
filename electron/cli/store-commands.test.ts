import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let store: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-'));
  store = join(folder, 'store');
  const rows = ['production_date,line,item_code,good_quantity,defect_quantity'];
  for (let day = 1; day <= 20; day += 1) rows.push(`2024-03-${String(day).padStart(2, '0')},Press 1,A-100,${day},1`);
  for (let day = 1; day <= 5; day += 1) rows.push(`2025-03-0${day},Press 2,B-200,${day}.5,`);
  rows.push('2025-02-30,Press 1,A-100,7,1');
  await writeFile(join(folder, 'plant.csv'), rows.join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command on the store with --json and gives its exit code and its one document. */
async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', store, '--json'], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  expect(out, 'one document').toHaveLength(1);
  return { code, json: JSON.parse(out[0] ?? ''), err };
}

test('a store lives through import, query, export, archive, maintenance and undo', async () => {
  const imported = await run('import', join(folder, 'plant.csv'));
  expect(imported).toMatchObject({
    code: 0,
    json: { files: [{ rowsRead: 26, inserted: 25, updated: 0, unchanged: 0, rejected: 1 }] },
  });
  const [{ rejectsFile, batchId }] = imported.json.files;
  expect(await readFile(rejectsFile, 'utf8')).toContain('2025-02-30');

  const again = await run('import', join(folder, 'plant.csv'));
  expect(again.json.files[0]).toMatchObject({ inserted: 0, unchanged: 25 });

  const query = '{"measures":["good","defects","records"],"dimensions":["year"]}';
  const before = await run('query', query);
  expect(before.json.rows).toEqual([
    ['2024', 210, 20, 20],
    ['2025', 17.5, null, 5],
  ]);

  const page = await run('records', '--filter', 'line=Press 1', '--limit', '8');
  expect(page.json.rows).toHaveLength(8);
  const next = await run('records', '--filter', 'line=Press 1', '--limit', '100', '--cursor', page.json.nextCursor);
  expect(next.json.rows).toHaveLength(12);

  const out = join(folder, 'good.csv');
  expect((await run('export', query, '--out', out)).json).toEqual({ file: out, rows: 2 });
  expect(await readFile(out, 'utf8')).toMatch(/^\uFEFF.*\r?\n2024,210,20,20/);
  expect(await readdir(join(store, 'exports')), 'no copy is left in the store').toEqual([]);

  expect((await run('archive', '--year', '2024')).code).toBe(0);
  expect((await run('query', query)).json.rows).toEqual(before.json.rows);
  expect((await run('maintain', 'vacuum')).code).toBe(0);
  expect((await run('maintain', 'integrity')).json).toMatchObject({ sound: true, records: 25 });

  const status = await run('status');
  expect(status.json.partitions.map(({ name, records }: { name: string; records: number }) => [name, records])).toEqual(
    [
      ['live', 5],
      ['archive_2024', 20],
    ],
  );
  expect(await run('undo', String(batchId))).toMatchObject({ code: 1, json: { error: { code: 'NOT_UNDOABLE' } } });

  expect((await run('reopen', 'archive_2024')).json).toMatchObject({ archive: 'archive_2024', records: 20 });
  expect((await run('query', query)).json.rows).toEqual(before.json.rows);
  expect((await run('archive', '--keep-years', '0')).json.archives).toContain('archive_2024');
  expect((await run('archive', '--keep-years', '0', '--year', '2024')).code).toBe(2);
  expect((await run('reopen')).code).toBe(2);
  expect((await run('archive', '--keep-megabytes', '1000')).json).toMatchObject({ archives: '', records: 0 });
  expect((await run('query', query)).json.rows).toEqual(before.json.rows);
});

test('the sample plant is the same for the same seed', async () => {
  const args = ['generate', '--records', '300', '--from', '2026-01-01', '--to', '2026-03-31', '--seed', '5'];
  expect((await run(...args)).code).toBe(0);
  const query = '{"measures":["records"],"from":"2026-01-01"}';
  expect((await run('query', query)).json.rows).toEqual([[300]]);
});

test.each([
  ['a query with an unknown measure', 2, ['query', '{"measures":["gud"]}']],
  ['a query of a day that no calendar has', 2, ['query', '{"measures":["good"],"from":"2025-02-30"}']],
  ['a query that is not JSON', 2, ['query', '{']],
  ['an unknown filter field', 2, ['records', '--filter', 'colour=red']],
  ['a range the wrong way round', 2, ['records', '--from', '2025-01-01', '--to', '2024-01-01']],
  ['a limit that is no number', 2, ['records', '--limit', 'many']],
  ['a missing file', 1, ['import', 'missing.csv']],
  ['a folder', 1, ['import', '.']],
  ['a batch that is not there', 1, ['undo', '4711']],
  ['a year that is not there', 1, ['archive', '--year', '1999']],
  ['an archive that is not there', 1, ['reopen', 'archive_1999']],
  ['a place that cannot be written', 1, ['export', '{"measures":["good"]}', '--out', '/dev/null/x.csv']],
])('%s is answered in one sentence', async (_what, code, args) => {
  const answer = await run(...args);
  expect(answer.code).toBe(code);
  expect(answer.json.error.message).toMatch(/^\S.*[.!]$|^\S.*\)$/s);
  expect(answer.err).toEqual([answer.json.error.message]);
});

test('a store beside its owner can be read but not taken', async () => {
  const { openStore } = await import('./open-store.ts');
  const { service } = await openStore(store, 'own');
  try {
    expect((await run('status')).code).toBe(0);
    expect(await run('maintain', 'vacuum')).toMatchObject({ code: 1, json: { error: { code: 'STORE_IN_USE' } } });
  } finally {
    await service.close();
  }
});

test('a query may be given a time limit of its own', async () => {
  const query = '{"measures":["records"],"dimensions":["operator"]}';
  expect(await run('query', query, '--time-limit', '0')).toMatchObject({ code: 0 });
  expect(await run('query', query, '--time-limit', '30')).toMatchObject({ code: 0 });
  expect(await run('query', query, '--time-limit', 'soon')).toMatchObject({
    code: 2,
    json: { error: { code: 'INVALID_ARGUMENT', message: expect.stringContaining("0 to 86400, not 'soon'") } },
  });
});

test('a query is explained, as one document and in words', async () => {
  const query = '{"measures":["good"],"dimensions":["month"],"filters":[{"field":"line","in":["Press 1"]}]}';
  const { code, json } = await run('explain', query);
  expect(code).toBe(0);
  expect(json.rollups[0]).toEqual({ code: 'rollupChosen', rollup: 'lines' });
  expect(json.statements[0]).toMatchObject({
    parameters: { filter_line: '["Press 1"]' },
    steps: [{ means: { code: 'part', part: 'g' } }, { means: { code: 'readPart', part: 'g' } }, expect.anything()],
  });

  const out: string[] = [];
  await runCommandLine(commands, ['explain', query, '--store', store], {
    out: (text) => out.push(text),
    err: () => {},
  });
  const words = out.join('\n');
  expect(words).toContain("answered by the rollup 'lines', the smallest that keeps all that is asked");
  expect(words).toContain('@filter_line = "[\\"Press 1\\"]"');
  expect(words).toMatch(/Reading +[\d.]+ ms/);
  expect(words).toContain('Reads every row of rollup_lines [SCAN r]');
});

test('an import, a file and a figure are explained by option, and counted when asked', async () => {
  const { json } = await run('explain', '--import', '1', '--count');
  expect(json).toMatchObject({ sources: ['importRow'], facts: expect.arrayContaining([{ name: 'batch', value: 1 }]) });
  expect(json.counted.found).toBe(json.counted.expected);
  expect((await run('explain', '--file', 'live.db')).json.figures[0].name).toBe('records');
  expect((await run('explain', '--figure', 'jobs')).json.statements).toHaveLength(1);
  const out: string[] = [];
  await runCommandLine(commands, ['explain', '--file', 'all', '--count', '--store', store], {
    out: (text) => out.push(text),
    err: () => {},
  });
  expect(out.join('\n')).toMatch(/Records: [\d,]+ = sum of the records of each month/);
  expect(out.join('\n')).toMatch(/In the store now\n {2}([\d,]+) of \1 records\n/);
  expect(out.join('\n')).toContain('FROM partition_months');
});

test('explaining takes one query', async () => {
  expect(await run('explain', '--import', '1', '--file', 'live')).toMatchObject({ code: 2 });
  expect(await run('explain', '--figure', 'weather')).toMatchObject({ code: 2 });
  expect(await run('explain', '--figure', 'jobs', '--count')).toMatchObject({ code: 2 });
  expect(await run('explain')).toMatchObject({ code: 2, json: { error: { code: 'INVALID_ARGUMENT' } } });
  expect(await run('explain', '{"measures":["gud"]}')).toMatchObject({ code: 2 });
});
