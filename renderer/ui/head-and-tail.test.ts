import { expect, test } from 'vitest';
import { headAndTail } from './head-and-tail.ts';

test('a long name keeps its end by whole words, and is all there', () => {
  const names = [
    'Welding cell for rear cross members, robot 1',
    '제2공장 후방 크로스멤버 용접 로봇 셀 북측 1호기 (예비 라인 포함)',
    'Mixing 1 · Sealing compound export',
  ];
  const tails = [' robot 1', ' 1호기 (예비 라인 포함)', ' compound export'];
  expect(names.map((name) => headAndTail(name)?.tail)).toEqual(tails);
  for (const name of names) expect(Object.values(headAndTail(name) ?? {}).join('')).toBe(name);
});

test('a long name of one word keeps its last letters, also those of two code units', () => {
  expect(headAndTail(`${'x'.repeat(40)}12345678`)?.tail).toBe('12345678');
  expect(headAndTail(`${'x'.repeat(40)}1234567🔧`)?.tail).toBe('1234567🔧');
});

test('a short name is not taken apart', () => {
  expect(headAndTail('Press 1')).toBeNull();
});
