import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isoFromDay } from '../../../shared/domain/day.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import type { RecordDraft } from '../../import/rows/record-draft.ts';
import { undoBatch } from '../../import/undo.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { createRandom } from '../../sample/random.ts';
import { samplePlant } from '../../sample/sample-plant.ts';
import { openStore } from '../../store/open-store.ts';
import { draftOf } from '../../testing/draft.ts';
import { answerByBruteForce } from '../../testing/oracle.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../../testing/test-store.ts';
import { Engine } from '../engine.ts';
import { runReport } from './run-report.ts';

const KEY = ['order_number'];
/** Records in the order of their days, with a number each to be updated by. */
const numbered = (seed: number, records: number, from: string, to: string, firstNumber: number) =>
  randomDrafts(createRandom(seed), { records, from, to, duplicates: 0 })
    .sort((a, b) => a.day - b.day)
    .map((draft, at) => ({ ...draft, orderNumber: `WO-${at + firstNumber}` }));
const first = numbered(41, 600, '2022-11-01', '2024-02-29', 0);
const second = numbered(42, 300, '2023-12-01', '2024-03-31', 500);
const updated = [...first.slice(0, 500), ...second];

/** What no rollup keeps. */
const byOperator: ReportQueryInput = {
  measures: ['records', 'good', 'yield', 'medianYield'],
  dimensions: ['operator', 'month'],
};
const queries: ReportQueryInput[] = [
  byOperator,
  {
    measures: ['records', 'oee', 'throughput'],
    dimensions: ['week'],
    filters: [{ field: 'operator', in: ['Kim', null] }],
  },
  { measures: ['records', 'defects'], dimensions: ['defectReason', 'operator'], from: '2022-12-15', to: '2024-02-11' },
  { measures: ['downMinutes'], dimensions: ['downtimeReason'], filters: [{ field: 'operator', in: ['Kim', '0'] }] },
  { measures: ['total'], dimensions: ['item', 'shift'], filters: [{ field: 'defectReason', in: ['Scratch', null] }] },
];

let path: string;
let remove: () => void;
const engines: Engine[] = [];
beforeEach(async () => {
  const created = createStore();
  ({ path, remove } = created);
  await insertRecords(created.store, first, KEY);
  created.store.close();
});
afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
  remove();
});

async function open(access: 'own' | 'read' = 'own'): Promise<Engine> {
  const engine = await Engine.open(path, access);
  engines.push(engine);
  return engine;
}

async function close(engine: Engine): Promise<void> {
  engines.splice(engines.indexOf(engine), 1);
  await engine.close();
}

/** Changes the store between two engines. */
async function change(work: (store: ReturnType<typeof openStore>) => unknown): Promise<void> {
  const store = openStore(path);
  try {
    await work(store);
  } finally {
    store.close();
  }
}

async function ask(engine: Engine, query: ReportQueryInput): Promise<Answer> {
  return (await runReport(engine, parseReportQuery(query))).answer;
}

/** Asks everything; the answers must be those of these records, and come from where they are said to. */
async function expectAnswers(engine: Engine, drafts: RecordDraft[], source: RegExp): Promise<void> {
  for (const query of queries) {
    const answer = await ask(engine, query);
    expect(explainWords.en.source(answer.plan.source)).toMatch(source);
    const { columns, rows, groups } = answerByBruteForce(drafts, parseReportQuery(query));
    expect({ columns: answer.columns.map(({ name }) => name), rows: answer.rows, groups: answer.groups }).toEqual({
      columns,
      rows,
      groups,
    });
  }
}

const IN_COLUMNS = /^columns in memory$/;
const IN_FILES = /^records by/;
const columnsFolder = () => join(path, 'columns');
const files = () => (existsSync(columnsFolder()) ? readdirSync(columnsFolder()).sort() : []);

