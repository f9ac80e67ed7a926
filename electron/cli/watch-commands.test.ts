import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let inbox: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-watch-'));
  inbox = join(folder, 'inbox');
  await mkdir(inbox);
  await mkdir(join(folder, 'store'));
  await writeFile(join(folder, 'store', 'settings.json'), '{"watchQuietSeconds":0}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  const streams = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await runCommandLine(commands, [...args, '--store', join(folder, 'store')], streams);
  written.mockRestore();
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('a profile is exported, handed on, and used by its name', async () => {
  const file = join(folder, 'first.csv');
  await writeFile(file, 'production_date,line,good_quantity\n2024-01-01,A,5\n');
  expect(await run('import', file, '--json')).toMatchObject({ code: 0 });
  expect(await run('profiles', 'rename', '1', 'MES daily')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/1 +MES daily +1 +\d{4}-\d\d-\d\d +production_date, line, good_quantity/),
  });
  const profile = join(folder, 'mes.json');
  expect(await run('profiles', 'export', 'MES daily', '--to', profile)).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(profile, 'utf8'))).toMatchObject({
    name: 'MES daily',
    headings: ['production_date', 'line', 'good_quantity'],
  });
  expect(await run('profiles', 'add', profile)).toMatchObject({
    code: 2,
    err: expect.stringContaining("same headings: 'MES daily'"),
  });
  expect(await run('profiles', 'add', profile, '--beside')).toMatchObject({
    code: 0,
    out: expect.stringContaining('MES daily (2)'),
  });
  const unchanged = expect.stringMatching(/first\.csv +1 +0 +0 +1 +0/);
  expect(await run('import', file, '--profile', 'MES daily')).toMatchObject({ code: 0, out: unchanged });
  expect(await run('import', file, '--profile', 'nobody')).toMatchObject({ code: 2 });
});

test('what lies in a watched folder is imported once and for all, and what fails is told by the exit code', async () => {
  await run('watched', 'add', inbox, '--pattern', '*.csv');
  expect((await run('watched')).out).toMatch(/inbox +\*\.csv +– +on|inbox +\*\.csv +on/);
  await writeFile(join(inbox, 'a.csv'), 'production_date,line,good_quantity\n2024-01-02,A,7\n');
  const done = await run('watch', '--once');
  expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/ {2}a\.csv {2}imported: 1 record added\.\n$/) });
  await writeFile(join(inbox, 'b.csv'), 'date;line\n2024-01-02;A\n');
  expect(await run('watch', '--once', '--json')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Not imported: b.csv'),
  });
  expect(await readdir(join(inbox, 'failed'))).toEqual(['b.csv']);
  expect((await run('watched', 'log')).out).toMatch(/b\.csv +failed .*\n.*a\.csv +imported +\d+ +1 record added/);
  expect((await run('watched', 'off', inbox)).out).toMatch(/off\n\n1 failed and wait to be seen to\./);
  expect((await run('watched', 'remove', inbox)).out).toBe('No folder is watched.');
});
