import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { type Finding, findingSchema } from '../../../shared/import/gate.ts';
import { isAppError } from '../../../shared/lib/app-error.ts';
import { openReadable } from '../../engine/sqlite/connection.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import type { OwnedStore } from '../../store/open-store.ts';
import { draftOf } from '../../testing/draft.ts';
import { explain } from '../../testing/explain.ts';
import { createStore, draftSource, insertRecords, unwatched } from '../../testing/test-store.ts';
import { importRows } from '../import-rows.ts';
import type { RecordDraft } from '../rows/record-draft.ts';
import { lotBetweenSql, lotsHeldSql } from './archived-lots.ts';
import { daysOfLinesSql } from './daily-totals.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

async function findingsOf(drafts: RecordDraft[]): Promise<Finding[]> {
  const rules = { today: dayFromIso('2024-12-31') ?? 0, planFactor: 3, ofProfile: {}, ofRequest: {} };
  try {
    return (await importRows(store, draftSource(drafts, [], 'new.csv'), unwatched, undefined, rules)).findings;
  } catch (error) {
    if (!isAppError(error) || error.code !== 'HELD') throw error;
    return findingSchema.array().parse(JSON.parse(error.details.findings ?? '[]'));
  }
}

/** A record a day of one line, from a date on, each with a lot of its own. */
const daily = (from: string, good: readonly number[], lots = 'L'): RecordDraft[] =>
  good.map((made, at) => ({
    ...draftOf(from, 'L1', made, { lotNumber: `${lots}${String(at).padStart(5, '0')}` }),
    day: (dayFromIso(from) ?? 0) + at,
    sourceLine: at + 2,
  }));
const usual = Array.from({ length: 60 }, (_, at) => 100 + (at % 7) * 10);

test('a lot that an archive holds is there already, also where live has nothing left', async () => {
  await insertRecords(store, daily('2023-03-01', usual));
  archiveYear(store, 2023, unwatched);
  const fresh = daily('2024-03-01', usual, 'M');
  fresh[7] = { ...(fresh[7] as RecordDraft), lotNumber: 'L00040' };
  expect(await findingsOf(fresh)).toMatchObject([
    { kind: 'repeatedLot', count: 1, examples: [{ line: 9, beside: '' }] },
  ]);
  expect(await findingsOf(daily('2024-03-01', usual, 'M'))).toEqual([]);
});

test('lots of an archive say nothing where its lots have several records each', async () => {
  await insertRecords(store, [...daily('2023-03-01', usual), ...daily('2023-03-02', usual)]);
  archiveYear(store, 2023, unwatched);
  expect(await findingsOf(daily('2024-03-01', usual))).toEqual([]);
});

test('a day stands out against the days of an archive, and none does where these are of a year that is too far away', async () => {
  await insertRecords(store, daily('2023-11-01', usual));
  archiveYear(store, 2023, unwatched);
  expect(await findingsOf(daily('2024-01-02', [130, 1_300], 'N'))).toMatchObject([
    {
      kind: 'dailyJump',
      count: 1,
      examples: [{ values: { productionDate: '2024-01-03' }, found: '1300', beside: '130' }],
    },
  ]);
  expect((await findingsOf(daily('2025-06-02', [130, 1_300], 'O'))).map(({ kind }) => kind)).not.toContain('dailyJump');
});

test('archives are asked by their indexes', async () => {
  await insertRecords(store, daily('2023-03-01', usual));
  archiveYear(store, 2023, unwatched);
  const archive = openReadable(`${store.folder.root}/archive_2023.db`);
  const plan = (sql: string, parameters: Record<string, string | number>) => explain(archive, { sql, parameters });
  try {
    expect(plan(lotBetweenSql, { least: 'L', most: 'M' })).toEqual([
      'SEARCH main.records USING COVERING INDEX records_by_lot (lot_number>? AND lot_number<?)',
    ]);
    const held = plan(lotsHeldSql, { lots: '["L1"]' }).join('\n');
    expect(held).toMatch(/SEARCH o .*COVERING INDEX records_by_lot \(lot_number=\?\)/);
    const days = plan(daysOfLinesSql, { first: 1, last: 2, lines: '[1]' });
    expect(days[0]).toMatch(/^SEARCH main.rollup_lines USING .*\(production_date>\? AND production_date<\?\)$/);
  } finally {
    archive.close();
  }
});