test('files answer until columns are loaded, and columns after every change as soon as they are asked', async () => {
  const engine = await open();
  await expectAnswers(engine, first, IN_FILES);
  await engine.loadColumns();
  await expectAnswers(engine, first, IN_COLUMNS);
  const loaded = files();
  await close(engine);

  await change((store) => insertRecords(store, second, KEY)); // updates a hundred, some of them to other days
  const afterUpdate = await open();
  await afterUpdate.loadColumns();
  await expectAnswers(afterUpdate, updated, IN_COLUMNS);
  expect(files()).not.toEqual(loaded);
  expect(files().filter((name) => loaded.includes(name)).length).toBeGreaterThan(0); // of months without a change
  await close(afterUpdate);

  await change((store) => undoBatch(store.live, 2, unwatched));
  const afterUndo = await open();
  await afterUndo.loadColumns();
  await expectAnswers(afterUndo, first, IN_COLUMNS);
});

test('one engine goes through an undo and two archives of a year, and no month is used that is out of date', async () => {
  await change((store) => insertRecords(store, second, KEY));
  const engine = await open();
  await engine.loadColumns();
  await expectAnswers(engine, updated, IN_COLUMNS);
  const loaded = files();

  await engine.start('archive', { year: 2022 }, () => {}).result;
  engine.forgetCatalog();
  await expectAnswers(engine, updated, IN_COLUMNS);
  expect(files()).toEqual(loaded); // the same months in another file
  await engine.start('undo', { batchId: 2 }, () => {}).result;
  engine.forgetCatalog();
  await expectAnswers(engine, first, IN_COLUMNS); // months that changed are built anew for the question
  await engine.loadColumns();
  await close(engine);

  const late = numbered(43, 200, '2022-12-01', '2023-01-31', 5_000);
  await change(async (store) => {
    await insertRecords(store, late);
    archiveYear(store, 2022, unwatched);
  });
  const again = await open();
  await again.loadColumns();
  const { partitions } = await again.catalog();
  expect(partitions.map(({ name }) => name)).toEqual(['live', 'archive_2022', 'archive_2022_2']);
  await expectAnswers(again, [...first, ...late], IN_COLUMNS);
});

test('texts that join the dictionaries after columns were loaded are found in groups and filters', async () => {
  await change((store) => insertRecords(store, [draftOf('2025-01-01', 'A', 1, { operator: 'Ann' })]));
  const engine = await open();
  await engine.loadColumns();
  const late: ReportQueryInput = { measures: ['good'], dimensions: ['operator'], from: '2025-01-01' };
  expect((await ask(engine, late)).rows).toEqual([['Ann', 1]]);
  const before = await engine.catalog();
  await engine.start('sample', { records: 300, from: '2025-02-01', to: '2025-02-20', seed: 9 }, () => {}).result;
  // Nobody said so yet: what is known of the store is old, and the answer is the one of that moment.
  expect(await engine.catalog()).toBe(before);
  expect((await ask(engine, late)).rows).toEqual([['Ann', 1]]);
  engine.forgetCatalog();
  const inColumns = await ask(engine, late);
  expect(explainWords.en.source(inColumns.plan.source)).toMatch(IN_COLUMNS);
  expect(inColumns.rows.length).toBeGreaterThan(5);
  const reader = await open('read');
  await reader.loadColumns();
  const named = inColumns.rows.map(([operator]) => operator as string);
  const filtered = { ...late, filters: [{ field: 'operator' as const, in: named.slice(1, 4) }] };
  expect((await ask(reader, filtered)).rows).toEqual(inColumns.rows.slice(1, 4));
});

test('files of columns that are gone, damaged, swapped or half written are built again', async () => {
  const engine = await open();
  await engine.loadColumns();
  const names = files();
  await close(engine);
  const fileOf = (index: number) => join(columnsFolder(), names[index] ?? '');
  const whole = new Map(names.map((name, index) => [name, readFileSync(fileOf(index))]));
  rmSync(fileOf(0));
  writeFileSync(fileOf(1), Buffer.from(readFileSync(fileOf(1)).map((byte, at) => (at === 900 ? byte ^ 1 : byte))));
  writeFileSync(fileOf(2), readFileSync(fileOf(2)).subarray(0, 1_000));
  writeFileSync(fileOf(3), '');
  copyFileSync(fileOf(5), fileOf(4));
  writeFileSync(`${fileOf(6)}.1-0`, readFileSync(fileOf(6)).subarray(0, 500));
  rmSync(fileOf(6));

  const again = await open();
  await again.loadColumns();
  await expectAnswers(again, first, IN_COLUMNS);
  expect(new Map(files().map((name) => [name, readFileSync(join(columnsFolder(), name))]))).toEqual(whole);
});

