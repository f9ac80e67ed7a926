import { expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import type { RecordDraft } from '../../import/rows/record-draft.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { planReport } from '../../planner/plan.ts';
import { loadRollup, loadTexts } from '../../rollup/load.ts';
import { RollupMemory } from '../../rollup/memory.ts';
import { readCatalog } from '../../store/catalog.ts';
import { draftOf } from '../../testing/draft.ts';
import { answerByBruteForce } from '../../testing/oracle.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { openReadable } from '../sqlite/connection.ts';
import { StepClock } from '../step-clock.ts';
import { readFromMemory } from './from-memory.ts';

const FIRST_OF_2024 = dayFromIso('2024-01-01') ?? 0;

/** Asks rollups in memory of a store of these records, with 2023 archived; null where they cannot answer, else as the oracle. */
async function askMemory(drafts: RecordDraft[], queries: ReportQueryInput[]) {
  const { store, remove } = createStore();
  try {
    await insertRecords(store, drafts);
    if (drafts.some(({ day }) => day < FIRST_OF_2024)) archiveYear(store, 2023, unwatched);
    const memory = new RollupMemory({
      async rollup({ file }, name) {
        const database = openReadable(file);
        const rollup = loadRollup(database, name);
        database.close();
        return rollup;
      },
      texts: async () => loadTexts(store.live),
    });
    const catalog = readCatalog(store.live, store.folder);
    await memory.load(catalog);
    return queries.map(parseReportQuery).map((query) => {
      const read = readFromMemory(memory, planReport(query, catalog), catalog, new StepClock());
      if (read === null) return null;
      expect(read.merged.rows).toEqual(answerByBruteForce(drafts, query).rows);
      return { reasons: read.reasons.map(explainWords.en.reason), rowsRead: read.statements[0]?.rows };
    });
  } finally {
    store.close();
    remove();
  }
}

const dates = ['2023-11-29', '2023-11-30', '2023-12-01', '2023-12-30', '2024-01-01', '2024-01-31', '2024-02-01'];
const drafts = dates.flatMap((date, index) =>
  ['P-1', 'P-2', null].map((itemCode) => draftOf(date, `Line ${index % 2}`, index + 0.25, { itemCode })),
);

test('whole months are read from months and the days at the edges from days, in all files', async () => {
  const [all, cut, weeks] = await askMemory(drafts, [
    { measures: ['good', 'records'], dimensions: ['month'] },
    { measures: ['good', 'records'], dimensions: ['line'], from: '2023-11-30', to: '2024-01-30' },
    { measures: ['good'], dimensions: ['week'] },
  ]);
  expect(all).toEqual({ reasons: ['2023-11 to 2024-02 from months'], rowsRead: 7 });
  expect(cut).toEqual({ reasons: ['2023-12 from months, 1 + 30 edge days from days'], rowsRead: 4 });
  expect(weeks?.reasons).toEqual(['2023-11-29 to 2024-02-01 from days: a week is not made of months']);
});

test('an item is found by its own rows, and so are records without one', async () => {
  const asked: ReportQueryInput = {
    measures: ['good'],
    dimensions: ['day'],
    filters: [{ field: 'item', in: ['P-1'] }],
  };
  const [one, several, none] = await askMemory(drafts, [
    asked,
    { ...asked, filters: [{ field: 'item', in: ['P-2', null] }], dimensions: ['item'] },
    { ...asked, filters: [{ field: 'item', in: ['P-3'] }] },
  ]);
  expect(one?.rowsRead).toBe(7);
  expect(several?.rowsRead).toBe(14);
  expect(none?.rowsRead).toBe(0);
});

test('a rollup with a sum of a day that no double holds is not in memory, and the others are', async () => {
  const most = 4_000_000_000; // units: two of a day are more
  const huge = [1, 2].map(() => draftOf('2024-01-01', 'Line 1', most, { downMinutes: 1_000_000 }));
  const [good, downtime] = await askMemory(huge, [
    { measures: ['good'] },
    { measures: ['downMinutes'], dimensions: ['downtimeReason'] },
  ]);
  expect(good).toBeNull();
  expect(downtime?.reasons).toEqual(['2024-01 from months']);
});

test('sums of months that no double holds are added up from their days', async () => {
  const most = 4_000_000_000.000001; // units: one a day is held exactly, two are not
  const huge = ['2023-12-01', '2023-12-02', '2024-01-01', '2024-01-02'].map((date) => draftOf(date, 'Line 1', most));
  const query: ReportQueryInput = { measures: ['good', 'yield'], dimensions: ['month'], filters: [] };
  const [asked] = await askMemory([...huge, ...drafts], [query]);
  expect(asked?.reasons).toEqual([
    '2023-11 to 2024-02 from months',
    'live by day alone: the sum of a month is too large to be held exactly',
    'archive_2023 by day alone: the sum of a month is too large to be held exactly',
  ]);
});
