import {
  chmodSync,
  closeSync,
  cpSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { missingFrom } from '../../shared/query/missing.ts';
import { recordsQuerySchema } from '../../shared/query/records-query.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { archiveYear } from '../maintenance/archive.ts';
import { checkIntegrity } from '../maintenance/integrity.ts';
import { createRandom } from '../sample/random.ts';
import { openStore } from '../store/open-store.ts';
import { readStatus } from '../store/status.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, scratchFolder, unwatched } from '../testing/test-store.ts';
import { runReport } from './answers/run-report.ts';
import { Engine } from './engine.ts';
import { readDayCounts } from './pages/day-counts.ts';
import { readPage } from './pages/records.ts';

const drafts = randomDrafts(createRandom(91), { records: 1_500, from: '2022-01-01', to: '2024-06-30' });
const without2023 = drafts.filter(({ day }) => new Date(day * 86_400_000).getUTCFullYear() !== 2023);
const queries: ReportQueryInput[] = [
  { measures: ['records', 'good', 'yield'], dimensions: ['month', 'line'] },
  { measures: ['good', 'lots'], dimensions: ['operator'] },
  { measures: ['defects'], dimensions: ['defectReason'], from: '2022-06-01', to: '2024-01-31' },
];

/** What can happen to a file; the last two are found by who reads what was hit, not by who opens it. */
const mishaps: Record<string, (file: string) => void> = {
  'is gone': (file) => rmSync(file),
  'is empty': (file) => truncateSync(file, 0),
  'is something else': (file) => writeFileSync(file, 'not a database at all'.repeat(1_000)),
  'lost its end': (file) => truncateSync(file, 8_192),
  'has pages of nothing': (file) => {
    const pages = openSync(file, 'r+');
    writeSync(pages, new Uint8Array(readFileSync(file).length - 4_096), 0, null, 4_096);
    closeSync(pages);
  },
};

const template = createStore();
const { path, remove } = scratchFolder();
const archive = join(path, 'archive_2023.db');

beforeAll(async () => {
  await insertRecords(template.store, drafts);
  archiveYear(template.store, 2022, unwatched);
  archiveYear(template.store, 2023, unwatched);
  template.store.close();
});
afterAll(() => {
  template.remove();
  remove();
});
beforeEach(() => {
  rmSync(path, { recursive: true, force: true });
  cpSync(template.path, path, { recursive: true });
  chmodSync(archive, 0o644);
});

let engine: Engine | null = null;
afterEach(async () => {
  await engine?.close();
  engine = null;
});

async function answers(from: Engine) {
  const found = [];
  for (const query of queries) found.push((await runReport(from, parseReportQuery(query))).answer);
  return found;
}

const expected = (records: typeof drafts) =>
  queries.map((query) => answerByBruteForce(records, parseReportQuery(query)).rows);

describe.each(Object.entries(mishaps))('An archive that %s', (_, mishap) => {
  test('is set aside when the store is opened or it is read; all else answers, and says what is missing', async () => {
    mishap(archive);
    engine = await Engine.open(path, 'own');
    const told: string[] = [];
    engine.onSetAside = (name) => told.push(name);
    const found = await answers(engine);
    expect(found.map(({ rows }) => rows)).toEqual(expected(without2023));
    for (const { plan } of found) expect(missingFrom(plan).map(({ name }) => name)).toEqual(['archive_2023']);
    const { rows } = await readPage(engine, recordsQuerySchema.parse({ limit: 1_000 }), async () => []);
    expect(rows).toHaveLength(without2023.length);
    const days = await readDayCounts(engine, { filters: [], search: 'L' });
    const [all] = (await runReport(engine, parseReportQuery({ measures: ['records'] }))).answer.rows;
    expect(all).toEqual([without2023.length]);
    expect(days.some(({ day }) => new Date(day * 86_400_000).getUTCFullYear() === 2023)).toBe(false);
    expect(told.length).toBeLessThanOrEqual(1);
  });

  test('is used again once the file is put back', async () => {
    mishap(archive);
    const first = openStore(path);
    expect(checkIntegrity(first, unwatched).sound).toBe(false);
    const { partitions } = readStatus(first.live, first.folder, 2026);
    expect(partitions.find(({ name }) => name === 'archive_2023')?.setAside).toMatch(/archive_2023\.db/);
    first.close();
    rmSync(archive, { force: true });
    cpSync(join(template.path, 'archive_2023.db'), archive);
    engine = await Engine.open(path, 'own');
    expect((await answers(engine)).map(({ rows }) => rows)).toEqual(expected(drafts));
  });
});

test('who only reads beside an owner is told as well', async () => {
  mishaps['has pages of nothing']?.(archive);
  engine = await Engine.open(path, 'read');
  const { partitions, records } = await engine.ask('status', { folder: engine.folder, thisYear: 2026 });
  expect(partitions.filter(({ setAside }) => setAside !== null).map(({ name }) => name)).toEqual(['archive_2023']);
  expect(records).toBe(without2023.length);
  expect((await answers(engine)).map(({ rows }) => rows)).toEqual(expected(without2023));
});

test('one that is set aside is no hindrance to an import, an archive or a check of the others', async () => {
  rmSync(archive);
  const store = openStore(path);
  const late = randomDrafts(createRandom(92), { records: 200, from: '2023-06-01', to: '2024-12-31' });
  // Whether a row of a day that it holds is new cannot be told, so that such rows wait in the rejects file.
  const taken = late.filter(({ day }) => new Date(day * 86_400_000).getUTCFullYear() !== 2023);
  const { inserted, rejected } = await insertRecords(store, late);
  expect([inserted, rejected]).toEqual([taken.length, late.length - taken.length]);
  archiveYear(store, 2024, unwatched);
  const { findings } = checkIntegrity(store, unwatched);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain('archive_2023');
  store.close();
  engine = await Engine.open(path, 'own');
  expect((await answers(engine)).map(({ rows }) => rows)).toEqual(expected([...without2023, ...taken]));
});
