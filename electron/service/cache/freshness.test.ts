import { expect, test } from 'vitest';
import type { Catalog } from '../../../db/store/catalog.ts';
import { catalogOf } from '../../../db/testing/catalog-of.ts';
import { partitionsSeen, type Sight, viewOf } from './freshness.ts';

const store = () =>
  catalogOf({
    live: [
      ['2024-01-03', '2024-01-30'],
      ['2024-02-05', '2024-02-20'],
    ],
    archive_2023: [['2023-12-01', '2023-12-31']],
  });
const over = (from?: string, to?: string, texts: Sight['texts'] = 'none'): Sight => ({
  range: { from, to },
  texts,
  files: false,
});

/** Gives the month that begins with a date a new stamp, as a change of its records does. */
function changed(catalog: Catalog, first: string): Catalog {
  const partitions = catalog.partitions.map((partition) => ({
    ...partition,
    months: partition.months.map((month) =>
      month.stamp === `${partition.name} ${first}` ? { ...month, stamp: 'new' } : month,
    ),
  }));
  return { ...catalog, partitions };
}
const goesStale = (sight: Sight, before: Catalog, after: Catalog) =>
  viewOf(sight, before).content !== viewOf(sight, after).content;

test('a change of a month is seen by the questions over its days, and by no others', () => {
  const after = changed(store(), '2024-02-05');
  const sights = [
    over(),
    over('2024-02-10', '2024-02-11'),
    over('2024-01-01', '2024-01-31'),
    over('2024-02-21'),
    over(undefined, '2024-02-05'),
  ];
  expect(sights.map((sight) => goesStale(sight, store(), after))).toEqual([true, true, false, false, true]);
});

test('records of days that were not there before are seen where their days are asked for', () => {
  const more = catalogOf({
    live: [
      ['2024-01-03', '2024-01-30'],
      ['2024-02-05', '2024-02-20'],
      ['2024-03-01', '2024-03-01'],
    ],
    archive_2023: [['2023-12-01', '2023-12-31']],
  });
  expect([over(), over('2024-01-01', '2024-02-29')].map((sight) => goesStale(sight, store(), more))).toEqual([
    true,
    false,
  ]);
});

test('a month that moves to an archive with its stamp is seen as before, and so is one whose records lie in both', () => {
  const before = store();
  const [live, archive] = before.partitions;
  if (!live || !archive) throw new Error('two files');
  const [january, ...rest] = live.months;
  const moved = {
    ...before,
    version: 2,
    partitions: [
      { ...live, months: rest },
      { ...archive, months: [...archive.months, ...(january ? [january] : [])] },
    ],
  };
  expect(goesStale(over(), before, moved)).toBe(false);
  expect(goesStale({ ...over(), files: true }, before, moved)).toBe(true); // it told of live
});

test('days that select the same records are the same question', () => {
  const content = (from?: string, to?: string) => viewOf(over(from, to), store()).content;
  expect(content('2023-01-01', '2030-12-31')).toBe(content());
  expect(content('2024-01-01')).toBe(content('2024-01-03'));
  expect(content('2024-01-04')).not.toBe(content('2024-01-03'));
  expect(content('2024-02-05', '2024-02-19')).not.toBe(content('2024-02-05', '2024-02-20'));
  expect(content('2024-02-21', '2024-02-21')).toBe(content('2031-01-01')); // neither selects any
});

test('names of items are read with the records of live, or in any case; what is sealed has its own', () => {
  const renamed = { ...store(), textsStamp: 'new' };
  const goes = (sight: Sight) => goesStale(sight, store(), renamed);
  expect([goes(over()), goes(over(undefined, undefined, 'of live records'))]).toEqual([false, true]);
  expect(goes(over('2023-12-01', '2023-12-31', 'of live records'))).toBe(false);
  expect([goes({ range: null, texts: 'all', files: false }), goes(over('2023-12-01', '2023-12-31', 'all'))]).toEqual([
    true,
    true,
  ]);
});

test('only what sealed archives alone hold is sealed', () => {
  const sealed = (sight: Sight) => viewOf(sight, store()).sealed;
  expect([sealed(over(undefined, '2023-12-31')), sealed(over(undefined, '2024-01-03'))]).toEqual([true, false]);
  expect([sealed(over('2031-01-01')), sealed({ range: null, texts: 'all', files: false })]).toEqual([false, false]);
});

test('the files of a question are those that hold days of its range', () => {
  expect(partitionsSeen(over('2024-01-01'), store())).toEqual(['live']);
  expect(partitionsSeen(over(), store())).toEqual(['live', 'archive_2023']);
  expect(partitionsSeen({ range: null, texts: 'all', files: false }, store())).toEqual(['live']);
});

test('an archive that cannot be read is missing from what sees it, which is not the same as days without it', () => {
  const whole = store();
  const [live, archive] = whole.partitions;
  if (!live || !archive) throw new Error('two files');
  const aside = { ...whole, partitions: [live], setAside: [{ partition: archive, because: 'it is cut short' }] };
  expect(goesStale(over(), whole, aside)).toBe(true);
  expect(goesStale(over('2024-01-01'), whole, aside)).toBe(false);
  expect(viewOf(over(), aside).content).not.toBe(viewOf(over('2024-01-01'), aside).content);
  expect(viewOf(over(undefined, '2023-12-31'), aside).sealed).toBe(false);
});

test('what is known against a file is part of the answers over it alone', () => {
  const whole = store();
  const archive = whole.partitions[1];
  if (!archive) throw new Error('two files');
  const doubted = { ...whole, flaws: [{ partition: archive, flaw: { code: 'changed' as const } }] };
  expect(goesStale(over(), whole, doubted)).toBe(true);
  expect(goesStale(over(), doubted, whole)).toBe(true);
  expect(goesStale(over('2024-01-01'), whole, doubted)).toBe(false);
});
