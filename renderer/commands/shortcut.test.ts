import { expect, test } from 'vitest';
import { isTyping, type KeyPress, matchesShortcut, shortcutKeys } from './shortcut.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('Mod is Ctrl on a PC and Cmd on a Mac', () => {
  expect(matchesShortcut('Mod+K', press('k', { ctrlKey: true }), false)).toBe(true);
  expect(matchesShortcut('Mod+K', press('k', { metaKey: true }), false)).toBe(false);
  expect(matchesShortcut('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
});

test('a shortcut does not fire with one modifier more or less', () => {
  expect(matchesShortcut('Mod+Shift+L', press('L', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(matchesShortcut('Mod+Shift+L', press('l', { ctrlKey: true }), false)).toBe(false);
  expect(matchesShortcut('Mod+K', press('k', { ctrlKey: true, altKey: true }), false)).toBe(false);
});

test('a character is recognised whether or not the keyboard needs Shift for it', () => {
  expect(matchesShortcut('?', press('?', { shiftKey: true }), false)).toBe(true);
  expect(matchesShortcut('/', press('/'), false)).toBe(true);
  expect(matchesShortcut('/', press('/', { shiftKey: true }), false)).toBe(true);
});

test('a key is recognised by its place when the keyboard writes another script', () => {
  expect(matchesShortcut('Mod+K', press('ㅏ', { ctrlKey: true, code: 'KeyK' }), false)).toBe(true);
  expect(matchesShortcut('Alt+1', press('¡', { altKey: true, code: 'Digit1' }), true)).toBe(true);
});

test('only shortcuts without a modifier are typed text', () => {
  expect(isTyping('/')).toBe(true);
  expect(isTyping('Mod+K')).toBe(false);
});

test('keys carry the names of the keyboard at hand', () => {
  expect(shortcutKeys('Mod+Shift+X', false)).toEqual(['Ctrl', 'Shift', 'X']);
  expect(shortcutKeys('Mod+Shift+X', true)).toEqual(['⌘', '⇧', 'X']);
});
