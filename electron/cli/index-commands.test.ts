import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoreIndexes } from '../../shared/contract/indexes.ts';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

const NAME = 'records_by_operator_day';
let store: string;
beforeAll(async () => {
  store = join(await mkdtemp(join(tmpdir(), 'throughline-cli-')), 'store');
  await run('generate', '--records', '2000', '--from', '2023-01-01', '--to', '2024-12-31');
  await run('archive', '--year', '2023');
});
afterAll(() => rm(join(store, '..'), { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', store], {
    out: (text) => out.push(text),
    err: (text) => out.push(text),
  });
  return { code, text: out.join('\n') };
}
async function advised(): Promise<StoreIndexes & { message: string }> {
  const { code, text } = await run('advise', '--json');
  expect(code).toBe(0);
  return JSON.parse(text);
}

test('advise lists every index with what it is for, and says when nothing was slow', async () => {
  const { text } = await run('advise');
  expect(text).toMatch(/^records_by_day +[\d.]+ kB +\d+ +Pages of records in order of date/m);
  expect(text).toMatch(/^sqlite_autoindex_items_1 /m);
  expect(text).toContain('No question that reads records was slow, so that no index was tried. Nothing was changed.');
  expect(await advised()).toMatchObject({ advice: { shapes: [], proposals: [] } });
});

test('index makes one in every file and takes it away again', async () => {
  const made = await run('index', 'apply', NAME);
  expect(made).toMatchObject({ code: 0, text: expect.stringContaining(`${NAME} is in all 2 files of the store.`) });
  const { indexes } = await advised();
  expect(indexes.find(({ name }) => name === NAME)).toMatchObject({ origin: 'advised', findings: [] });
  expect(await run('index', 'apply', NAME)).toMatchObject({ code: 2, text: expect.stringContaining('already') });
  expect((await run('index', 'revert', NAME)).code).toBe(0);
  expect((await advised()).indexes.map(({ name }) => name)).not.toContain(NAME);
});

test.each([
  [[], 'Apply or revert which index?'],
  [['drop', NAME], 'Apply or revert which index?'],
  [['apply', 'records_by_day; DROP TABLE records'], 'is not the name of an index that advise proposes'],
  [['apply', 'records_by_note'], 'is no name of an index that could be made'],
  [['revert', 'records_by_day'], 'only those can be taken away. Nothing was changed.'],
])('index %j is refused in words', async (args, words) => {
  const { code, text } = await run('index', ...args);
  expect(code).toBeGreaterThan(0);
  expect(text).toContain(words);
});
