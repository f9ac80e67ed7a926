import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { type Finding, type FindingKind, findingSchema, type GateDecisions } from '../../../shared/import/gate.ts';
import { isAppError } from '../../../shared/lib/app-error.ts';
import { samplePlant } from '../../sample/sample-plant.ts';
import { readBatches } from '../../store/batches.ts';
import type { OwnedStore } from '../../store/open-store.ts';
import { draftOf } from '../../testing/draft.ts';
import { dumpTables } from '../../testing/dump.ts';
import { createStore, draftSource, unwatched } from '../../testing/test-store.ts';
import { type ImportOutcome, importRows } from '../import-rows.ts';
import type { RecordDraft } from '../rows/record-draft.ts';
import type { GateRules } from './rules.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const today = dayFromIso('2024-12-31') ?? 0;
const rules = (ofRequest: GateDecisions = {}, ofProfile: GateDecisions = {}): GateRules => ({
  today,
  planFactor: 3,
  ofProfile,
  ofRequest,
});

function gated(drafts: RecordDraft[], decisions: GateDecisions = {}, name = 'drafts'): Promise<ImportOutcome> {
  return importRows(store, draftSource(drafts, [], name), unwatched, undefined, rules(decisions));
}

/** What an import found, whether it waits for a decision or not. */
async function findingsOf(drafts: RecordDraft[], name?: string): Promise<Finding[]> {
  try {
    return (await gated(drafts, {}, name)).findings;
  } catch (error) {
    if (!isAppError(error) || error.code !== 'HELD') throw error;
    return findingSchema.array().parse(JSON.parse(error.details.findings ?? '[]'));
  }
}
const kindsOf = async (drafts: RecordDraft[]) =>
  Object.fromEntries((await findingsOf(drafts)).map(({ kind, count }) => [kind, count]));

const clean = (records = 400, seed = 5): RecordDraft[] =>
  [...samplePlant({ records, from: '2024-01-01', to: '2024-06-30', seed })]
    .flat()
    .map((draft, at) => ({ ...draft, sourceLine: at + 2 }));
const pieces = (quantity: number) => Math.round(quantity * 1_000_000);
const storedTables = () => dumpTables(store.live, ['import_batches', 'store_state', 'file_info', 'record_search']);

describe('A clean table', () => {
  test.each([1, 2, 3])('of the sample plant raises nothing (seed %i)', async (seed) => {
    expect(await findingsOf(clean(3_000, seed))).toEqual([]);
  });
});

/** Rows of a clean table, made wrong in one way. */
const wrong: Partial<Record<FindingKind, (draft: RecordDraft) => Partial<RecordDraft>>> = {
  absurdQuantity: () => ({ plannedQuantity: null, goodQuantity: pieces(880_123_456) }),
  absurdMinutes: () => ({ plannedMinutes: null, runMinutes: pieces(99_999_999) }),
  goodOverPlan: () => ({ plannedQuantity: pieces(100), goodQuantity: pieces(301) }),
  defectsOverGood: () => ({ goodQuantity: pieces(40), defectQuantity: pieces(41), defects: [] }),
  minutesOverPlan: () => ({
    plannedMinutes: pieces(60),
    runMinutes: pieces(150),
    downMinutes: pieces(31),
    downtimes: [],
  }),
  inFuture: () => ({ day: today + 2, startedAt: null, endedAt: null }),
  farPast: () => ({ day: dayFromIso('1900-01-01') ?? 0, startedAt: null, endedAt: null }),
  endBeforeStart: ({ day }) => ({ startedAt: day * 86_400 + 7_200, endedAt: day * 86_400 }),
  longRun: ({ day }) => ({ startedAt: day * 86_400, endedAt: (day + 7) * 86_400 + 1 }),
  totalRow: () => ({ line: '합계' }),
};

