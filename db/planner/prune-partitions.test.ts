import { expect, test } from 'vitest';
import { dayFromIso } from '../../shared/domain/day.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { explainWords } from '../../shared/text/explain.ts';
import type { Catalog } from '../store/catalog.ts';
import { catalogOf } from '../testing/catalog-of.ts';
import { unplanned } from './plan.ts';
import { flawIn, prunePartitions } from './prune-partitions.ts';

const catalog = catalogOf({
  live: [
    ['2023-03-05', '2023-03-05'], // came in after 2023 was archived
    ['2025-01-02', '2025-01-31'],
  ],
  archive_2024: [
    ['2024-02-01', '2024-02-29'],
    ['2024-12-01', '2024-12-30'],
  ],
  archive_2023: [['2023-01-01', '2023-01-31']],
  archive_2022: [],
});

function prune(from?: string, to?: string, setAside: Catalog['setAside'] = []) {
  const plan = unplanned(parseReportQuery({ measures: ['good'] }), catalog);
  const day = (date?: string) => (date === undefined ? null : dayFromIso(date));
  const { arms, skipped } = prunePartitions(
    { ...plan, range: { from: day(from), to: day(to) } },
    { setAside, flaws: [] },
  );
  return {
    read: arms.map(({ partition }) => partition.name),
    skipped: skipped.map(({ partition, reason }) => `${partition.name} ${explainWords.en.partition(reason)}`),
  };
}

test('a range reads the files that hold one of its days, and says why not of the others', () => {
  expect(prune('2024-02-10', '2024-02-20')).toEqual({
    read: ['archive_2024'],
    skipped: [
      'live holds 2023-03-05 to 2025-01-31, outside the range',
      'archive_2023 holds 2023-01-01 to 2023-01-31, outside the range',
      'archive_2022 holds no records',
    ],
  });
});

test('a file that cannot be read is told of where it holds days of the range, with what is missing of them', () => {
  const { partitions } = catalogOf({
    archive_2021: [
      ['2021-05-01', '2021-05-30'],
      ['2021-06-01', '2021-06-30'],
    ],
  });
  const setAside = partitions.map((partition) => ({ partition, because: 'The file is not there.' }));
  expect(prune('2021-05-20', '2021-06-02', setAside).skipped[0]).toBe(
    'archive_2021 set aside, as it cannot be read: 20 records of 2021-05-01 to 2021-06-30 are missing. The file is not there.',
  );
  expect(prune('2021-05-20', '2021-05-21', setAside).skipped[0]).toMatch(/10 records of 2021-05-01 to 2021-05-30/);
  expect(prune('2022-01-01', undefined, setAside).skipped.join()).not.toContain('archive_2021');
});

test('what is known against a file that is read is told of where it concerns the range', () => {
  const [archive] = catalogOf({ archive_2023: [['2023-01-01', '2023-01-31']] }).partitions;
  if (!archive) throw new Error('one file');
  const lost = {
    month: 2023 * 12,
    recordsBefore: 12,
    recordsAfter: 10,
    from: '2023-01-01',
    to: '2023-02-03',
    days: null,
    good: null,
    defects: null,
  };
  const flaws: Catalog['flaws'] = [
    { partition: archive, flaw: { code: 'doubted', because: 'Its bytes changed.' } },
    { partition: archive, flaw: { code: 'changed' } },
    {
      partition: archive,
      flaw: { code: 'rebuilt', at: '2026-01-01T00:00:00.000Z', source: 'readable', months: [lost] },
    },
  ];
  const told = (from: string, to: string) =>
    flaws
      .flatMap((flaw) => flawIn(flaw, { from: dayFromIso(from), to: dayFromIso(to) }))
      .map(({ reason }) => explainWords.en.partition(reason));
  expect(told('2023-01-10', '2023-12-31')).toEqual([
    'read, but not what was sealed: do not rely on its 10 records of 2023-01-01 to 2023-01-31. Its bytes changed.',
    'read, but was changed from outside and is still to be compared with its seal: 10 records of 2023-01-01 to 2023-01-31',
    'incomplete: 2 records of 12 from 2023-01-01 to 2023-02-03 were lost when it was rebuilt from what could still be read',
  ]);
  // The days that were lost may lie beyond those that are left.
  expect(told('2023-02-01', '2023-02-28')).toHaveLength(1);
  expect(told('2023-03-01', '2023-12-31')).toEqual([]);
});

test('late records of an archived year are read from live', () => {
  expect(prune('2023-01-01', '2023-12-31').read).toEqual(['live', 'archive_2023']);
  expect(prune('2023-03-05', '2023-03-05').read).toEqual(['live']);
});

test('both ends of a range belong to it', () => {
  expect(prune('2024-12-30', '2024-12-31').read).toEqual(['archive_2024']);
  expect(prune('2024-12-31', '2025-01-01').read).toEqual([]);
  expect(prune('2025-01-31').read).toEqual(['live']);
  expect(prune(undefined, '2023-01-01').read).toEqual(['archive_2023']);
});

test('an open range reads every file that holds anything', () => {
  expect(prune().read).toEqual(['live', 'archive_2024', 'archive_2023']);
});
