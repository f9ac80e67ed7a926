import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { openReadable } from '../engine/sqlite/connection.ts';
import { createRandom } from '../sample/random.ts';
import { readCatalog } from '../store/catalog.ts';
import { openStore } from '../store/open-store.ts';
import { answerOf } from '../testing/answer.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords } from '../testing/test-store.ts';

const program = fileURLToPath(new URL('../testing/archive-until-killed.ts', import.meta.url));
const drafts = randomDrafts(createRandom(71), { records: 2_000, from: '2009-01-01', to: '2024-12-31' });
const queries: ReportQueryInput[] = [
  { measures: ['records', 'good', 'scrapRate'], dimensions: ['year'] },
  { measures: ['records', 'lots', 'good'], dimensions: ['line', 'item'] },
  { measures: ['records', 'defects'], dimensions: ['defectReason', 'line'] },
];

/** Moments that the job counts: one report and one question a step of the copy, then verifying, then the cut-over. */
const COPYING = 53 * 2;
const told = [0, 1, 60, COPYING, COPYING + 1, COPYING + 2, COPYING + 3, COPYING + 30, COPYING + 54];
const UNTOLD = 6;

const { store, path, remove } = createStore();
beforeAll(async () => {
  await insertRecords(store, drafts);
  store.close();
});
afterAll(remove);

/** Archives a year in a process that is killed at a moment, or after so many milliseconds. */
async function archiveUntilKilled(year: number, moment: number, afterMs: number | null): Promise<void> {
  const child = spawn(process.execPath, [program, path, String(year), String(moment)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let failure = '';
  child.stderr.on('data', (text) => {
    failure += text;
  });
  const exited = once(child, 'exit');
  if (afterMs !== null) {
    await Promise.race([once(child.stdout, 'data'), exited]);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    child.kill('SIGKILL');
  }
  const [code, signal] = await exited;
  expect(failure, 'the process was killed, it did not fail').toBe('');
  if (afterMs === null) expect([code, signal]).toEqual([null, 'SIGKILL']);
}

/** What the store says once it is opened again, and the years that live still holds. */
function reopened() {
  const store = openStore(path);
  try {
    const { partitions } = readCatalog(store.live, store.folder);
    const ids = partitions.flatMap(({ file }) => {
      const database = openReadable(file);
      const rows = database.rows('SELECT id FROM records');
      database.close();
      return rows.map(([id]) => Number(id));
    });
    const months = partitions.find(({ kind }) => kind === 'live')?.months ?? [];
    return {
      answers: queries.map((query) => answerOf(store, query)),
      ids: ids.sort((a, b) => a - b),
      years: [...new Set(months.map(({ month }) => Math.floor(month / 12)))],
    };
  } finally {
    store.close();
  }
}

test(`killed at ${told.length + UNTOLD} moments, an archive is either whole or not there, and every report is the same`, async () => {
  const random = createRandom(72);
  const expected = queries.map((query) => answerByBruteForce(drafts, parseReportQuery(query)).rows);
  const allIds = drafts.map((_, at) => at + 1);
  const finished = [];
  let { years } = reopened();
  for (const moment of [...told, ...Array.from({ length: UNTOLD }, () => null)]) {
    const [year = 0] = years;
    const afterMs = moment === null ? random.below(150) : null;
    await archiveUntilKilled(year, moment ?? Number.MAX_SAFE_INTEGER, afterMs);
    const after = reopened();
    expect(after.answers, `killed at ${moment ?? `${afterMs} ms`}`).toEqual(expected);
    expect(after.ids).toEqual(allIds);
    finished.push(!after.years.includes(year));
    years = after.years;
  }
  expect(finished.slice(0, told.length)).toEqual(told.map(() => false)); // every moment told is before the cut-over ends
}, 60_000);
