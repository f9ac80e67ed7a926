import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedPages, withPart } from './generated-docs.ts';

test.each(generatedPages())('$path is as the program has it (npm run docs writes it anew)', ({ path, text }) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('the pages name the commands of the command line and the keys of the window', () => {
  const text = generatedPages()
    .map((page) => page.text)
    .join('\n');
  expect(text).toContain('### maintain');
  expect(text).toContain('| `Ctrl+K` | Command palette |');
});

test('what stands around a part is kept, and a page without it is refused', () => {
  const page = 'before\n<!-- keys: begin -->\nold\n<!-- keys: end -->\nafter\n';
  expect(withPart(page, 'keys', 'new')).toBe('before\n<!-- keys: begin -->\n\nnew\n\n<!-- keys: end -->\nafter\n');
  expect(() => withPart('nothing here', 'keys', 'new')).toThrow('keys: begin');
});
