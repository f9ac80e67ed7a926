import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let store: string;
let standby: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-standby-'));
  store = join(folder, 'store');
  standby = join(folder, 'standby');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line on the store and gives its exit code, its one document and its words. */
async function run(...args: string[]) {
  const out: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', store, '--json'], {
    out: (text) => out.push(text),
    err() {},
  });
  expect(out, 'one document').toHaveLength(1);
  return { code, json: JSON.parse(out[0] ?? '') };
}
const generate = (month: string, records: string) =>
  run('generate', '--records', records, '--from', `2024-${month}-01`, '--to', `2024-${month}-28`);

test('a standby is set, kept by each command that changes something, and takes the place of a store that is damaged', async () => {
  expect(await run('standby', 'set', '--to', standby)).toMatchObject({
    code: 1,
    json: { error: { code: 'NOT_FOUND' } },
  });
  await generate('01', '300');
  expect(await run('standby')).toMatchObject({ code: 0, json: { folder: null, now: { state: 'off' } } });
  expect(await run('standby', 'failover')).toMatchObject({ code: 2, json: { error: { code: 'INVALID_ARGUMENT' } } });
  expect(await run('standby', 'set')).toMatchObject({ code: 2 });
  const inStep = { lagSeconds: 0, missing: { records: 0, changes: [] } };
  const set = await run('standby', 'set', '--to', standby);
  expect(set).toMatchObject({ code: 0, json: { folder: standby, holds: { records: 300, batches: 1 }, ...inStep } });
  await generate('02', '200');
  expect((await run('standby', 'status')).json).toMatchObject({ holds: { records: 500, batches: 2 }, ...inStep });

  await writeFile(join(store, 'live.db'), 'rubbish'.repeat(20_000));
  expect(await run('status')).toMatchObject({ code: 1, json: { error: { code: 'DAMAGED' } } });
  const failedOver = await run('standby', 'failover');
  expect(failedOver).toMatchObject({ code: 0, json: { records: 500, missing: { records: 0, changes: [] } } });
  expect(await readdir(join(store, failedOver.json.aside))).toContain('live.db');
  expect((await run('status')).json.records).toBe(500);
  expect((await run('standby', 'off')).json).toMatchObject({ folder: null });
});
