import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordsScope } from '../../../shared/query/records-query.ts';
import { openReadable, type ReadableDatabase } from '../../engine/sqlite/connection.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { choosePageIndex } from '../../planner/choose-page-index.ts';
import { createRandom } from '../../sample/random.ts';
import type { Catalog } from '../../store/catalog.ts';
import { partitionFile } from '../../store/folder.ts';
import { explain } from '../../testing/explain.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { dayCountsStatement, type PageRequest, pageStatement, reasonsStatement, recordStatement } from './records.ts';

const { store, remove } = createStore();
let archive: ReadableDatabase;

beforeAll(async () => {
  const drafts = randomDrafts(createRandom(22), { records: 1_000, from: '2023-01-01', to: '2024-12-31' });
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  archive = openReadable(partitionFile(store.folder, 'archive_2023'));
});
afterAll(() => {
  archive.close();
  store.close();
  remove();
});

const all: RecordsScope = { filters: [], search: '' };
const firstPage: Omit<PageRequest, 'index'> = {
  scope: all,
  range: { from: 19_400, to: 20_000 },
  levels: [{ field: 'productionDate', direction: 'desc' }],
  toward: 'after',
  edge: null,
  limit: 100,
  proposed: false,
};
/** The statement of a page, through the index that is chosen for it. */
const pageOf = (request: Partial<PageRequest>, indexes: Catalog['indexes'] = []) => {
  const asked = { ...firstPage, ...request };
  return pageStatement({ ...asked, index: choosePageIndex({ indexes }, asked) });
};
const edge = { values: [19_500], id: 7 };
const byDay = 'SEARCH r USING INDEX records_by_day (production_date>? AND production_date<?)';

describe.each(['live', 'archive'])('In %s', (partition) => {
  const steps = (statement: Parameters<typeof explain>[1]) =>
    explain(partition === 'live' ? store.live : archive, statement);
  const reads = (statement: Parameters<typeof explain>[1]) => steps(statement).filter((step) => / r\b/.test(step));

  test.each<[string, Partial<PageRequest>, string]>([
    ['the first page', {}, byDay],
    ['the page after a cursor', { edge }, byDay],
    ['the page before a cursor', { edge, toward: 'before' }, byDay],
    ['a page read upwards', { edge, levels: [{ field: 'productionDate', direction: 'asc' }] }, byDay],
    ['a page of everything', { range: { from: null, to: null } }, 'SCAN r USING INDEX records_by_day'],
  ])('%s by date comes in the order of its index, unsorted', (_, request, read) => {
    const page = pageOf(request);
    expect(reads(page)).toEqual([read]);
    expect(steps(page)).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  });

  test.each(['after', 'before'] as const)(
    'a page by date and then by line, %s a cursor, sorts no more than each day',
    (toward) => {
      const levels = [
        { field: 'productionDate', direction: 'desc' },
        { field: 'line', direction: 'asc' },
      ] as const;
      const page = pageOf({ levels, toward, edge: { values: [19_500, 'Line 1'], id: 7 } });
      expect(reads(page)).toEqual([byDay]);
      expect(steps(page)).toContain('USE TEMP B-TREE FOR LAST 3 TERMS OF ORDER BY');
    },
  );

  test('a page of one lot is found by the lot', () => {
    const scope: RecordsScope = { ...all, filters: [{ field: 'lot', in: ['L1-1'] }] };
    expect(reads(pageOf({ scope }))[0]).toMatch(/^SEARCH r USING INDEX records_by_lot \(lot_number=\?/);
  });

  test.each(['productionDate', 'goodQuantity'] as const)(
    'a page of one item by %s reads the days on which it was made',
    (field) => {
      const scope: RecordsScope = { ...all, filters: [{ field: 'item', in: ['A-100'] }] };
      const page = pageOf({ scope, edge: null, levels: [{ field, direction: 'desc' }] });
      expect(reads(page)).toEqual(['SEARCH r USING INDEX records_by_day (production_date=?)']);
      const sorted = steps(page).includes('USE TEMP B-TREE FOR ORDER BY');
      expect(sorted).toBe(field !== 'productionDate');
    },
  );

  test('days are counted within their index, without a sort', () => {
    const statement = dayCountsStatement(all, firstPage.range);
    expect(steps(statement)).toEqual([byDay.replace('INDEX', 'COVERING INDEX')]);
  });

  test('a record and its reasons are found by its id', () => {
    expect(reads(recordStatement(5))).toEqual(['SEARCH r USING INTEGER PRIMARY KEY (rowid=?)']);
    expect(steps(reasonsStatement('downtime', 5))[0]).toBe('SEARCH l USING PRIMARY KEY (record_id=?)');
  });
});
