import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cell } from '../../shared/query/answer.ts';
import { scratchFolder } from '../testing/test-store.ts';
import type { ReportContent } from './report-content.ts';
import { writeBeside } from './write-beside.ts';

let scratch: ReturnType<typeof scratchFolder>;
let path: string;
beforeEach(() => {
  scratch = scratchFolder();
  path = join(scratch.path, 'report.xlsx');
  writeFileSync(path, 'the one before');
});
afterEach(() => scratch.remove());

const content: ReportContent = {
  title: 'Good by line',
  language: 'en',
  locale: 'en-GB',
  sheets: { rows: 'Data', about: 'About' },
  columns: [{ heading: 'Line', kind: 'text', decimals: null }],
  rows: 6,
  writtenAt: '2026-01-02T03:04:05.000Z',
  view: null,
};
const never = new AbortController().signal;
const nothing = async () => [];

async function* batches(count: number, between: (at: number) => void = () => {}): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < count; at++) {
    between(at);
    yield [['Press 1'], ['Press 2']];
  }
}

function write(supplied: AsyncIterable<Cell[][]>, { signal = never, about = nothing } = {}) {
  const task = { format: 'xlsx' as const, path, content };
  return writeBeside(task, { batches: supplied, about }, signal, () => {});
}

function expectUntouched(): void {
  expect(readdirSync(scratch.path)).toEqual(['report.xlsx']);
  expect(readFileSync(path, 'utf8')).toBe('the one before');
}

test('a report takes the place of the one before in one step', async () => {
  const { rows, bytes } = await write(batches(3));
  expect(rows).toBe(6);
  expect(readFileSync(path)).toHaveLength(bytes);
  expect(readdirSync(scratch.path)).toEqual(['report.xlsx']);
});

test('other rows than expected are an error, and the file before stays', async () => {
  await expect(write(batches(2))).rejects.toThrow('4 rows were written where 6 were expected');
  expectUntouched();
});

test('cancelling half way leaves nothing, and asks for no further rows', async () => {
  const stop = new AbortController();
  let asked = 0;
  const supplied = batches(1_000, (at) => {
    asked = at;
    if (at === 3) stop.abort();
  });
  await expect(write(supplied, { signal: stop.signal })).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(asked).toBe(3);
  expectUntouched();
});

test('rows that cannot be read, and totals that cannot, leave nothing', async () => {
  const broken = batches(3, (at) => {
    if (at === 2) throw new Error('The reader died.');
  });
  await expect(write(broken)).rejects.toThrow('The reader died.');
  const about = () => Promise.reject(new Error('The totals do not agree.'));
  await expect(write(batches(3), { about })).rejects.toThrow('The totals do not agree.');
  expectUntouched();
});

test('a folder that is gone is said', async () => {
  path = join(scratch.path, 'gone', 'report.xlsx');
  await expect(write(batches(3))).rejects.toThrow('is not there');
});
