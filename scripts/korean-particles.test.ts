import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './run-process.ts';

/** A sentence with a value in it, and a particle in both forms. */
const SENTENCE = /`[^`\n]*\$\{[^`\n]*(?:은\(는\)|이\(가\)|을\(를\)|[과와]\([와과]\)|\(으\)로)[^`\n]*`/g;
const CHOSEN = 'fitParticles(';

it('every Korean sentence with a particle after a value chooses it by the sound of the value', () => {
  const paths = globSync('{shared,renderer,electron,db}/**/*.{ts,tsx}', { cwd: root }).filter(
    (path) => !path.includes('.test.'),
  );
  const sentences = paths.flatMap((path) => {
    const source = readFileSync(join(root, path), 'utf8');
    return [...source.matchAll(SENTENCE)].map(({ index, 0: sentence }) => ({
      where: `${path}: ${sentence}`,
      isChosen: source.slice(0, index).trimEnd().endsWith(CHOSEN),
    }));
  });
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter(({ isChosen }) => !isChosen).map(({ where }) => where)).toEqual([]);
});
