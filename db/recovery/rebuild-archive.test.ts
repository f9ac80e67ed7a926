import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isoFromDay } from '../../shared/domain/day.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { openReadable, openRewritable, type Value } from '../engine/sqlite/connection.ts';
import { applyIndex } from '../indexes/apply.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { reopenArchive } from '../maintenance/reopen.ts';
import { shareTexts } from '../maintenance/shared-texts.ts';
import { planReport } from '../planner/plan.ts';
import { compareRollups } from '../rollup/refresh.ts';
import { createRandom } from '../sample/random.ts';
import { readSetAside } from '../store/archives.ts';
import { readCatalog } from '../store/catalog.ts';
import { acknowledgeRebuilt } from '../store/flaws.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { answerOf } from '../testing/answer.ts';
import { backUpBeside, backupsBeside } from '../testing/backup-store.ts';
import { followOnce, standbyBeside } from '../testing/follow-once.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';
import { pageKinds } from './raw-cells.ts';
import { rebuildArchive } from './rebuild-archive.ts';

const PAGE = 4_096;
const NAME = 'archive_2023';
const drafts = randomDrafts(createRandom(191), { records: 4_000, from: '2022-11-01', to: '2024-03-31' });
const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
const of2023 = drafts.flatMap(({ day }, at) => (yearOf(day) === 2023 ? [at + 1] : []));
const queries: ReportQueryInput[] = [
  { measures: ['records', 'good', 'yield'], dimensions: ['month', 'line'] },
  { measures: ['good', 'lots'], dimensions: ['operator'] },
  { measures: ['records', 'defects'], dimensions: ['defectReason'], from: '2023-02-01', to: '2024-01-31' },
];

const template = createStore();
const backups = backupsBeside(template.path);
const { path, remove } = scratchFolder();
const file = join(path, `${NAME}.db`);

beforeAll(async () => {
  await insertRecords(template.store, drafts);
  archiveYear(template.store, 2023, unwatched);
  await backUpBeside(template.path);
  template.store.close();
});
afterAll(() => {
  template.remove();
  remove();
  rmSync(backups, { recursive: true, force: true });
});
let store: OwnedStore;
beforeEach(() => {
  rmSync(path, { recursive: true, force: true });
  cpSync(template.path, path, { recursive: true, preserveTimestamps: true });
  chmodSync(file, 0o644);
});
afterEach(() => store.close());

const rebuild = (folders: string[]) => rebuildArchive(store, { archive: NAME, folders }, unwatched);
const answers = () => queries.map((query) => answerOf(store, query));
const expected = (records: typeof drafts) =>
  queries.map((query) => answerByBruteForce(records, parseReportQuery(query)).rows);
const flaws = (query: ReportQueryInput = { measures: ['records'] }) =>
  planReport(parseReportQuery(query), readCatalog(store.live, store.folder)).flaws.map(({ reason }) => reason);

/** Overwrites pages of the archive, numbered from 1. */
function damagePages(
  choose: (kind: number | undefined, number: number) => boolean,
  with_: (page: Buffer) => void,
): number {
  const content = readFileSync(file);
  let damaged = 0;
  for (let number = 1; number <= content.length / PAGE; number++) {
    const page = content.subarray((number - 1) * PAGE, number * PAGE);
    if (!choose(page[number === 1 ? 100 : 0], number)) continue;
    with_(page);
    damaged++;
  }
  writeFileSync(file, content);
  return damaged;
}
const zero = (page: Buffer) => void page.fill(0);
const rubbish = createRandom(192);
const scramble = (page: Buffer) => {
  for (let at = 0; at < page.length; at++) page[at] = rubbish.below(256);
};

