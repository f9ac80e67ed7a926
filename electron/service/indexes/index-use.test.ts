import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { Question } from '../monitor/question-run.ts';
import { IndexUse } from './index-use.ts';

let path: string;
let remove: () => void;
let time: number;
let failures: unknown[];
beforeEach(() => {
  const scratch = scratchFolder();
  path = join(scratch.path, 'index-use.json');
  remove = scratch.remove;
  time = Date.UTC(2026, 0, 1);
  failures = [];
});
afterEach(() => remove());

const open = (keeps = true) =>
  IndexUse.open({ path, keeps, onFailure: (error) => failures.push(error), now: () => new Date(time) });
const asked = (operator: string): Question => ({
  kind: 'report',
  question: parseReportQuery({ measures: ['good'], filters: [{ field: 'operator', in: [operator] }] }),
});
const shape = 'report of good; all days; where operator is one';

test('a question counts once for each index, however many statements it took, and questions alike count together', async () => {
  const use = await open();
  const ada = asked('Ada');
  use.note(ada, ['records_by_day']);
  use.note(ada, ['records_by_day', 'record_search']);
  use.note(asked('Grace'), ['records_by_day']);
  const at = new Date(time).toISOString();
  expect(use.of('records_by_day')).toEqual([{ shape, times: 2, lastAt: at }]);
  expect(use.of('record_search')).toEqual([{ shape, times: 1, lastAt: at }]);
  expect(use.of('records_by_lot')).toEqual([]);
  await use.close();
});

test('what was counted is known after the program was closed, without a value of a question', async () => {
  const use = await open();
  use.note(asked('Ada'), ['records_by_day']);
  await use.close();
  expect(readFileSync(path, 'utf8')).not.toContain('Ada');
  time += 1_000;
  const again = await open();
  expect(again.since).toBe('2026-01-01T00:00:00.000Z');
  expect(again.of('records_by_day')).toMatchObject([{ shape, times: 1 }]);
});

test('beside the owner nothing is written', async () => {
  const use = await open(false);
  use.note(asked('Ada'), ['records_by_day']);
  await use.close();
  expect(() => readFileSync(path)).toThrow('ENOENT');
});

test('a file that cannot be read is told, and begun anew', async () => {
  writeFileSync(path, 'not what it was');
  const use = await open();
  expect(failures).toHaveLength(1);
  use.note(asked('Ada'), ['records_by_day']);
  await use.close();
  expect((await open()).of('records_by_day')).toHaveLength(1);
});
