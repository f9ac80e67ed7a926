import { afterAll, beforeAll, expect, test } from 'vitest';
import { filterFields } from '../../../shared/query/dimensions.ts';
import type { PlanLine, QueryPlanStep } from '../../../shared/query/query-plan.ts';
import { type RecordsScope, sortFields } from '../../../shared/query/records-query.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import { languages } from '../../../shared/text/labels.ts';
import { openReadable, type ReadableDatabase } from '../../engine/sqlite/connection.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { planReport } from '../../planner/plan.ts';
import { createRandom } from '../../sample/random.ts';
import { readCatalog } from '../../store/catalog.ts';
import { partitionFile } from '../../store/folder.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { queryFacts, randomQueries } from '../../testing/random-query.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { readPlanLine, readQueryPlan } from './read-query-plan.ts';
import {
  dayCountsStatement,
  idsOfDayStatement,
  pageOfIdsStatement,
  pageStatement,
  reasonsStatement,
  recordStatement,
  searchHitsStatement,
} from './records.ts';
import { type SqlStatement, statementsOf } from './report.ts';
import { searchFindsStatement } from './search.ts';
import { lotsByPrefixStatement, valuesStatement } from './values.ts';

const names = { tables: new Map([['r', 'records']]), parts: new Set(['g']) };
const day = (compares: string) => ({ column: 'production_date', compares });
const search = { covering: false, automatic: false, table: 'records', code: 'searchIndex' } as const;

test.each<[string, PlanLine]>([
  ['SCAN r', { code: 'scan', table: 'records' }],
  ['SCAN units LEFT-JOIN', { code: 'scan', table: 'units' }],
  ['SCAN g', { code: 'readPart', part: 'g' }],
  ['SCAN CONSTANT ROW', { code: 'oneRow' }],
  ['SCAN json_each VIRTUAL TABLE INDEX 1:', { code: 'readList' }],
  ['SCAN record_search VIRTUAL TABLE INDEX 0:M3', { code: 'searchTexts', table: 'record_search' }],
  [
    'SCAN r USING INDEX records_by_day',
    { code: 'scanIndex', table: 'records', index: 'records_by_day', covering: false },
  ],
  [
    'SCAN r USING COVERING INDEX records_by_day',
    { code: 'scanIndex', table: 'records', index: 'records_by_day', covering: true },
  ],
  [
    'SEARCH r USING INDEX records_by_day (production_date>? AND production_date<?)',
    { ...search, index: 'records_by_day', conditions: [day('>'), day('<')] },
  ],
  [
    'SEARCH r USING COVERING INDEX records_by_lot (lot_number=? AND rowid<?)',
    {
      ...search,
      index: 'records_by_lot',
      covering: true,
      conditions: [
        { column: 'lot_number', compares: '=' },
        { column: 'rowid', compares: '<' },
      ],
    },
  ],
  [
    'SEARCH r USING AUTOMATIC PARTIAL COVERING INDEX (line_id=?)',
    { ...search, index: null, covering: true, automatic: true, conditions: [{ column: 'line_id', compares: '=' }] },
  ],
  [
    'SEARCH items USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
    { code: 'searchKey', table: 'items', conditions: [{ column: 'rowid', compares: '=' }] },
  ],
  ['SEARCH d USING PRIMARY KEY (production_date>?)', { code: 'searchKey', table: 'd', conditions: [day('>')] }],
  ['USE TEMP B-TREE FOR GROUP BY', { code: 'sort', purpose: 'group', onlyLast: false }],
  ['USE TEMP B-TREE FOR ORDER BY', { code: 'sort', purpose: 'order', onlyLast: false }],
  ['USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY', { code: 'sort', purpose: 'order', onlyLast: true }],
  ['USE TEMP B-TREE FOR LAST TERM OF ORDER BY', { code: 'sort', purpose: 'order', onlyLast: true }],
  ['USE TEMP B-TREE FOR DISTINCT', { code: 'sort', purpose: 'distinct', onlyLast: false }],
  ['CO-ROUTINE g', { code: 'part', part: 'g', kept: false }],
  ['MATERIALIZE (subquery-2)', { code: 'part', part: '(subquery-2)', kept: true }],
  ['CORRELATED SCALAR SUBQUERY 11', { code: 'valueForEachRow' }],
  ['SCALAR SUBQUERY 3', { code: 'valueOnce' }],
  ['LIST SUBQUERY 4', { code: 'listOnce' }],
  ['COMPOUND QUERY', { code: 'severalParts' }],
  ['LEFT-MOST SUBQUERY', { code: 'firstPart' }],
  ['UNION ALL', { code: 'furtherPart', how: 'UNION ALL' }],
  ['UNION USING TEMP B-TREE', { code: 'furtherPart', how: 'UNION' }],
  ['MULTI-INDEX OR', { code: 'severalIndexes' }],
  ['INDEX 2', { code: 'oneOfSeveralIndexes', number: 2 }],
  ['CREATE BLOOM FILTER', { code: 'makeBloomFilter' }],
  ['BLOOM FILTER ON r (record_id=? AND reason_id=?)', { code: 'useBloomFilter', table: 'records' }],
  ['SEARCH r BY DIVINATION', { code: 'unknown' }],
  ['CONSULT ORACLE', { code: 'unknown' }],
])('%s', (line, expected) => {
  expect(readPlanLine(line, names)).toEqual(expected);
});