describe('A row that is wrong', () => {
  test.each(Object.keys(wrong) as FindingKind[])('is found as often as it was planted: %s', async (kind) => {
    const drafts = clean();
    const places = [17, 118, 399];
    for (const place of places) {
      const draft = drafts[place] as RecordDraft;
      drafts[place] = { ...draft, ...wrong[kind]?.(draft) };
    }
    const before = storedTables();
    const found = await findingsOf(drafts);
    const finding = found.find((each) => each.kind === kind);
    expect(finding?.count).toBe(places.length);
    expect(finding?.examples.map(({ line }) => line)).toEqual(places.map((place) => place + 2));
    expect(storedTables()).toEqual(before);
  });

  test.each(Object.keys(wrong) as FindingKind[])('can be left out, as if it had not been there: %s', async (kind) => {
    const drafts = clean();
    const places = [17, 118, 399];
    const broken = drafts.map((draft, at) => (places.includes(at) ? { ...draft, ...wrong[kind]?.(draft) } : draft));
    const others = await findingsOf(broken);
    const decisions = Object.fromEntries(others.map((each) => [each.kind, each.kind === kind ? 'leaveOut' : 'keep']));
    const outcome = await gated(broken, decisions);
    expect(outcome).toMatchObject({ inserted: drafts.length - places.length, rejected: places.length });
    const other = createStore();
    try {
      await importRows(other.store, draftSource(drafts.filter((_, at) => !places.includes(at))), unwatched);
      const rows = `SELECT production_date, line_id IS NULL, good_quantity, defect_quantity FROM records ORDER BY 1, 2, 3, 4`;
      expect(store.live.rows(rows)).toEqual(other.store.live.rows(rows));
      const sums = 'SELECT production_date, SUM(records), SUM(sum_good) FROM rollup_lines GROUP BY 1 ORDER BY 1';
      expect(store.live.rows(sums)).toEqual(other.store.live.rows(sums));
      const months = 'SELECT month, records, first_day, last_day FROM partition_months ORDER BY 1';
      expect(store.live.rows(months)).toEqual(other.store.live.rows(months));
      const extent = 'SELECT first_day, last_day FROM import_batches';
      expect(store.live.rows(extent)).toEqual(other.store.live.rows(extent));
    } finally {
      other.store.close();
      other.remove();
    }
  });
});

describe('A lot', () => {
  const lots = (numbers: readonly (number | null)[], day = '2024-03-01') =>
    numbers.map((number, at) =>
      draftOf(day, `L${at % 3}`, 100 + at, { lotNumber: number === null ? null : `LOT-${number}`, sourceLine: at + 2 }),
    );
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

  test('that comes twice where all others come once is found, with the line it was on', async () => {
    const [finding] = await findingsOf(lots([...range(0, 200), 7, null, null]));
    expect(finding).toMatchObject({ kind: 'repeatedLot', count: 1, examples: [{ line: 202, beside: '9' }] });
  });

  test('may come several times where lots have several rows', async () => {
    expect(await findingsOf(lots([...range(0, 100), ...range(0, 50)]))).toEqual([]);
  });

  test('that the store has is found, unless the row is there already or its lots have several records', async () => {
    await gated(lots(range(0, 100)));
    expect(await kindsOf(lots(range(0, 100)))).toEqual({});
    const [finding] = await findingsOf(lots([...range(100, 150), 3], '2024-03-02'));
    expect(finding).toMatchObject({ kind: 'repeatedLot', count: 1, examples: [{ line: 52, beside: '' }] });
    await gated(lots(range(0, 100), '2024-03-03'), { repeatedLot: 'keep' });
    expect(await findingsOf(lots(range(0, 100), '2024-03-04'))).toEqual([]);
  });
});

