import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Dashboard, dashboardSchema, MOST_DASHBOARDS } from '../../../shared/contract/dashboards.ts';
import { DashboardsFile } from './dashboards-file.ts';
import { morning } from './morning.ts';

let folder: string;
const path = () => join(folder, 'dashboards.json');
const open = (onChange = () => {}) => new DashboardsFile(path(), onChange);
const board = (id: string, changes: Partial<Dashboard> = {}): Dashboard => {
  return { id, name: id, revision: 0, tiles: [], ...changes };
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-dashboards-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a store has the ready-made dashboard until it is changed or deleted', async () => {
  expect(dashboardSchema.parse(morning)).toEqual(morning);
  expect(await open().list()).toEqual([morning]);
  await open().save(board('mine'));
  expect((await open().list()).map(({ id }) => id)).toEqual(['morning', 'mine']);
  await open().remove('morning');
  expect((await open().list()).map(({ id }) => id)).toEqual(['mine']);
});

test('a change counts, is told, and is kept over a restart', async () => {
  const onChange = vi.fn();
  const [, saved] = await open(onChange).save(board('mine'));
  expect(saved).toEqual(board('mine', { revision: 1 }));
  await open(onChange).save(board('mine', { revision: 1, name: 'Renamed' }));
  expect((await open().list())[1]).toEqual(board('mine', { revision: 2, name: 'Renamed' }));
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('what another window changed meanwhile is not written over', async () => {
  const file = open();
  await file.save(board('mine'));
  await file.save(board('mine', { revision: 1, name: 'Theirs' }));
  await expect(file.save(board('mine', { revision: 1, name: 'Ours' }))).rejects.toThrow(/another window/);
  expect((await file.list())[1]?.name).toBe('Theirs');
  await file.remove('mine');
  await expect(file.save(board('mine', { revision: 2 }))).rejects.toThrow(/deleted/);
  await expect(file.remove('mine')).rejects.toThrow(/deleted/);
});

test('tiles follow a saved view to its new name', async () => {
  const file = open();
  const [tile] = morning.tiles;
  if (!tile) throw new Error('the ready-made dashboard has tiles');
  const showing = (name: string) => ({ ...tile, content: { of: 'view' as const, name, form: 'picture' as const } });
  await file.save(board('mine', { tiles: [showing('Scrap'), { ...showing('Other'), id: 'other' }] }));
  await file.renameView('Scrap', 'Scrap at six');
  await file.renameView('Nowhere', 'Else');
  const [first, mine] = await file.list();
  expect(mine?.tiles.map(({ content }) => content)).toEqual([
    { of: 'view', name: 'Scrap at six', form: 'picture' },
    { of: 'view', name: 'Other', form: 'picture' },
  ]);
  expect([first?.revision, mine?.revision]).toEqual([0, 2]);
});

test('a file that cannot be read is told of and never written over', async () => {
  await writeFile(path(), '[{"id":"mine"}]');
  await expect(open().list()).rejects.toThrow(/left as it is/);
  await expect(open().save(board('mine'))).rejects.toThrow(/left as it is/);
  expect(await readFile(path(), 'utf8')).toBe('[{"id":"mine"}]');
});

test('there is an end to how many are kept', async () => {
  await writeFile(path(), JSON.stringify(Array.from({ length: MOST_DASHBOARDS }, (_, at) => board(`board-${at}`))));
  await expect(open().save(board('one-more'))).rejects.toThrow(/delete one/);
});