test('while a month is missing that is not to be built, the file answers', async () => {
  const engine = await open();
  await engine.loadColumns();
  const [name = ''] = files();
  await close(engine);
  rmSync(join(columnsFolder(), name));
  const again = await open(); // has not been told to load: it takes what files there are
  const everything = await ask(again, byOperator);
  expect(explainWords.en.source(everything.plan.source)).toMatch(IN_FILES);
  expect(everything.rows).toEqual(answerByBruteForce(first, parseReportQuery(byOperator)).rows);
  expect(files()).not.toContain(name);
});

test('where the columns cannot be written, answers come from memory all the same', async () => {
  writeFileSync(columnsFolder(), 'a file where the folder is to be');
  const engine = await open();
  await engine.loadColumns();
  await expectAnswers(engine, first, IN_COLUMNS);
  expect(readFileSync(columnsFolder(), 'utf8')).toContain('a file where');
});

test('a reader beside the owner takes the files of the owner and writes none', async () => {
  const reader = await open('read');
  await reader.loadColumns();
  await expectAnswers(reader, first, IN_COLUMNS);
  expect(files()).toEqual([]);
  await close(reader);

  const owner = await open();
  await owner.loadColumns();
  const written = files();
  const beside = await open('read');
  await expectAnswers(beside, first, IN_COLUMNS); // never asked to load: the files are there
  await owner.start('sample', { records: 100, from: '2024-02-01', to: '2024-02-20', seed: 9 }, () => {}).result;
  const [before, after] = [await ask(beside, byOperator), await ask(owner, byOperator)];
  expect(explainWords.en.source(before.plan.source)).toMatch(IN_FILES); // the month that changed has no file yet
  owner.forgetCatalog();
  expect((await ask(owner, byOperator)).rows).toEqual(before.rows);
  expect(after.rows).not.toEqual(before.rows);
  expect(files().length).toBe(written.length + 1);
  expect(explainWords.en.source((await ask(beside, byOperator)).plan.source)).toMatch(IN_COLUMNS);
});

test('an older live file that is put back answers as it did, whatever columns lie beside it', async () => {
  const engine = await open();
  await engine.loadColumns();
  await close(engine);
  const backup = join(path, 'backup.db');
  copyFileSync(join(path, 'live.db'), backup);
  await change((store) => insertRecords(store, second, KEY));
  const newer = await open();
  await newer.loadColumns();
  await expectAnswers(newer, updated, IN_COLUMNS);
  await close(newer);

  for (const suffix of ['', '-wal', '-shm']) rmSync(join(path, `live.db${suffix}`), { force: true });
  copyFileSync(backup, join(path, 'live.db'));
  const restored = await open();
  await restored.loadColumns();
  await expectAnswers(restored, first, IN_COLUMNS);
  await close(restored);

  // Other texts now take the numbers that those of the second import had.
  const other = numbered(44, 300, '2023-12-01', '2024-03-31', 500).map((draft, at) => ({
    ...draft,
    operator: `New ${at % 7}`,
  }));
  await change((store) => insertRecords(store, other, KEY));
  const after = await open();
  await after.loadColumns();
  await expectAnswers(after, [...first.slice(0, 500), ...other], IN_COLUMNS);
});

