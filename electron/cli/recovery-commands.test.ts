import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let store: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-recover-'));
  store = join(folder, 'store');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line with --json on the store and gives its exit code and its one document. */
async function run(...args: string[]) {
  const out: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', store, '--json'], {
    out: (text) => out.push(text),
    err() {},
  });
  expect(out, 'one document').toHaveLength(1);
  return { code, json: JSON.parse(out[0] ?? '') };
}

/** What a command says to people. */
async function say(...args: string[]): Promise<string> {
  const out: string[] = [];
  await runCommandLine(commands, [...args, '--store', store], { out: (text) => out.push(text), err() {} });
  return out.join('');
}

function overwrite(name: string, content: (before: Buffer) => Buffer): void {
  const file = join(store, name);
  chmodSync(file, 0o644);
  writeFileSync(file, content(readFileSync(file)));
}
const withoutFirstPage = (before: Buffer) => Buffer.from(before).fill(0, 0, 4_096);
const records = '{"measures":["records"]}';

test('an archive and then the live file are made anew from what can be read of them', async () => {
  await run('generate', '--records', '600', '--from', '2023-11-01', '--to', '2024-02-28');
  await run('archive', '--year', '2023');
  overwrite('archive_2023.db', withoutFirstPage);
  expect(await say('recover')).toMatch(/archive_2023: set aside, its \d+ records are missing/);
  expect((await run('records')).json.warnings).toEqual([expect.stringMatching(/^archive_2023 is set aside/)]);
  expect(await run('maintain', 'integrity')).toMatchObject({ code: 1, json: { error: { code: 'DAMAGED' } } });
  const rebuilt = await run('recover', 'archive_2023.db', '--copies', folder);
  expect(rebuilt).toMatchObject({ code: 0, json: { source: 'readable', lost: 0, differences: '' } });
  expect(await say('query', records)).toMatch(/\b600\b.*archive_2023 is rebuilt from what could still be read: all/s);
  expect(await run('recover', 'archive_2023', '--acknowledge')).toMatchObject({ json: { acknowledged: true } });

  overwrite('live.db', withoutFirstPage);
  expect(await run('salvage')).toMatchObject({ code: 0, json: { lost: 0, relisted: [] } });
  expect(await say('query', records)).toMatch(/\b600\b.*live is rebuilt from what could still be read: all/s);
  expect(await say('recover')).toMatch(/^live: rebuilt .*, until somebody takes note with --acknowledge$/);
  expect(await run('recover', 'live', '--acknowledge')).toMatchObject({ json: { acknowledged: true } });
  expect(await say('recover')).toBe('Every file is as it should be.');
}, 300_000); // on a machine with much to do
