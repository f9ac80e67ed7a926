import { expect, test } from 'vitest';
import { labels } from '../text/labels.ts';
import { commandIds, commands, menuNames, menus } from './registry.ts';

test('every command stands in exactly one menu', () => {
  const placed = menuNames.flatMap((name) => menus[name]).filter((id) => id !== null);
  expect(placed.toSorted()).toEqual(commandIds.toSorted());
});

test('no two commands share a shortcut', () => {
  const keys = Object.values(commands).flatMap((command) => ('key' in command ? [command.key] : []));
  expect(new Set(keys).size).toBe(keys.length);
});

test('every language names every command and menu', () => {
  for (const language of Object.values(labels)) {
    expect(Object.keys(language.commands).toSorted()).toEqual(commandIds.toSorted());
    expect(Object.keys(language.menus).toSorted()).toEqual(menuNames.toSorted());
  }
});
