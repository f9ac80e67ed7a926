import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { openStore } from './open-store.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let store: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-schedule-'));
  store = join(folder, 'store');
  await run('generate', '--records', '300', '--from', '2024-01-01', '--to', '2024-02-28', '--json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', store], { out: (text) => out.push(text), err() {} });
  return { code, text: out.join('') };
}
async function json(...args: string[]) {
  const { code, text } = await run(...args, '--json');
  return { code, json: JSON.parse(text) };
}
const taskOf = (found: { tasks: { task: string }[] }, name: string) => found.tasks.find(({ task }) => task === name);

test('what is done by itself is listed and changed beside an open window, which sees it at once', async () => {
  const { service, client } = await openStore(store, 'own');
  try {
    const { text } = await run('schedule');
    expect(text).toMatch(/integrity +Sundays at 03:00 +\d{4}-\d\d-\d\d 03:00/);
    expect(text).toMatch(/backup +Every day at 02:10 +Once backups are set up/);
    expect(await json('schedule', 'set', 'vacuum', '15', '4', '*', '*', '6')).toMatchObject({ code: 0 });
    expect(taskOf(await client.schedule.list(), 'vacuum')).toMatchObject({ rule: '15 4 * * 6', isOn: true });
    expect((await run('schedule', 'off', 'vacuum')).text).toMatch(/vacuum +Saturdays at 04:15 +off/);
    expect(taskOf((await json('schedule', 'on', 'vacuum')).json, 'vacuum')).toMatchObject({ isOn: true, last: null });
  } finally {
    await service.close();
  }
});

test('what was done by hand is its last result', async () => {
  expect(await json('maintain', 'optimise')).toMatchObject({ code: 0, json: { task: 'optimise' } });
  expect((await run('schedule', 'list')).text).toMatch(/optimise .* The keys of \d+ indexes of live were counted anew/);
});

test('what is not understood is refused with how it is called, and changes nothing', async () => {
  const before = await json('schedule');
  for (const args of [['dance'], ['on'], ['off', 'backup', 'drill'], ['set', 'backup', '61 2 * * *']]) {
    const refused = await json('schedule', ...args);
    expect(refused, args.join(' ')).toMatchObject({ code: 2, json: { error: { code: 'INVALID_ARGUMENT' } } });
  }
  expect(await json('schedule')).toEqual(before);
});
