import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { openReadable, type Value } from '../engine/sqlite/connection.ts';
import { undoBatch } from '../import/undo.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { planReport } from '../planner/plan.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { acknowledgeRebuilt } from '../store/flaws.ts';
import { openStore } from '../store/open-store.ts';
import { answerOf } from '../testing/answer.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';
import { pageKinds } from './raw-cells.ts';
import { salvageStore } from './salvage-live.ts';

const PAGE = 4_096;
/** Its place among the columns of the view. */
const ITEM_NAME = 7;
const drafts = randomDrafts(createRandom(291), { records: 3_000, from: '2023-07-01', to: '2024-06-30' });
const undone = randomDrafts(createRandom(292), { records: 800, from: '2024-02-01', to: '2024-05-31' });
const late = randomDrafts(createRandom(293), { records: 300, from: '2024-06-01', to: '2024-08-31' });
const all = [...drafts, ...late];
const queries: ReportQueryInput[] = [
  { measures: ['records', 'good', 'yield'], dimensions: ['month', 'line'] },
  { measures: ['good', 'lots'], dimensions: ['operator'] },
  { measures: ['records', 'defects'], dimensions: ['defectReason'] },
];
const expected = (records: typeof drafts) =>
  queries.map((query) => answerByBruteForce(records, parseReportQuery(query)).rows);

const template = createStore();
const copy = scratchFolder();
const { path, remove } = scratchFolder();
const file = join(path, 'live.db');

beforeAll(async () => {
  const { store } = template;
  await insertRecords(store, drafts);
  await insertRecords(store, undone);
  archiveYear(store, 2023, unwatched);
  undoBatch(store.live, 2, unwatched);
  store.live.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  await insertRecords(store, late);
  rmSync(copy.path, { recursive: true });
  cpSync(template.path, copy.path, { recursive: true, preserveTimestamps: true }); // as after a kill, with a log
  store.close();
  expect(statSync(join(copy.path, 'live.db-wal')).size).toBeGreaterThan(100_000);
});
afterAll(() => {
  template.remove();
  copy.remove();
  remove();
});
beforeEach(() => {
  rmSync(path, { recursive: true, force: true });
});

const HEADER_BYTES = 100;

function damagePages(
  choose: (kind: number | undefined, number: number) => boolean,
  with_: (page: Buffer) => void,
): void {
  const content = readFileSync(file);
  for (let number = 1; number <= content.length / PAGE; number++) {
    const page = content.subarray((number - 1) * PAGE, number * PAGE);
    if (choose(page[number === 1 ? 100 : 0], number)) with_(page);
  }
  writeFileSync(file, content);
}
const zero = (page: Buffer) => void page.fill(0);
const rubbish = createRandom(294);
const scramble = (page: Buffer) => {
  for (let at = 0; at < page.length; at++) page[at] = rubbish.below(256);
};

const mishaps: Record<string, { damage: () => void; losesNothing: boolean; hasLog?: true }> = {
  'has a header of rubbish': {
    damage: () =>
      damagePages(
        (_, number) => number === 1,
        (page) => scramble(page.subarray(0, 100)),
      ),
    losesNothing: true,
  },
  'lost its first page': { damage: () => damagePages((_, number) => number === 1, zero), losesNothing: true },
  'lost its first page and has a log': {
    damage: () => damagePages((_, number) => number === 1, zero),
    losesNothing: true,
    hasLog: true,
  },
  'lost every page that leads to others': {
    damage: () => damagePages((kind) => kind === pageKinds.tableInterior, scramble),
    losesNothing: true,
  },
  'has pages of rubbish': {
    damage: () => damagePages((_, number) => number % 31 === 17, scramble),
    losesNothing: false,
  },
};

const rowsOf = (folder: string, name: string): Map<number, Value[]> => {
  const opened = openReadable(join(folder, `${name}.db`));
  try {
    // The name of an item may be that which an archive knows, from before it was renamed.
    const rows = opened.rows('SELECT * FROM production_records').map((row) => row.toSpliced(ITEM_NAME, 1));
    return new Map(rows.map((row) => [Number(row[0]), row]));
  } finally {
    opened.close();
  }
};

