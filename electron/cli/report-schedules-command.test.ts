import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands/index.ts';
import { openStore } from './open-store.ts';
import { runCommandLine } from './run-command-line.ts';

let folder: string;
let store: string;
let to: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-cli-reports-'));
  store = join(folder, 'store');
  to = join(folder, 'to');
  await mkdir(to);
  await run('generate', '--records', '300', '--from', '2024-01-01', '--to', '2024-02-28', '--json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const code = await runCommandLine(commands, [...args, '--store', store], { out: (text) => out.push(text), err() {} });
  return { code, text: out.join('') };
}

const report = {
  name: 'Good by line',
  question: { of: 'report', query: { measures: ['good'], dimensions: ['line'] } },
  range: 'lastMonth',
  format: 'csv',
  when: { by: 'rule', rule: '0 6 1 * *' },
};

test('a report is added, written beside an open window, paused and removed, and what was written is told', async () => {
  const added = await run('report-schedules', 'add', JSON.stringify({ ...report, folder: to }));
  expect(added.text).toMatch(/Good by line +Last month +Day 1 of the month at 06:00 +\d{4}-\d\d-01 06:00/);
  const { service, client } = await openStore(store, 'own');
  try {
    expect(await run('report-schedules', 'run', 'Good', 'by', 'line')).toMatchObject({ code: 0 });
    const [file = ''] = await readdir(to);
    expect(file).toMatch(/^Good by line \d{4}-\d\d-01 to \d{4}-\d\d-\d\d\.csv$/);
    expect(await readFile(join(to, file), 'utf8')).toContain('good');
    expect((await client.reportSchedules.list()).history).toMatchObject([{ state: 'written', file: join(to, file) }]);
    expect((await run('report-schedules', 'history')).text).toContain(file);
    expect((await run('report-schedules', 'pause', 'Good by line')).text).toContain('paused');
  } finally {
    await service.close();
  }
  expect((await run('report-schedules', 'remove', 'Good by line')).text).toContain('No report is written by the clock');
});

test('what could never be written is refused in words and not kept', async () => {
  for (const wrong of [
    { ...report, folder: join(folder, 'nowhere') },
    { ...report, folder: to, range: 'shift' },
    { ...report, folder: to, format: 'pdf', question: { of: 'records', scope: {} } },
    { ...report, folder: to, when: { by: 'rule', rule: '61 6 * * *' } },
  ]) {
    expect(await run('report-schedules', 'add', JSON.stringify(wrong), '--json')).toMatchObject({ code: 2 });
  }
  expect(await run('report-schedules', 'run', 'nothing', '--json')).toMatchObject({ code: 1 });
  expect((await run('report-schedules')).text).toContain('No report is written by the clock');
});