describe('A row that is there again', () => {
  const made = (at: number) => 100 + ((at * 37) % 83);
  const rows = (numbers: readonly number[], more: (at: number) => Partial<RecordDraft> = () => ({})) =>
    numbers.map((at, nth) => draftOf('2024-03-01', `L${at % 3}`, made(at), { ...more(at), sourceLine: nth + 2 }));
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  const atMinute = (at: number) => ({ startedAt: (dayFromIso('2024-03-01') ?? 0) * 86_400 + 60 * (at + 1) });

  test('is found with all others where every row is there twice', async () => {
    const [finding] = await findingsOf(rows(range(0, 40).flatMap((at) => [at, at])));
    expect(finding).toMatchObject({ kind: 'repeatedRow', count: 40 });
    expect(finding?.examples[0]).toMatchObject({ line: 3, beside: '2' });
  });

  test('is found where part of a table comes again in its order', async () => {
    const [finding] = await findingsOf(rows([...range(0, 60), ...range(20, 35), ...range(60, 80)]));
    expect(finding).toMatchObject({ kind: 'repeatedRow', count: 15 });
    expect(finding?.examples[0]).toMatchObject({ line: 62, beside: '22' });
  });

  test('is found by itself where it has a time of day, and can be left out', async () => {
    const twice = rows([...range(0, 60), 7], atMinute);
    expect(await findingsOf(twice)).toMatchObject([{ kind: 'repeatedRow', count: 1 }]);
    expect(await gated(twice, { repeatedRow: 'leaveOut' })).toMatchObject({ inserted: 60, rejected: 1 });
  });

  test('is left alone where nothing tells it from another, or many are equal', async () => {
    expect(await kindsOf(rows([...range(0, 60), 7, 9]))).toEqual({});
    expect(await kindsOf(rows([...range(0, 60), ...range(0, 60).filter((at) => at % 4 === 0)], atMinute))).toEqual({});
    const idle = range(0, 40).map((at) => draftOf('2024-03-01', `L${at % 20}`, 0, { sourceLine: at + 2 }));
    expect(await kindsOf(idle)).toEqual({});
  });

  test('is told once where its lot tells it', async () => {
    const twice = rows([...range(0, 100), 7], (at) => ({ lotNumber: `LOT-${at}` }));
    expect(await kindsOf(twice)).toEqual({ repeatedLot: 1 });
    expect(await kindsOf(rows([...range(0, 20), 7], (at) => ({ lotNumber: `LOT-${at}` })))).toEqual({ repeatedRow: 1 });
  });
});

describe('A row of totals', () => {
  const days = ['2024-03-01', '2024-03-02'];
  const rows = (day: string) =>
    [3, 8, 5, 9].map((good, at) =>
      draftOf(day, `L${at}`, good * 10, { shift: 'A', defectQuantity: pieces(at + 1), lotNumber: `${day}-${at}` }),
    );
  const numbered = (drafts: RecordDraft[]) => drafts.map((draft, at) => ({ ...draft, sourceLine: at + 2 }));

  test('is known by its sums where it lacks what the others have, of a day and of all', async () => {
    const total = (day: string, times: number) =>
      draftOf(day, 'all', 250 * times, { defectQuantity: pieces(10 * times), shift: null, lotNumber: null });
    const drafts = numbered([...days.flatMap((day) => [...rows(day), total(day, 1)]), total('2024-03-02', 2)]);
    const [finding] = await findingsOf(drafts);
    expect(finding).toMatchObject({ kind: 'totalRow', count: 3 });
    expect(finding?.examples.map(({ line }) => line)).toEqual([6, 11, 12]);
  });

  test('is no row that only happens to make as much as one before', async () => {
    const alike = Array.from({ length: 40 }, (_, at) =>
      draftOf('2024-03-01', 'L1', 100 * (1 + (at % 4)), { sourceLine: at + 2 }),
    );
    expect(await kindsOf(alike)).toEqual({});
  });
});