test('steps stand beneath the step that they belong to, tables under their own names', () => {
  const sql = 'SELECT SUM(g.n) FROM (SELECT COUNT(*) AS n FROM records AS r INDEXED BY records_by_day) AS g';
  const [part, reading] = readQueryPlan(sql, [
    { id: 2, parent: 0, line: 'CO-ROUTINE g' },
    { id: 9, parent: 2, line: 'SCAN r USING COVERING INDEX records_by_day' },
    { id: 20, parent: 0, line: 'SCAN g' },
  ]);
  expect(part?.steps.map(({ means }) => means)).toEqual([
    { code: 'scanIndex', table: 'records', index: 'records_by_day', covering: true },
  ]);
  expect(reading?.means).toEqual({ code: 'readPart', part: 'g' });
});

test('a line that is not understood is shown as it is', () => {
  const step = { line: 'CONSULT ORACLE', means: readPlanLine('CONSULT ORACLE') };
  expect(explainWords.en.queryPlan(step)).toBe('CONSULT ORACLE');
});

test.each([
  [
    'SEARCH r USING INDEX d (a>? AND a<?)',
    'Looks up in the index d by a between two values, and reads each row found in records',
  ],
  [
    'SEARCH r USING COVERING INDEX d (a=? AND b>?)',
    'Looks up in the index d by a equal to a value and b from a value on, which holds all that is wanted',
  ],
  ['SEARCH r USING INTEGER PRIMARY KEY (rowid<?)', 'Looks up in records itself by id up to a value'],
  ['SEARCH r USING INTEGER PRIMARY KEY (rowid=?)', 'Reads the row of records that has an id'],
])('%s is told in words', (line, words) => {
  expect(explainWords.en.queryPlan({ line, means: readPlanLine(line, names) })).toBe(words);
});

const { store, remove } = createStore();
const drafts = randomDrafts(createRandom(5), { records: 400, from: '2023-01-01', to: '2024-12-31' });
let files: ReadableDatabase[] = [];
beforeAll(async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched); // sealed with statistics, which live lacks
  files = ['live', 'archive_2023'].map((name) => openReadable(partitionFile(store.folder, name)));
});
afterAll(() => {
  for (const file of files) file.close();
  store.close();
  remove();
});

test('every step of every statement of the program is understood, and has words in each language', () => {
  const statements = [...reportStatements(), ...recordStatements()];
  expect(statements.length).toBeGreaterThan(1_000);
  const steps = new Map<string, QueryPlanStep>();
  const gather = (found: QueryPlanStep[]) => {
    for (const step of found) {
      steps.set(step.line, step);
      gather(step.steps);
    }
  };
  for (const { sql, parameters } of new Map(statements.map((each) => [each.sql, each])).values()) {
    for (const file of files) {
      const rows = file.rows(`EXPLAIN QUERY PLAN ${sql}`, parameters);
      gather(
        readQueryPlan(
          sql,
          rows.map(([id, parent, , line]) => ({ id: Number(id), parent: Number(parent), line: String(line) })),
        ),
      );
    }
  }
  const unknown = [...steps.values()].filter(({ means }) => means.code === 'unknown').map(({ line }) => line);
  expect(unknown).toEqual([]);
  expect(steps.size).toBeGreaterThan(60);
  for (const language of languages) {
    const words = [...steps.values()].map((step) => explainWords[language].queryPlan(step));
    expect(words.filter((each) => each === '' || each.includes('undefined'))).toEqual([]);
  }
});

function reportStatements(): SqlStatement[] {
  const catalog = readCatalog(store.live, store.folder);
  return randomQueries(createRandom(7), queryFacts(drafts), 1_500).flatMap((query) => {
    const plan = planReport(query, catalog);
    return [...statementsOf(plan), ...statementsOf({ ...plan, rollup: null })];
  });
}

function recordStatements(): SqlStatement[] {
  const range = { from: 19_500, to: null };
  const scopes = ['', 'LOT-2024', 'ab'].flatMap((search) =>
    [null, ...filterFields].map((field): RecordsScope => {
      return { filters: field ? [{ field, in: ['x', null] }] : [], search };
    }),
  );
  const pages = scopes.flatMap((scope) =>
    sortFields.flatMap((field) =>
      (['after', 'before'] as const).flatMap((toward) =>
        [null, { values: [3], id: 5 }].flatMap((edge) => {
          const request = {
            scope,
            range,
            levels: [{ field, direction: 'desc' as const }] as const,
            toward,
            edge,
            limit: 10,
            index: null,
          };
          return [false, scope.search !== ''].map((proposed) => pageStatement({ ...request, proposed }));
        }),
      ),
    ),
  );
  const severalLevels = [
    { field: 'productionDate', direction: 'desc' } as const,
    { field: 'line', direction: 'asc' } as const,
  ] as const;
  const others = scopes.flatMap((scope) => [
    pageStatement({
      ...{ scope, range, levels: severalLevels, toward: 'after' as const, edge: { values: [3, null], id: 5 } },
      ...{ limit: 10, proposed: false, index: 'records_by_day' },
    }),
    dayCountsStatement(scope, range),
    idsOfDayStatement(scope, 19_500, { levels: [{ field: 'productionDate', direction: 'desc' }], offset: 0, limit: 3 }),
    ...(scope.search === '' ? [] : [searchHitsStatement(scope, range)]),
  ]);
  const values = filterFields.flatMap((field) => [valuesStatement(field, '', 5), valuesStatement(field, 'x', 5)]);
  return [
    ...pages,
    ...others,
    ...values,
    pageOfIdsStatement([{ field: 'line', direction: 'asc' }], [1, 2]),
    recordStatement(5),
    reasonsStatement('defect', 5),
    searchFindsStatement('LOT-2'),
    lotsByPrefixStatement('x', 4),
  ];
}