test('a question that is taken back while its columns are read or built ends, and leaves nothing half done', async () => {
  const engine = await open();
  await engine.loadColumns();
  const before = files();
  const asked = parseReportQuery({ measures: ['good', 'medianYield'], dimensions: ['operator', 'day'] });
  await expect(runReport(engine, asked, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' });

  // A month long enough for its build to ask on its way whether anybody still wants it.
  await engine.start('sample', { records: 3_000, from: '2025-01-01', to: '2025-01-31', seed: 9 }, () => {}).result;
  engine.forgetCatalog();
  const taken = new AbortController();
  const answer = runReport(engine, asked, { signal: taken.signal });
  taken.abort();
  await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(runReport(engine, asked, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(files()).toEqual(before);
  expect(explainWords.en.source((await runReport(engine, asked)).answer.plan.source)).toMatch(IN_COLUMNS);
  expect(files()).toHaveLength(before.length + 1);
});

test('a month whose records changed, or went to an archive, is not built under the stamp that it had', async () => {
  const engine = await open();
  const before = await engine.catalog();
  const sample = { records: 100, from: '2024-02-01', to: '2024-02-20', seed: 9 };
  await engine.start('sample', sample, () => {}).result;
  await engine.start('archive', { year: 2022 }, () => {}).result;
  expect(await engine.catalog()).toBe(before); // nobody said so yet
  const built: string[] = [];
  for (const partition of before.partitions) {
    for (const month of partition.months) {
      const segment = await engine.columns.fetch({ partition, month }, { urgent: true, build: true });
      if (segment) built.push(isoFromDay(month.firstDay).slice(0, 7));
    }
  }
  const year = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`);
  expect(built).toEqual([...year, '2024-01']);
  expect(files()).toHaveLength(built.length);
  await engine.loadColumns(); // by what was known, which ends it: the newest month is another one now
  await expectAnswers(engine, [...first, ...[...samplePlant(sample)].flat()], IN_COLUMNS);
});

test('closing while columns load ends the load, and every file that is there is whole', async () => {
  const engine = await open();
  const loading = engine.loadColumns();
  await engine.catalog();
  const [loaded] = await Promise.allSettled([loading, close(engine)]);
  if (loaded.status === 'rejected') expect(String(loaded.reason)).toMatch(/closed|taken back/);
  expect(files().filter((name) => !name.endsWith('.columns'))).toEqual([]);
  const again = await open();
  await again.loadColumns();
  await expectAnswers(again, first, IN_COLUMNS);
});

test('while an archive is made and columns load, every answer is the same', async () => {
  const engine = await open();
  const archived = engine.start('archive', { year: 2023 }, () => {}).result;
  const loads = [engine.loadColumns(), engine.loadColumns()];
  await expectAnswers(engine, first, /^(columns in memory|records by)/);
  await Promise.all([archived, ...loads]);
  await expectAnswers(engine, first, /^(columns in memory|records by)/); // nobody told it of the archive yet
  engine.forgetCatalog();
  await engine.loadColumns();
  await expectAnswers(engine, first, IN_COLUMNS);
});

test('sums beyond what a double holds are left to SQLite, and those beyond SQLite are exact all the same', async () => {
  const most = Number.MAX_SAFE_INTEGER; // in millionths: an odd number, so that columns count in millionths too
  const odd = ['2025-01-01', '2025-01-02'].map((date) =>
    draftOf(date, 'A', 0, { operator: 'Kim', goodQuantity: most }),
  );
  const even = Array.from({ length: 1_200 }, (_, at) =>
    draftOf(`2026-01-${1 + (at % 28)}`.replace(/-(\d)$/, '-0$1'), 'A', 9_000_000_000, { operator: 'Kim' }),
  );
  await change((store) => insertRecords(store, [...odd, ...even]));
  const engine = await open();
  const good: ReportQueryInput = { measures: ['good'], dimensions: ['operator'] };
  const [inOdd, inEven] = [
    { ...good, from: '2025-01-01', to: '2025-12-31' },
    { ...good, from: '2026-01-01' },
  ];
  await expect(ask(engine, inEven)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  await engine.loadColumns();
  const left = await ask(engine, inOdd);
  expect(explainWords.en.source(left.plan.source)).toMatch(IN_FILES);
  expect(left.rows).toEqual(answerByBruteForce(odd, parseReportQuery(inOdd)).rows);
  const added = await ask(engine, inEven);
  expect(explainWords.en.source(added.plan.source)).toMatch(IN_COLUMNS);
  expect(added.rows).toEqual([['Kim', 1_200 * 9_000_000_000]]);
});
