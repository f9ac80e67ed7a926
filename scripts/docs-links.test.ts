import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './run-process.ts';

const LARGEST_IMAGE_BYTES = 200_000;
const pages = ['*.md', 'docs/**/*.md', 'examples/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: root }));

interface Link {
  from: string;
  file: string;
  anchor: string | undefined;
}

function linksOf(page: string): Link[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { from: page, file: path === '' ? page : join(dirname(page), path), anchor };
    });
}

/** The names by which the headings of a page are linked to. */
function anchorsOf(page: string): string[] {
  return [...readFileSync(join(root, page), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const links = pages.flatMap(linksOf);

describe('the pages', () => {
  test('link only to files and headings that are there', () => {
    const broken = links.filter(
      ({ file, anchor }) =>
        !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor)),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(broken).toEqual([]);
  });

  test('of docs/ are each reached by a link', () => {
    const reached = new Set(links.filter(({ from, file }) => from !== file).map(({ file }) => file));
    expect(globSync('docs/**/*.{md,png}', { cwd: root }).filter((file) => !reached.has(file))).toEqual([]);
  });

  test('have pictures small enough for a repository', () => {
    const large = globSync(join(root, 'docs/images/*.png')).filter((file) => statSync(file).size > LARGEST_IMAGE_BYTES);
    expect(large.map((file) => relative(root, file))).toEqual([]);
  });
});