describe('A line', () => {
  const daily = (from: number, to: number, good: (at: number) => number, change: Partial<RecordDraft> = {}) =>
    Array.from({ length: to - from }, (_, at) => ({
      ...draftOf('2024-01-01', 'L1', good(from + at), change),
      day: (dayFromIso('2024-01-01') ?? 0) + from + at,
      sourceLine: at + 2,
    }));

  test('that makes far more on a day than on any other is found, also against the days of the store', async () => {
    const usual = (at: number) => 100 + (at % 7) * 10;
    expect(await kindsOf(daily(0, 40, (at) => (at === 30 ? 2_000 : usual(at))))).toEqual({ dailyJump: 1 });
    await gated(daily(0, 40, usual));
    const [finding] = await findingsOf(daily(40, 42, (at) => (at === 41 ? 1_300 : 130)));
    expect(finding).toMatchObject({
      kind: 'dailyJump',
      count: 1,
      examples: [{ values: { productionDate: '2024-02-11', line: 'L1' }, found: '1300', beside: '130' }],
    });
    const left = await gated(
      daily(40, 42, (at) => (at === 41 ? 1_300 : 130)),
      { dailyJump: 'leaveOut' },
    );
    expect(left).toMatchObject({ inserted: 1, rejected: 1 });
  });

  test('that works longer than a day has is found where it otherwise does not', async () => {
    const minutes = (run: number) => ({ runMinutes: pieces(run), plannedMinutes: null });
    const drafts = [...daily(0, 40, () => 100, minutes(900)), ...daily(39, 40, () => 120, minutes(700))];
    const numbered = drafts.map((draft, at) => ({ ...draft, sourceLine: at + 2 }));
    expect(await findingsOf(numbered)).toMatchObject([
      { kind: 'minutesOverDay', count: 1, examples: [{ found: '1600' }] },
    ]);
  });

  test('has a new name that is almost a known one', async () => {
    await gated(daily(0, 30, () => 100, { line: 'Filling line 1' }));
    const found = await findingsOf(daily(30, 33, () => 100, { line: 'filling line１' }));
    expect(found).toMatchObject([
      { kind: 'nameVariant', count: 1, examples: [{ values: { line: 'filling line１' }, beside: 'Filling line 1' }] },
    ]);
    expect(await kindsOf(daily(30, 33, () => 100, { line: 'Filling line 2' }))).toEqual({});
  });

  test('has months without a row between others', async () => {
    const found = await findingsOf([...daily(0, 60, () => 100), ...daily(91, 200, () => 100)]);
    expect(found).toMatchObject([
      { kind: 'missingMonths', count: 1, examples: [{ values: { productionDate: '2024-03' } }] },
    ]);
  });
});

test('A few rows ten years before all others are far in the past', async () => {
  const drafts = clean();
  drafts[5] = { ...(drafts[5] as RecordDraft), day: dayFromIso('2004-02-01') ?? 0, startedAt: null, endedAt: null };
  expect((await findingsOf(drafts)).find(({ kind }) => kind === 'farPast')).toMatchObject({
    count: 1,
    examples: [{ line: 7 }],
  });
});

test('Rows that the store has already are told where the file has another name, and nothing waits', async () => {
  await gated(clean(), {}, 'june.csv');
  expect(await findingsOf(clean(), 'june.csv')).toEqual([]);
  expect(await findingsOf(clean(), 'copy of june.csv')).toMatchObject([
    { kind: 'sameRows', count: 400, decision: null },
  ]);
});

test('A decision of the profile is shown as such, and one for this file alone goes before it', async () => {
  const drafts = clean();
  drafts[3] = { ...(drafts[3] as RecordDraft), day: today + 9, startedAt: null, endedAt: null };
  const source = draftSource(drafts);
  const of = (gate: GateRules) => importRows(store, source, unwatched, undefined, gate);
  const left = await of(rules({ inFuture: 'leaveOut' }, { inFuture: 'keep' }));
  expect(left.findings).toMatchObject([{ decision: 'leaveOut', decidedBy: 'request' }]);
  const kept = await of(rules({}, { inFuture: 'keep' }));
  expect(kept).toMatchObject({ inserted: 1, findings: [{ count: 1, decision: 'keep', decidedBy: 'profile' }] });
});

test('What was found and decided stays with the import', async () => {
  const drafts = clean();
  drafts[5] = { ...(drafts[5] as RecordDraft), day: today + 9, startedAt: null, endedAt: null };
  const { batchId } = await gated(drafts, { inFuture: 'keep' });
  const [batch] = readBatches(store.live);
  expect(batch).toMatchObject({ batchId, findings: [{ kind: 'inFuture', count: 1, decision: 'keep' }] });
});
