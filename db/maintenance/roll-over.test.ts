import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RollOverRule } from '../../shared/contract/roll-over.ts';
import { dayFromIso, daysOfMonthIndex, isoFromDay } from '../../shared/domain/day.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { answerOf } from '../testing/answer.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { checkIntegrity } from './integrity.ts';
import { periodsToArchive, rollOver } from './roll-over.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;
const months = (first: string, count: number) => {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, at) => ({ month: year * 12 + month - 1 + at, records: 100 }));
};
const periods = (rule: RollOverRule, today: string, held = months('2022-05', 30), bytes = 3_000) =>
  periodsToArchive(held, rule, { today: day(today), bytes }).map(({ year, until }) => [year, isoFromDay(until)]);

test('by years, finished years leave and as many as are to be kept stay', () => {
  expect(periods({ keep: 'years', years: 0 }, '2024-10-15')).toEqual([
    [2022, '2022-12-31'],
    [2023, '2023-12-31'],
  ]);
  expect(periods({ keep: 'years', years: 1 }, '2024-10-15')).toEqual([[2022, '2022-12-31']]);
  expect(periods({ keep: 'years', years: 1 }, '2025-01-01')).toEqual([
    [2022, '2022-12-31'],
    [2023, '2023-12-31'],
  ]);
  expect(periods({ keep: 'years', years: 3 }, '2024-12-31')).toEqual([]);
});

test('by size, the oldest months leave until the rest fits, and the month that is running stays', () => {
  expect(periods({ keep: 'bytes', bytes: 3_000 }, '2024-10-15')).toEqual([]);
  expect(periods({ keep: 'bytes', bytes: 2_900 }, '2024-10-15')).toEqual([[2022, '2022-05-31']]);
  expect(periods({ keep: 'bytes', bytes: 1_950 }, '2024-10-15')).toEqual([
    [2022, '2022-12-31'],
    [2023, '2023-03-31'],
  ]);
  expect(periods({ keep: 'bytes', bytes: 0 }, '2024-10-15').at(-1)).toEqual([2024, '2024-09-30']);
  expect(periods({ keep: 'bytes', bytes: 0 }, '2022-05-31')).toEqual([]);
  expect(periods({ keep: 'bytes', bytes: 0 }, '2024-10-15', [])).toEqual([]);
});

test('a year that is rolled over month by month lies in several archives, and every report is the same', async () => {
  const drafts = randomDrafts(createRandom(91), { records: 600, from: '2021-11-01', to: '2023-08-20' });
  await insertRecords(store, drafts);
  const query = parseReportQuery({ measures: ['records', 'good', 'yield', 'lots'], dimensions: ['month', 'line'] });
  const expected = answerByBruteForce(drafts, query).rows;
  const archives = [];
  for (const [rule, today] of [
    [{ keep: 'years', years: 1 }, '2023-08-20'],
    [{ keep: 'bytes', bytes: 0 }, '2022-05-15'],
    [{ keep: 'years', years: 0 }, '2023-08-20'],
    [{ keep: 'bytes', bytes: 0 }, '2023-08-20'],
    [{ keep: 'bytes', bytes: 0 }, '2023-08-20'],
  ] as [RollOverRule, string][]) {
    archives.push(rollOver(store, { rule, today: day(today) }, unwatched).archives);
    expect(answerOf(store, query)).toEqual(expected);
  }
  expect(archives).toEqual([['archive_2021'], ['archive_2022'], ['archive_2022_2'], ['archive_2023'], []]);
  const { partitions } = readCatalog(store.live, store.folder);
  const august = 2023 * 12 + 7;
  expect(partitions.find(({ kind }) => kind === 'live')?.months.map(({ month }) => month)).toEqual([august]);
  expect(daysOfMonthIndex(august).first).toBe(day('2023-08-01'));
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
});
