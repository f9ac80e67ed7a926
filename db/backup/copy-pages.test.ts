import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../sample/random.ts';
import { scratchFolder, unwatched } from '../testing/test-store.ts';
import { packPath } from './backup-folder.ts';
import { copyPages } from './copy-pages.ts';
import type { PageList } from './page-list.ts';
import { PackWriter, pagesInPack, readPages } from './page-pack.ts';

const PAGE_SIZE = 64;
let path: string;
let remove: () => void;
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  mkdirSync(path, { recursive: true });
});
afterEach(() => remove());

const pageOf = (text: string) => Buffer.from(text.padEnd(PAGE_SIZE, '.'));
const fileOf = (pages: string[]) => Buffer.concat(pages.map(pageOf));

/** Backs up pages, given as texts, upon the list before; tells how many were written. */
function backUp(number: number, pages: string[], before: PageList | null): { list: PageList; written: number } {
  const file = fileOf(pages);
  const live = {
    pages: pages.length,
    pageSize: PAGE_SIZE,
    read: (first: number, into: Buffer) => void file.copy(into, 0, first * PAGE_SIZE),
  };
  const pack = new PackWriter(path, number);
  const kept = (each: number) => pagesInPack(path, each, PAGE_SIZE);
  const previous = before && { list: before, pagesInPack: kept };
  const list = copyPages(live, { pack, number, previous }, unwatched);
  pack.close();
  return { list, written: pack.pages };
}

/** Each step is copied at once, as the next one is read into the same place. */
const restored = (list: PageList) =>
  Buffer.concat(Array.from(readPages(path, list, { pageSize: PAGE_SIZE }), ({ content }) => Buffer.from(content)));

test('only pages that differ are written, also where the file grew or shrank', () => {
  const pages = Array.from({ length: 600 }, (_, at) => `page ${at}`);
  const first = backUp(1, pages, null);
  const changed = pages.with(3, 'new').with(599, 'new too').concat('one more');
  const second = backUp(2, changed, first.list);
  const third = backUp(3, changed.slice(0, 500), second.list);
  expect([first.written, second.written, third.written]).toEqual([600, 3, 0]);
  expect(readdirSync(path)).toEqual(['pages-000001', 'pages-000002']);
  const packs = [first, second, third].map(({ list }) => [...list.pagesByPack()].sort());
  expect(packs).toEqual([
    [[1, 600]],
    [
      [1, 598],
      [2, 3],
    ],
    [
      [1, 499],
      [2, 1],
    ],
  ]);
  expect(restored(first.list).equals(fileOf(pages))).toBe(true);
  expect(restored(second.list).equals(fileOf(changed))).toBe(true);
  expect(restored(third.list).equals(fileOf(changed.slice(0, 500)))).toBe(true);
});

test('a page that moved to another place is written again, as pages are compared place by place', () => {
  const first = backUp(1, ['a', 'b'], null);
  expect(backUp(2, ['b', 'a'], first.list).written).toBe(2);
});

test('a pack of which less than half is wanted is not built upon, so that it can go with the backups that need it', () => {
  const pages = Array.from({ length: 10 }, (_, at) => `page ${at}`);
  const first = backUp(1, pages, null);
  const half = backUp(
    2,
    pages.map((page, at) => (at < 5 ? `${page} new` : page)),
    first.list,
  );
  expect(half.written).toBe(5);
  const less = pages.map((page, at) => (at < 6 ? `${page} newer` : page));
  const second = backUp(3, less, half.list);
  expect(second.written, 'five that changed in pack 2, and one in pack 1').toBe(6);
  const third = backUp(4, less.with(9, 'newest'), second.list);
  expect(third.written, 'of pack 1 four pages in ten are wanted: all are written again').toBe(4);
  expect([...third.list.pagesByPack()].sort()).toEqual([
    [3, 6],
    [4, 4],
  ]);
});

test('many backups of random changes are each restored as they were, and write at most twice what changed', () => {
  const random = createRandom(77);
  let pages = Array.from({ length: 400 }, (_, at) => `page ${at}`);
  let [changes, written] = [0, 0];
  const made: { list: PageList; pages: string[] }[] = [];
  for (let number = 1; number <= 30; number++) {
    if (number > 1) {
      const count = random.below(60);
      changes += count;
      for (let nth = 0; nth < count; nth++) pages = pages.with(random.below(pages.length), `${number} ${nth}`);
    }
    const backup = backUp(number, pages, made.at(-1)?.list ?? null);
    if (number > 1) written += backup.written;
    made.push({ list: backup.list, pages });
  }
  for (const { list, pages: content } of made) expect(restored(list).equals(fileOf(content))).toBe(true);
  expect(written).toBeLessThanOrEqual(2 * changes + pages.length);
});

test('a pack that is gone or cut short is not built upon', () => {
  const pages = ['a', 'b', 'c'];
  const first = backUp(1, pages, null);
  rmSync(packPath(path, 1));
  const second = backUp(2, pages, first.list);
  expect([second.written, statSync(packPath(path, 2)).size]).toEqual([3, 3 * PAGE_SIZE]);
});
