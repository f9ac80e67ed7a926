import { expect, it } from 'vitest';
import { type CommandDefinition, commandIds, commands } from '../../shared/commands/registry.ts';
import { sheetOf } from './sheet.ts';

const linesOf = (sought: string) => sheetOf(sought, true).flatMap(({ lines }) => lines.map(({ key }) => key));

it('holds every key of the program while nothing is sought, each command once', () => {
  const withKey = commandIds.filter((id) => (commands[id] as CommandDefinition).key !== undefined);
  const listed = sheetOf('', true).flatMap(({ lines }) =>
    lines.flatMap((line) => ('command' in line ? [line.command] : [])),
  );
  expect(listed.toSorted()).toEqual(withKey.toSorted());
  expect(sheetOf('', true).map(({ of }) => of)).toEqual(expect.arrayContaining(['grid', 'chart']));
});

it('finds by what a key does, in either language, and by the key', () => {
  expect(linesOf('dark')).toEqual(['Mod+Shift+L']);
  expect(linesOf('복사')).toEqual(['Mod+C', 'Mod+Shift+C']);
  expect(linesOf('ctrl k')).toContain('Mod+K');
  expect(linesOf('nothing of the kind')).toEqual([]);
});

it('leaves out in a browser what only the desktop can do', () => {
  const quit = (isDesktop: boolean) =>
    sheetOf('', isDesktop).some(({ lines }) => lines.some((line) => 'command' in line && line.command === 'file.quit'));
  expect([quit(true), quit(false)]).toEqual([true, false]);
});
