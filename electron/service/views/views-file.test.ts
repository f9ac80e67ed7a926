import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_VIEWS } from '../../../shared/contract/views.ts';
import { ViewsFile } from './views-file.ts';

let folder: string;
const path = () => join(folder, 'views.json');
const open = () => new ViewsFile(path(), () => {});
const view = (name: string, params = 'm=good') => ({ name, screen: 'explore', params });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-views-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('views are kept by name over a restart; saving under a name again replaces it', async () => {
  const views = open();
  expect(await views.list()).toEqual([]);
  await Promise.all([views.save(view('Scrap')), views.save(view('Morning')), views.save(view('Scrap', 'm=defects'))]);
  expect(await open().list()).toEqual([view('Morning'), view('Scrap', 'm=defects')]);
});

test('a view is renamed where the name is free, and deleted', async () => {
  const views = open();
  await views.save(view('Scrap'));
  await views.save(view('Morning'));
  await expect(views.rename('Scrap', 'Morning')).rejects.toThrow(/already/);
  await expect(views.rename('Gone', 'New')).rejects.toThrow(/no view named 'Gone'/);
  expect(await views.rename('Scrap', 'Evening')).toEqual([view('Evening'), view('Morning')]);
  expect(await views.remove('Morning')).toEqual([view('Evening')]);
  await expect(views.remove('Morning')).rejects.toThrow(/no view named/);
});

test('a view is kept under another name as well where that is free', async () => {
  const views = open();
  await views.save(view('Scrap'));
  expect(await views.copy('Scrap', 'Scrap again')).toEqual([view('Scrap'), view('Scrap again')]);
  await expect(views.copy('Scrap', 'Scrap again')).rejects.toThrow(/already/);
  await expect(views.copy('Gone', 'New')).rejects.toThrow(/no view named/);
});

test('a file that cannot be read is told of and never written over', async () => {
  await writeFile(path(), 'half a fi');
  const views = open();
  await expect(views.list()).rejects.toThrow(/left as it is/);
  await expect(views.save(view('Scrap'))).rejects.toThrow(/left as it is/);
  expect(await readFile(path(), 'utf8')).toBe('half a fi');
});

test('there is an end to how many are saved', async () => {
  await writeFile(path(), JSON.stringify(Array.from({ length: MOST_VIEWS }, (_, at) => view(`View ${at}`))));
  const views = open();
  await expect(views.save(view('One more'))).rejects.toThrow(/delete one/);
  expect(await views.save(view('View 3', 'm=yield'))).toHaveLength(MOST_VIEWS);
});
