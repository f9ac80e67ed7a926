import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { type CommandId, commandIds } from '../../shared/commands/registry.ts';
import { menuTemplate } from './native-menu.ts';

function itemsOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}

test('the menu holds every command of the registry once, in the language asked for', () => {
  const template = menuTemplate({ language: 'ko', platform: 'linux', run: () => {} });
  const ids = itemsOf(template).flatMap(({ id }) => id ?? []);
  expect(ids.toSorted()).toEqual(commandIds.toSorted());
  expect(itemsOf(template).find(({ id }) => id === 'go.records')?.label).toBe('기록');
});

test('choosing an entry runs its command', () => {
  const run: CommandId[] = [];
  const template = menuTemplate({ language: 'en', platform: 'linux', run: (id) => run.push(id) });
  const entry = itemsOf(template).find(({ id }) => id === 'maintenance.vacuum');
  Reflect.apply(entry?.click ?? (() => {}), null, []);
  expect(run).toEqual(['maintenance.vacuum']);
});

test('shortcuts are shown but left to the window, so that none runs twice; single keys stay free for typing', () => {
  const items = itemsOf(menuTemplate({ language: 'en', platform: 'linux', run: () => {} }));
  const importing = items.find(({ id }) => id === 'file.import');
  expect(importing).toMatchObject({ accelerator: 'CmdOrCtrl+O', registerAccelerator: false });
  expect(items.find(({ id }) => id === 'view.search')?.accelerator).toBeUndefined();
});

test('copy and paste are there, and on macOS the application menu', () => {
  const roles = (platform: NodeJS.Platform) =>
    menuTemplate({ language: 'en', platform, run: () => {} }).flatMap(({ role }) => role ?? []);
  expect(roles('linux')).toEqual(['editMenu']);
  expect(roles('darwin')).toEqual(['appMenu', 'editMenu']);
});
