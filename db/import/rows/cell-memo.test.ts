import { expect, test } from 'vitest';
import { CellMemo } from './cell-memo.ts';

test('a memo knows every cell by its bytes, wherever it stands, and forgets them all when it is full', () => {
  const memo = new CellMemo<number>();
  const find = (text: string) => {
    const bytes = Buffer.from(`,${text},`);
    return memo.find(bytes, 1, bytes.length - 1);
  };
  const add = (text: string, value: number) => memo.add(Buffer.from(text), 0, Buffer.byteLength(text), value);
  const most = 1 << 14;
  for (let at = 0; at < most; at += 1) {
    expect(find(`cell ${at}`)).toBeUndefined();
    add(`cell ${at}`, at);
  }
  for (let at = 0; at < most; at += 1) expect(find(`cell ${at}`)).toBe(at);
  expect(find('cell')).toBeUndefined();
  add('one more', -1);
  expect([find('one more'), find('cell 0')]).toEqual([-1, undefined]);
});
