import { expect, test } from 'vitest';
import { bytesOf, fitFileName } from './file-name.ts';

test.each([
  ['Scrap: press 1/2?', 'Scrap- press 1-2-'],
  ['..\\up', '-up'],
  ['  yield. ', 'yield'],
  ['a\u0000b\u007fc\td', 'a-b-c-d'],
  ['half \uD800', 'half \uFFFD'],
  ['...', ''],
  ['CON', '_CON'],
  ['con.2026', '_con.2026'],
  ['Lpt1 .x', '_Lpt1 .x'],
  ['COM¹', '_COM¹'],
  ['Console', 'Console'],
  ['CON 2026-05-10', 'CON 2026-05-10'],
  ['불량률 (라인별)', '불량률 (라인별)'],
])('%j is the file %j', (text, name) => {
  expect(fitFileName(text, 255)).toBe(name);
});

test('a name is cut between letters, and ends with none that Windows drops', () => {
  const name = fitFileName('불'.repeat(100), 200);
  expect(bytesOf(name)).toBe(198);
  expect(name).toBe('불'.repeat(66));
  expect(fitFileName('abc. def', 5)).toBe('abc');
});
