import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { type Finding, findingSchema } from '../../../shared/import/gate.ts';
import { isAppError } from '../../../shared/lib/app-error.ts';
import type { OwnedStore } from '../../store/open-store.ts';
import { draftOf } from '../../testing/draft.ts';
import { createStore, draftSource, unwatched } from '../../testing/test-store.ts';
import { importRows } from '../import-rows.ts';
import type { RecordDraft } from '../rows/record-draft.ts';

let store: OwnedStore;
let remove: () => void;
beforeEach(() => {
  ({ store, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

/** Good pieces in each of some days, by line. */
type Made = Record<string, readonly number[]>;
const today = dayFromIso('2024-12-31') ?? 0;

function draftsOf(made: Made, more: (line: string) => Partial<RecordDraft> = () => ({})): RecordDraft[] {
  const days = Math.max(...Object.values(made).map(({ length }) => length));
  const rows = Array.from({ length: days }, (_, at) =>
    Object.entries(made).flatMap(([line, good]) => {
      const draft = draftOf(`2024-03-${String(at + 1).padStart(2, '0')}`, line, good[at] ?? 0, more(line));
      return good[at] === undefined ? [] : [draft];
    }),
  ).flat();
  return rows.map((draft, at) => ({ ...draft, sourceLine: at + 2 }));
}

/** The lines of the file that an import holds as totals. */
async function totalsIn(drafts: RecordDraft[]): Promise<number> {
  const rules = { today, planFactor: 3, ofProfile: {}, ofRequest: {} };
  const found = async (): Promise<Finding[]> => {
    try {
      return (await importRows(store, draftSource(drafts), unwatched, undefined, rules)).findings;
    } catch (error) {
      if (!isAppError(error) || error.code !== 'HELD') throw error;
      return findingSchema.array().parse(JSON.parse(error.details.findings ?? '[]'));
    }
  };
  return (await found()).find(({ kind }) => kind === 'totalRow')?.count ?? 0;
}

const [a, b, c] = [
  [110, 149, 127, 98, 133, 140],
  [84, 92, 77, 101, 66, 95],
  [31, 28, 44, 39, 50, 25],
];
const sum = (...lines: readonly number[][]) =>
  (lines[0] ?? []).map((_, at) => lines.reduce((all, line) => all + (line[at] ?? 0), 0));

test.each(['ALL', 'All lines', '전체', '합산', '全ライン', 'Hall 7'])(
  '%s, which has what the other lines have together, is held',
  async (name) => {
    expect(await totalsIn(draftsOf({ A: a, B: b, C: c, [name]: sum(a, b, c) }))).toBe(6);
  },
);

test('it is found where it stands first, and with another item in each row', async () => {
  const drafts = draftsOf({ ALL: sum(a, b, c), A: a, B: b, C: c }, (line) => ({ itemCode: `item of ${line}` }));
  expect(await totalsIn(drafts)).toBe(6);
});

test.each(['A+B', 'a & b', 'A / B'])('%s adds up the two lines that it names, whatever others make', async (name) => {
  expect(await totalsIn(draftsOf({ A: a, B: b, C: c, [name]: sum(a, b) }))).toBe(6);
});

test('L1+2 is made of L1 and L2, and beside it ALL is what the lines have, not what both have', async () => {
  const made = { L1: a, L2: b, L3: c, 'L1+2': sum(a, b), ALL: sum(a, b, c) };
  expect(await totalsIn(draftsOf(made))).toBe(12);
});

test('one day is enough for a name that says so, and not for any other', async () => {
  const oneDay = (name: string) => draftsOf({ A: [110], B: [84], C: [31], [name]: [225] });
  expect(await totalsIn(oneDay('ALL'))).toBe(1);
  expect(await totalsIn(oneDay('Hall 7'))).toBe(0);
});

test('a line that is called ALL, or A+B, and has its own amounts is one', async () => {
  expect(await totalsIn(draftsOf({ A: a, B: b, ALL: c }))).toBe(0);
  expect(await totalsIn(draftsOf({ A: a, B: b, 'A+B': c }))).toBe(0);
});

test('a day that a row spoils does not hide a name that says so, and does hide another', async () => {
  const spoilt = sum(a, b, c).map((good, at) => good + (at === 2 ? 9 : 0));
  expect(await totalsIn(draftsOf({ A: a, B: b, C: c, ALL: spoilt }))).toBe(6);
  expect(
    await totalsIn(draftsOf({ A: a, B: b, C: c, 'Hall 7': spoilt }).map((draft) => ({ ...draft, site: 'S' }))),
  ).toBe(0);
});

test('one that is right on one day in two is no total', async () => {
  const half = sum(a, b).map((good, at) => good + (at % 2));
  expect(await totalsIn(draftsOf({ A: a, B: b, ALL: half }))).toBe(0);
});

test('lines that make the same every day add up nothing', async () => {
  const [ten, twenty] = [Array(12).fill(10), Array(12).fill(20)];
  expect(await totalsIn(draftsOf({ A: ten, B: ten, C: twenty }))).toBe(0);
});

test('a shift and an item stand for all others as well', async () => {
  const ofShifts = draftsOf({ 1: a, 2: b, all: sum(a, b) }).map((draft) => ({
    ...draft,
    line: 'L1',
    shift: draft.line,
  }));
  expect(await totalsIn(ofShifts)).toBe(6);
  const ofItems = draftsOf({ P1: a, P2: b, alle: sum(a, b) }).map((draft) => ({
    ...draft,
    line: 'L1',
    itemCode: draft.line,
  }));
  expect(await totalsIn(ofItems)).toBe(6);
});

test('days on which only the sum is known are kept', async () => {
  expect(await totalsIn(draftsOf({ ALL: [...sum(a, b), 200, 210], A: a, B: b }))).toBe(6);
});

test('the scrap of a total must agree too', async () => {
  const scrap: Record<string, number> = { A: 3, B: 4, ALL: 7 };
  const drafts = (all: number) =>
    draftsOf({ A: a, B: b, ALL: sum(a, b) }, (line) => ({ defectQuantity: ({ ...scrap, ALL: all }[line] ?? 0) * 1e6 }));
  expect(await totalsIn(drafts(7))).toBe(6);
  expect(await totalsIn(drafts(8))).toBe(0);
});

test('it is found as well where the store has all rows that it adds up', async () => {
  expect(await totalsIn(draftsOf({ A: a, B: b }))).toBe(0);
  expect(await totalsIn(draftsOf({ A: a, B: b, ALL: sum(a, b) }))).toBe(6);
});
