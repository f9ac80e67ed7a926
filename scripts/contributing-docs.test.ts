import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run-process.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifest: { scripts: Record<string, string>; dependencies: Record<string, string> } = JSON.parse(
  read('package.json'),
);

test('DECISIONS says of every runtime dependency why it is this one, and of no other', () => {
  const rows = read('DECISIONS.md')
    .split('## Runtime dependencies')[1]
    ?.split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  const named = (rows ?? []).flatMap((row) => row.split('|')[1]?.trim().split(', ') ?? []);
  expect(named.toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
});

test('the commands that the pages tell people to run are there', () => {
  const pages = ['*.md', 'docs/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: root })).map(read);
  const named = pages.flatMap((page) => [...page.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name));
  expect(named).toContain('check');
  expect([...new Set(named)].filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('the files that CONTRIBUTING sends people to are there', () => {
  const paths = [...read('CONTRIBUTING.md').matchAll(/`((?:shared|db|electron|renderer|scripts|docs)\/[\w./-]*)`/g)];
  const missing = paths.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)));
  expect(paths.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});
