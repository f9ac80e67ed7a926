import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-inspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(commands, args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [...lines, ''].join('\n'));
  return path;
}

const lots = fileOf('lots.csv', ['Date;Lot;Good', ...[1, 2, 3, 4].map((at) => `2024-01-0${at};B${at};${at * 10}`)]);
const values = fileOf('values.csv', ['Batch;Torque', ...[1, 2, 3].map((at) => `B${at};${at}.5`)]);

test('inspect with a second file shows what it would bring along, and how the two are joined, before anything is imported', async () => {
  const told = await cli('inspect', lots, '--join', values);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toMatch(/^Torque +3 +1 +3 +7\.5 +1\.5 +3\.5$/m);
  expect(told.out).toMatch(/4 rows, joined with values\.csv by Lot = Batch; 1 row without one there$/);
  const json = await cli('inspect', lots, '--join', values, '--on', 'Lot=Batch', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ rows: 4, joined: { unmatched: 1, refused: 0 } });
});

test('inspect joins as the profile says where it is given one', async () => {
  const { profile } = JSON.parse((await cli('inspect', lots, '--join', values, '--json')).out);
  const path = fileOf('profile.json', [JSON.stringify(profile)]);
  const told = await cli('inspect', lots, '--profile', path, '--join', values);
  expect(told.out).toMatch(/joined with values\.csv by Lot = Batch/);
});

test('inspect says what --on needs', async () => {
  const told = await cli('inspect', lots, '--on', 'Lot=Batch');
  expect(told.code).not.toBe(0);
  expect(told.err).toMatch(/name the second with --join/);
});
