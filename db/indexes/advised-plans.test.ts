import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isReason } from '../../shared/query/dimensions.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { statementsOf } from '../dialects/sqlite/report.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { planReport } from '../planner/plan.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { answerOf } from '../testing/answer.ts';
import { explain } from '../testing/explain.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { queryFacts, randomQuery } from '../testing/random-query.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { applyIndex } from './apply.ts';

const { store, remove } = createStore();
const drafts = randomDrafts(createRandom(94), { records: 2_000, from: '2023-01-01', to: '2024-12-31' });
const [operator = ''] = drafts.flatMap((draft) => draft.operator ?? []);

beforeAll(async () => {
  await insertRecords(store, drafts);
  archiveYear(store, 2023, unwatched);
  applyIndex(store, { fields: ['operator', 'shift', 'day'], shape: 'a' }, unwatched);
  applyIndex(store, { fields: ['day', 'line', 'lot'], shape: 'b' }, unwatched);
  applyIndex(store, { fields: ['item', 'day'], shape: 'c' }, unwatched);
});
afterAll(() => {
  store.close();
  remove();
});

const narrow: ReportQueryInput = {
  measures: ['good', 'scrapRate'],
  dimensions: ['month', 'line'],
  from: '2023-06-01',
  to: '2024-06-30',
  filters: [
    { field: 'operator', in: [operator] },
    { field: 'shift', in: [drafts.find((draft) => draft.operator === operator && draft.shift)?.shift ?? ''] },
  ],
};
const covered: ReportQueryInput = { measures: ['lots'], dimensions: ['line'], from: '2023-06-01', to: '2024-06-30' };
const lotsOfOperator: ReportQueryInput = { ...covered, filters: narrow.filters ?? [] };

/** How live reads its records for a question. */
function reads(query: ReportQueryInput): string[] {
  const plan = planReport(parseReportQuery(query), readCatalog(store.live, store.folder));
  return statementsOf(plan).flatMap((each) => explain(store.live, each).filter((step) => / r\b/.test(step)));
}

describe('Once an index of advice is made', () => {
  test('a question with its filters goes by it, to the days asked for', () => {
    expect(reads(narrow)).toEqual([
      'SEARCH r USING INDEX records_by_operator_shift_day (operator_id=? AND shift_id=? AND production_date>? AND production_date<?)',
    ]);
  });

  test('a question it holds all of reads no record', () => {
    const covers = 'SEARCH r USING COVERING INDEX records_by_day_line_lot (production_date>? AND production_date<?)';
    expect(reads(covered)).toEqual([covers, covers]);
  });

  test.each([narrow, covered, lotsOfOperator])('answers are what they were (%#)', (query) => {
    expect(answerOf(store, query)).toEqual(answerByBruteForce(drafts, parseReportQuery(query)).rows);
  });

  test('so are those of any question', () => {
    const random = createRandom(96);
    const facts = queryFacts(drafts);
    const { indexes } = readCatalog(store.live, store.folder);
    const taken = new Set<string>();
    for (let nth = 0; nth < 1_600; nth++) {
      const { groupRanges: _, ...asked } = randomQuery(random, facts);
      const ofLots = { ...asked, measures: ['lots' as const], orderBy: [] };
      const query = asked.dimensions.some(isReason) || random.chance(0.5) ? asked : ofLots;
      const plan = planReport(query, readCatalog(store.live, store.folder));
      if (plan.rollup !== null || !indexes.some(({ name }) => name === plan.index)) continue;
      taken.add(plan.index);
      expect(answerOf(store, query), JSON.stringify(query)).toEqual(answerByBruteForce(drafts, query).rows);
    }
    expect([...taken].sort()).toEqual(indexes.map(({ name }) => name));
  });
});
