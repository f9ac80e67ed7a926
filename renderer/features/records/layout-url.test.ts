import { expect, test } from 'vitest';
import { firstLayout, isSameLayout } from './column-layout.ts';
import { readLayout, writeLayout } from './layout-url.ts';

const changed = {
  order: ['lotNumber', 'line'],
  widths: { line: 200, note: 90 },
  shown: { shift: false, note: true },
  frozen: 0,
  density: 'compact' as const,
};

test('a layout is read back from the address it is written to', () => {
  expect(writeLayout(changed)).toBe('o:lotNumber,line;w:line.200,note.90;s:+note,-shift;f:0;d:compact');
  expect(readLayout(writeLayout(changed) ?? '')).toEqual(changed);
});

test('a part that is as at first takes no room, and nothing changed takes none at all', () => {
  expect(writeLayout({ ...firstLayout(), shown: { note: true } })).toBe('s:+note');
  expect(isSameLayout(readLayout('s:+note') ?? changed, { ...firstLayout(), shown: { note: true } })).toBe(true);
  expect(writeLayout(firstLayout())).toBeNull();
});

test.each(['w:line.wide', 'f:many', 'd:huge', 'o:<b>'])('%s is no layout', (text) => {
  expect(readLayout(text)).toBeNull();
});
