import { describe, expect, it } from 'vitest';
import { firstLayout, parseLayout } from './column-layout.ts';

describe('the remembered layout of the grid', () => {
  it('keeps widths and hidden columns', () => {
    const text = JSON.stringify({ widths: { line: 200 }, shown: { shift: false } });
    const layout = parseLayout(text);
    expect(layout.widths).toEqual({ line: 200 });
    expect(layout.shown).toMatchObject({ shift: false, line: true, note: false });
  });

  it('forgets columns that are no more', () => {
    const layout = parseLayout(JSON.stringify({ widths: { colour: 80 }, shown: { colour: true } }));
    expect(layout).toEqual(firstLayout());
  });

  it('starts anew when it cannot be read', () => {
    for (const text of [null, 'half a {', '{"widths":{"line":-3},"shown":{}}', '[]']) {
      expect(parseLayout(text)).toEqual(firstLayout());
    }
  });
});
