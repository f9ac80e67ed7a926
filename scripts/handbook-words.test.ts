import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run-process.ts';

const textOf = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');

/** Other programs' words that the handbook quotes, and signs that stand for themselves. */
const notOurs = ['fx'];

test('the words that the handbook sets in italics are those of the window', () => {
  const window = textOf('renderer/**/*text.ts') + textOf('shared/text/*.ts');
  const italics = textOf('docs/{using.md,using/*.md}').matchAll(/(?<![*\w])\*([^*\n]+)\*(?!\*)/g);
  const quoted = [...italics].map(([, words = '']) => words.replace(/ …$/, ''));
  expect(quoted.length).toBeGreaterThan(15);
  expect(quoted.filter((words) => !notOurs.includes(words) && !window.includes(words))).toEqual([]);
});