describe('An archive is what it was, byte for byte, once it is rebuilt from a backup', () => {
  test.each<[string, () => void]>([
    ['is gone', () => rmSync(file)],
    ['is something else', () => writeFileSync(file, 'no database')],
    [
      'has a flipped digit that no check but the seal finds',
      () =>
        damagePages(
          (_, number) => number === 20,
          (page) => {
            page[2_000] = (page[2_000] ?? 0) ^ 1;
          },
        ),
    ],
  ])('that %s', async (_, damage) => {
    const sealed = readFileSync(file);
    damage();
    const before = existsSync(file) ? readFileSync(file) : null;
    store = openStore(path);
    checkIntegrity(store, unwatched);
    expect(readSetAside(store.live).size + flaws().length).toBe(1);
    const outcome = await rebuild([join(path, 'no-such-folder'), backups]);
    expect(outcome).toMatchObject({ source: 'sealedCopy', lost: 0, records: of2023.length, waits: false });
    expect(readFileSync(file).equals(sealed)).toBe(true);
    expect(answers()).toEqual(expected(drafts));
    expect(flaws()).toEqual([]);
    expect(checkIntegrity(store, unwatched)).toMatchObject({ sound: true, findings: [] });
    if (before) expect(readFileSync(join(path, outcome.aside ?? '', `${NAME}.db`)).equals(before)).toBe(true);
  });
});

test('an archive is what it was, byte for byte, once it is rebuilt from the standby', async () => {
  const sealed = readFileSync(file);
  followOnce(path, standbyBeside(path));
  try {
    damagePages((kind) => kind === pageKinds.tableLeaf, scramble);
    store = openStore(path);
    checkIntegrity(store, unwatched);
    expect(await rebuild([standbyBeside(path)])).toMatchObject({
      source: 'sealedCopy',
      lost: 0,
      records: of2023.length,
    });
    expect(readFileSync(file).equals(sealed)).toBe(true);
    expect(answers()).toEqual(expected(drafts));
    expect(checkIntegrity(store, unwatched)).toMatchObject({ sound: true, findings: [] });
  } finally {
    rmSync(standbyBeside(path), { recursive: true, force: true });
  }
});

test('an older copy of a backup is brought up to date and is whole, where no other is left', async () => {
  chmodSync(file, 0o444);
  store = openStore(path);
  applyIndex(store, { fields: ['operator', 'day'], shape: '' }, unwatched);
  store.live.run("UPDATE lines SET name = 'renamed' WHERE id = 1");
  shareTexts(store);
  rmSync(file);
  const outcome = await rebuild([backups]);
  expect(outcome).toMatchObject({ source: 'olderCopy', lost: 0, records: of2023.length });
  expect(flaws()).toEqual([]);
  expect(checkIntegrity(store, unwatched).findings).toEqual([]);
  const database = openReadable(file);
  expect(database.rows('SELECT name FROM lines WHERE id = 1')).toEqual([['renamed']]);
  const indexes = database.rows("SELECT name FROM sqlite_schema WHERE type = 'index'").flat();
  expect(indexes).toContain('records_by_operator_day');
  database.close();
});

/** What can happen to the file where no copy is left; the records that may be lost by it are those of so many pages. */
const mishaps: Record<string, () => number> = {
  'has a header of rubbish': () =>
    damagePages(
      (_, number) => number === 1,
      (page) => scramble(page.subarray(0, 100)),
    ) && 0,
  'lost its first page': () => damagePages((_, number) => number === 1, zero) && 0,
  'lost every page that leads to others': () => damagePages((kind) => kind === pageKinds.tableInterior, scramble) && 0,
  'lost a few pages of anything': () => damagePages((_, number) => number % 37 === 5, zero),
  'has pages of rubbish': () => damagePages((_, number) => number % 41 === 7, scramble),
  'lost its end': () => {
    const pages = readFileSync(file).length / PAGE;
    truncateSync(file, Math.floor(pages / 4) * PAGE + 700);
    return pages;
  },
  'is of mixed up kinds of pages': () =>
    damagePages(
      (_, number) => number % 29 === 3,
      (page) => {
        page[0] = 0x77;
      },
    ) && 0,
};

const rowsOf = (database: string): Map<number, Value[]> => {
  const opened = openReadable(database);
  try {
    return new Map(opened.rows('SELECT * FROM production_records').map((row) => [Number(row[0]), row]));
  } finally {
    opened.close();
  }
};

