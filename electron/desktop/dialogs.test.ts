import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';

const dialog = vi.hoisted(() => ({ showOpenDialog: vi.fn(), showSaveDialog: vi.fn() }));
const shell = vi.hoisted(() => ({ openPath: vi.fn() }));
vi.mock('electron', () => ({ dialog, shell }));

const { chooseFiles, chooseFolder, handOver, openFolder, saveDownload, saveMade } = await import('./dialogs.ts');

const window = {} as BrowserWindow;
const files = { register: (path: string) => `id of ${path}` };

test('a file is handed over by its place on disk', () => {
  expect(handOver(files, '/data/march.csv')).toEqual({ fileId: 'id of /data/march.csv', name: 'march.csv' });
});

test.each(['', 'march.csv', undefined, 7])('%s is no place on disk', (path) => {
  expect(() => handOver(files, path)).toThrow(/not a file on this computer/);
});

test('all files chosen in the dialog are handed over', async () => {
  dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/data/a.csv', '/data/b.csv'] });
  expect((await chooseFiles(window, files)).map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
});

test('a folder is asked for where one is known, and none is taken when the dialog is closed', async () => {
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/reports/morning'] });
  expect(await chooseFolder(window, '/reports')).toBe('/reports/morning');
  expect(dialog.showOpenDialog).toHaveBeenLastCalledWith(window, {
    properties: ['openDirectory', 'createDirectory'],
    defaultPath: '/reports',
  });
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
  expect(await chooseFolder(window, 'typed so far')).toBeNull();
  expect(dialog.showOpenDialog.mock.lastCall?.[1]).not.toHaveProperty('defaultPath');
});

test('a download is written where the person says, and nowhere when they think better of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-dialogs-'));
  const download = { path: join(folder, 'made.csv'), fileName: 'Report.csv', contentType: 'text/csv' };
  await writeFile(download.path, 'line,good\n');
  const target = join(folder, 'kept.csv');
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: target });
  expect(await saveDownload(window, download)).toBe(true);
  expect(await readFile(target, 'utf8')).toBe('line,good\n');
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
  expect(await saveDownload(window, download)).toBe(false);
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, 'missing', 'kept.csv') });
  await expect(saveDownload(window, download)).rejects.toThrow(/Choose another place/);
  expect((await readdir(folder)).toSorted()).toEqual(['kept.csv', 'made.csv']);
  await rm(folder, { recursive: true });
});

test('what the window made is written where the person says; what is no file is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-dialogs-'));
  const target = join(folder, 'chart.png');
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: target });
  expect(await saveMade(window, 'Scrap.png', new Uint8Array([1, 2]))).toBe(true);
  expect([...(await readFile(target))]).toEqual([1, 2]);
  await expect(saveMade(window, '../Scrap.png', new Uint8Array())).rejects.toThrow(/not a file/);
  await expect(saveMade(window, 'Scrap.png', 'text')).rejects.toThrow(/not a file/);
  await rm(folder, { recursive: true });
});

test('a folder that the system cannot open is told in words', async () => {
  shell.openPath.mockResolvedValueOnce('').mockResolvedValueOnce('No such folder');
  await expect(openFolder('/reports')).resolves.toBeUndefined();
  await expect(openFolder('/gone')).rejects.toThrow('/gone could not be opened (No such folder).');
});