describe.each(Object.entries(mishaps))('A live file that %s', (_, { damage, losesNothing, hasLog }) => {
  test('is made anew from all that can be read, and what is lost is told with every answer', async () => {
    const from = hasLog ? copy.path : template.path;
    const before = rowsOf(template.path, 'live');
    cpSync(from, path, { recursive: true, preserveTimestamps: true });
    damage();
    const damaged = readFileSync(file);
    const outcome = await salvageStore({ store: path, now: '2026-01-02T03:04:05.678Z' }, unwatched);
    const store = openStore(path);
    try {
      const left = rowsOf(path, 'live');
      const archived = rowsOf(path, 'archive_2023');
      for (const [id, row] of left) expect(row).toEqual(before.get(id));
      expect(outcome).toMatchObject({ records: left.size, aside: 'before-recovery-2026-01-02T03-04-05Z' });
      if (losesNothing) expect([left.size, outcome.lost]).toEqual([before.size, 0]);
      const ids = [...drafts.map((_, at) => at + 1), ...late.map((_, at) => drafts.length + undone.length + at + 1)];
      const kept = all.filter((_, at) => left.has(ids[at] ?? 0) || archived.has(ids[at] ?? 0));
      const compared = losesNothing ? queries.length : 2;
      expect(queries.slice(0, compared).map((query) => answerOf(store, query))).toEqual(
        expected(kept).slice(0, compared),
      );
      expect(checkIntegrity(store, unwatched).findings).toEqual([]);
      const { flaws } = planReport(parseReportQuery({ measures: ['records'] }), readCatalog(store.live, store.folder));
      expect(flaws.map(({ partition, reason }) => [partition.name, reason.code])).toEqual([['live', 'rebuilt']]);
      expect(acknowledgeRebuilt(store.live, 'live')).toBe(true);
      expect(readCatalog(store.live, store.folder).flaws).toEqual([]);
      const aside = readdirSync(join(path, outcome.aside));
      expect(aside).toContain('live.db');
      const keptAside = readFileSync(join(path, outcome.aside, 'live.db'));
      // Where its schema can still be read, its header says by now that there is no log beside it.
      if (!hasLog) expect(keptAside.subarray(HEADER_BYTES).equals(damaged.subarray(HEADER_BYTES))).toBe(true);
      expect(existsSync(join(path, 'archive_2023.db'))).toBe(true);
      const { inserted } = await insertRecords(
        store,
        late.slice(0, 3).map((draft) => ({ ...draft, note: 'new' })),
      );
      expect(inserted).toBe(3);
    } finally {
      store.close();
    }
  });
});

test('an archive that live does not list any more is listed again, and told to be in doubt', async () => {
  cpSync(template.path, path, { recursive: true, preserveTimestamps: true });
  const content = readFileSync(file);
  // The list of archives, its seals with it, stands in pages that name the archive.
  for (let at = content.indexOf('archive_2023'); at >= 0; at = content.indexOf('archive_2023', at + 1)) {
    content.fill(0, at - (at % PAGE), at - (at % PAGE) + PAGE);
  }
  writeFileSync(file, content);
  const { relisted } = await salvageStore({ store: path, now: new Date().toISOString() }, unwatched);
  expect(relisted).toEqual(['archive_2023']);
  const store = openStore(path);
  const { flaws } = readCatalog(store.live, store.folder);
  expect(flaws.map(({ partition, flaw }) => [partition.name, flaw.code])).toContainEqual(['archive_2023', 'doubted']);
  store.close();
});

test('a file of which nothing can be read is left as it is, with a sentence', async () => {
  cpSync(template.path, path, { recursive: true, preserveTimestamps: true });
  writeFileSync(file, 'no database at all');
  rmSync(join(path, 'archive_2023.db'), { force: true });
  const salvaging = salvageStore({ store: path, now: new Date().toISOString() }, unwatched);
  await expect(salvaging).rejects.toThrow(
    /No record of .*live\.db can be read any more\. Nothing was changed; restore it/,
  );
  expect(readFileSync(file, 'utf8')).toBe('no database at all');
  expect(readdirSync(path)).not.toContain('restoring');
});
