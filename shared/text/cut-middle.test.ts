import { expect, test } from 'vitest';
import { cutMiddle } from './cut-middle.ts';

const letters = (text: string) => [...text].length;

test('a text that fits stays as it is, and another keeps its beginning and its end', () => {
  expect(cutMiddle('Press 1', 7, letters)).toBe('Press 1');
  expect(cutMiddle('Press shop north, robot 1', 16, letters)).toBe('Press sho…obot 1');
  expect(cutMiddle('Press shop north, robot 2', 16, letters)).toBe('Press sho…obot 2');
});

test('no text is longer than its room, and no letter is cut in two', () => {
  for (let room = 1; room < 30; room++) {
    const cut = cutMiddle('제2공장 🔧🔧 용접 로봇 셀 북측 3호기 🔧🔧🔧', room, letters);
    expect(letters(cut)).toBeLessThanOrEqual(room);
    expect(cut.isWellFormed()).toBe(true);
  }
});