describe.each(Object.entries(mishaps))('An archive that %s', (_, mishap) => {
  test('is rebuilt from all that can be read, and what is lost is listed to the record', async () => {
    const all = rowsOf(file);
    const pages = mishap();
    store = openStore(path);
    checkIntegrity(store, unwatched);
    const outcome = await rebuild([]);
    const left = rowsOf(file);
    for (const [id, row] of left) expect(row).toEqual(all.get(id));
    const kept = drafts.filter((draft, at) => yearOf(draft.day) !== 2023 || left.has(at + 1));
    expect(outcome).toMatchObject({ source: 'readable', lost: all.size - left.size, records: left.size });
    expect(outcome.lost).toBeLessThanOrEqual(pages * 60);
    const known = Map.groupBy(of2023, (id) => String(all.get(id)?.[1]).slice(0, 7));
    const listed = outcome.months.map(({ month, recordsBefore, recordsAfter }) => [month, recordsBefore, recordsAfter]);
    expect(listed).toEqual(
      [...known]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([month, ids]) => [
          Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1,
          ids.length,
          ids.filter((id) => left.has(id)).length,
        ]),
    );
    for (const month of outcome.months) {
      if (month.days === null) continue;
      const lostDays = of2023.filter((id) => !left.has(id)).map((id) => String(all.get(id)?.[1]));
      const inMonth = lostDays.filter((day) => day >= month.from && day <= month.to);
      expect(month.days).toEqual(expect.arrayContaining([...new Set(inMonth)]));
    }
    const database = openReadable(file);
    expect(compareRollups(database)).toEqual([]);
    database.close();
    const [records] = answerOf(store, { measures: ['records'] });
    expect(records).toEqual([kept.length]);
    expect(flaws()).toMatchObject([{ code: 'rebuilt', lost: outcome.lost, of: of2023.length }]);
    expect(flaws({ measures: ['records'], from: '2024-01-01' })).toEqual([]);
    expect(checkIntegrity(store, unwatched).findings).toEqual([]);
    expect(readdirSync(join(path, outcome.aside ?? ''))).toEqual([`${NAME}.db`]);
    // Reasons may be lost with pages of their own, of which the days tell.
    const isWhole = outcome.months.every(({ days }) => days?.length === 0);
    const compared = isWhole ? queries.length : 2;
    expect(answers().slice(0, compared)).toEqual(expected(kept).slice(0, compared));
  });
});

test('a digit that was changed within a record is told by the day whose sums it changed, also once the year is reopened', async () => {
  const archive = openRewritable(file);
  const [id = 0, day = 0] =
    archive.rows(
      'SELECT id, production_date FROM records WHERE good_quantity_packed > 8 ORDER BY id LIMIT 1 OFFSET 300',
    )[0] ?? [];
  archive.run('UPDATE records SET good_quantity_packed = good_quantity_packed + 4 WHERE id = @id', { id });
  archive.close();
  store = openStore(path);
  const { lost, source, months } = await rebuild([]);
  expect([source, lost]).toEqual(['readable', 0]);
  const differing = months.filter((month) => month.days?.length !== 0);
  expect(differing).toMatchObject([{ days: [isoFromDay(Number(day))] }]);
  const [{ good } = { good: null }] = differing;
  expect(good?.after).toBeCloseTo((good?.before ?? 0) + 1, 6);
  expect(flaws()).toMatchObject([{ code: 'rebuilt', lost: 0, of: of2023.length }]);
  await reopenArchive(store, NAME, unwatched);
  expect(flaws()).toMatchObject([{ code: 'rebuilt', lost: 0, of: of2023.length }]);
  expect(acknowledgeRebuilt(store.live, 'live')).toBe(true);
  expect(flaws()).toEqual([]);
});

test('what no copy is left of and nothing can be read of stays set aside, with a sentence', async () => {
  writeFileSync(file, 'no database');
  store = openStore(path);
  await expect(rebuild([])).rejects.toThrow(
    /archive_2023\.db cannot be rebuilt: no record of it can be read, and no folder with copies is known\. Nothing was changed/,
  );
  expect(readFileSync(file, 'utf8')).toBe('no database');
  expect(readSetAside(store.live).has(NAME)).toBe(true);
  expect(readdirSync(path)).not.toContain('recovering');
});
