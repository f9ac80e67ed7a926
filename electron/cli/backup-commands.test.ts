import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let store: string;
let backups: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-backup-'));
  store = join(folder, 'store');
  backups = join(folder, 'backups');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line with --json and gives its exit code and its one document. */
async function run(...args: string[]) {
  const out: string[] = [];
  const code = await runCommandLine(commands, [...args, '--json'], { out: (text) => out.push(text), err() {} });
  expect(out, 'one document').toHaveLength(1);
  return { code, json: JSON.parse(out[0] ?? '') };
}
const onStore = (...args: string[]) => run(...args, '--store', store);
const generate = (month: string, records: string) =>
  onStore('generate', '--records', records, '--from', `2024-${month}-01`, '--to', `2024-${month}-28`);
const records = async () => (await onStore('status')).json.records;

test('a store is backed up, tried, verified, and put back as it was at a moment', async () => {
  await generate('01', '300');
  expect(await onStore('backup')).toMatchObject({ code: 2, json: { error: { code: 'INVALID_ARGUMENT' } } });
  expect((await onStore('backup', 'plan', '--to', backups, '--daily', '3')).json).toEqual({
    folder: backups,
    daily: 3,
    weekly: 5,
    monthly: 12,
  });
  const first = await onStore('backup');
  expect(first).toMatchObject({ code: 0, json: { number: 1, records: 300, removed: 0 } });
  await generate('02', '200');
  expect(await onStore('backup', 'now', '--to', backups)).toMatchObject({ code: 0, json: { number: 2, records: 500 } });
  expect((await onStore('backup', 'list')).json.backups.map((each: { records: number }) => each.records)).toEqual([
    500, 300,
  ]);
  expect(await onStore('backup', 'drill')).toMatchObject({ code: 0, json: { sound: true, records: 500 } });
  expect(await run('verify', '--backup', backups)).toMatchObject({ code: 0, json: { sound: true, backups: 2 } });

  const { madeAt } = first.json;
  const restored = await onStore('restore', '--backup', backups, '--at', madeAt);
  expect(restored).toMatchObject({ code: 0, json: { madeAt, records: 300 } });
  expect(await records()).toBe(300);
  expect(await readdir(join(store, restored.json.aside))).toContain('live.db');
  const elsewhere = join(folder, 'elsewhere');
  expect(await run('restore', '--backup', backups, '--store', elsewhere)).toMatchObject({ json: { records: 500 } });
  expect((await run('status', '--store', elsewhere)).json.records).toBe(500);
});

test('beside an open window a backup is made and listed, and a restore says that the store is in use', async () => {
  const { openStore } = await import('./open-store.ts');
  const { service } = await openStore(store, 'own');
  try {
    expect(await onStore('backup', '--to', backups)).toMatchObject({ code: 0, json: { number: 3, records: 300 } });
    expect(await onStore('restore', '--backup', backups)).toMatchObject({
      code: 1,
      json: { error: { code: 'STORE_IN_USE' } },
    });
  } finally {
    await service.close();
  }
  expect(await records()).toBe(300);
});

test('damage is told with the file that has it, and a whole new backup is free of it', async () => {
  for (const name of (await readdir(backups)).filter((each) => each.startsWith('pages-'))) {
    const content = await readFile(join(backups, name));
    await writeFile(join(backups, name), content.fill(0xff, content.length / 2));
  }
  const found = await run('verify', '--backup', backups);
  expect(found).toMatchObject({ code: 1, json: { error: { code: 'DAMAGED' } } });
  expect(found.json.error.message).toContain('pages-000001 is damaged');
  expect(await onStore('backup', 'drill')).toMatchObject({ code: 1, json: { error: { code: 'DAMAGED' } } });
  expect(await onStore('restore', '--backup', backups)).toMatchObject({
    code: 1,
    json: { error: { code: 'DAMAGED' } },
  });
  expect(await onStore('backup', '--whole')).toMatchObject({ code: 0 });
  expect(await onStore('backup', 'drill')).toMatchObject({ code: 0, json: { sound: true } });
  expect(await onStore('restore', '--backup', backups)).toMatchObject({ code: 0, json: { records: 300 } });
});

test.each([
  ['a folder without backups', 1, ['restore', '--backup', '/nowhere']],
  ['a time that is none', 2, ['restore', '--backup', '/nowhere', '--at', 'yesterday']],
  ['no folder', 2, ['restore']],
  ['an unknown task', 2, ['backup', 'later']],
])('%s is answered in one sentence', async (_what, code, args) => {
  const answer = await onStore(...args);
  expect([answer.code, answer.json.error.message]).toEqual([code, expect.stringMatching(/^\S.*[.!]$|^\S.*\S$/s)]);
});
