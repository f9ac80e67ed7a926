import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { folderTrouble, placeReport } from './place-report.ts';

let path: string;
let remove: () => void;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
});
afterEach(() => {
  remove();
});

it('never writes over a file, and leaves nothing beside', () => {
  for (const text of ['first', 'second', 'third']) {
    writeFileSync(join(path, '.part'), text);
    placeReport(join(path, '.part'), path, 'Scrap 2026-05-10', 'csv');
  }
  expect(readdirSync(path).toSorted()).toEqual([
    'Scrap 2026-05-10 (2).csv',
    'Scrap 2026-05-10 (3).csv',
    'Scrap 2026-05-10.csv',
  ]);
  expect(readFileSync(join(path, 'Scrap 2026-05-10.csv'), 'utf8')).toBe('first');
});

it('says in words why a folder takes no file', () => {
  writeFileSync(join(path, 'file'), '');
  expect(folderTrouble(path)).toBeNull();
  expect(folderTrouble(join(path, 'gone'))).toBe(`${join(path, 'gone')} is not there.`);
  expect(folderTrouble(join(path, 'file'))).toBe(`${join(path, 'file')} is a file and not a folder.`);
});
