import { cpSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Cell } from '../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { Engine } from '../engine/engine.ts';
import { runReport } from '../engine/run-report.ts';
import { compareRollups } from '../rollup/refresh.ts';
import { createRandom } from '../sample/random.ts';
import { openStore } from '../store/open-store.ts';
import { answerOf } from '../testing/answer.ts';
import { changes } from '../testing/killable-changes.ts';
import { answerByBruteForce } from '../testing/oracle.ts';
import { runUntilKilled } from '../testing/run-until-killed.ts';
import { createStore, scratchFolder } from '../testing/test-store.ts';
import type { RecordDraft } from './record-draft.ts';

const program = fileURLToPath(new URL('../testing/change-until-killed.ts', import.meta.url));

/** What rollups keep, and then what only records, or columns of them, tell. */
const queries: ReportQueryInput[] = [
  { measures: ['records', 'good', 'scrapRate'], dimensions: ['month', 'line'] },
  { measures: ['records', 'defects'], dimensions: ['defectReason'] },
  { measures: ['records', 'lots', 'good'], dimensions: ['item'] },
  { measures: ['records', 'yield', 'medianYield', 'oee'], dimensions: ['operator', 'week'] },
  { measures: ['records', 'downMinutes'], dimensions: ['downtimeReason', 'operator'] },
];
const FIRST_IN_COLUMNS = 3;
const inColumns = queries.slice(FIRST_IN_COLUMNS);

/** Kills that fall somewhere between two moments that the job tells of, or into its commit. */
const UNTOLD = 4;
const NEVER = Number.MAX_SAFE_INTEGER;

/** Changes a store in a process that is killed at a moment, or so many milliseconds after the job began. */
const changeUntilKilled = (path: string, name: string, moment: number, afterMs: number | null) =>
  runUntilKilled(program, [path, name, String(moment)], afterMs);

/** What the store says once it is opened again; that all it keeps beside the records is in step with them is seen to here. */
function reopened(path: string): Cell[][][] {
  const store = openStore(path);
  try {
    expect(compareRollups(store.live)).toEqual([]);
    store.live.exec("INSERT INTO record_search (record_search, rank) VALUES ('integrity-check', 1)");
    expect(store.live.rows('PRAGMA integrity_check')).toEqual([['ok']]);
    expect(store.live.rows('PRAGMA foreign_key_check')).toEqual([]);
    expect(existsSync(store.folder.staging)).toBe(false);
    const [catalogued] = store.live.rows('SELECT SUM(records) FROM partition_months');
    expect(catalogued).toEqual(store.live.rows('SELECT COUNT(*) FROM records')[0]);
    return queries.map((query) => answerOf(store, query));
  } finally {
    store.close();
  }
}

/** What columns say, built anew where their files are those of other records; the files stay. */
async function answersOfColumns(path: string): Promise<Cell[][][]> {
  const engine = await Engine.open(path, 'own');
  try {
    await engine.loadColumns();
    const answers = await Promise.all(inColumns.map((query) => runReport(engine, parseReportQuery(query))));
    expect(answers.map(({ answer }) => answer.plan.source)).toEqual(inColumns.map(() => ({ of: 'columns' })));
    return answers.map(({ answer }) => answer.rows);
  } finally {
    await engine.close();
  }
}

test.each(changes)(
  'killed at any moment, an $name is whole or did not happen, and rollups, search and columns are in step',
  async ({ name, prepare, before, after }) => {
    const template = createStore();
    const scratch = scratchFolder();
    const random = createRandom(64);
    try {
      await prepare(template.store);
      template.store.close();
      const startAgain = () => {
        rmSync(scratch.path, { recursive: true });
        cpSync(template.path, scratch.path, { recursive: true });
      };
      const answersOf = (drafts: RecordDraft[]) =>
        queries.map((query) => answerByBruteForce(drafts, parseReportQuery(query)).rows);
      const [undone, done] = [answersOf(before), answersOf(after)];
      expect(await answersOfColumns(template.path)).toEqual(undone.slice(FIRST_IN_COLUMNS));

      startAgain();
      const whole = await changeUntilKilled(scratch.path, name, NEVER, null);
      expect(reopened(scratch.path)).toEqual(done);
      expect(await answersOfColumns(scratch.path)).toEqual(done.slice(FIRST_IN_COLUMNS));

      startAgain();
      const moments = whole.moments ?? 0;
      for (const moment of new Set([0, moments >> 1, moments - 1])) {
        expect((await changeUntilKilled(scratch.path, name, moment, null)).moments).toBeNull();
        expect(reopened(scratch.path), `killed at moment ${moment} of ${moments}`).toEqual(undone);
      }
      let found = undone;
      for (let nth = 0; nth < UNTOLD; nth++) {
        if (found !== undone) startAgain();
        const afterMs = random.below(Math.ceil(whole.tookMs));
        await changeUntilKilled(scratch.path, name, NEVER, afterMs);
        const answers = reopened(scratch.path);
        found = isDeepStrictEqual(answers, done) ? done : undone;
        expect(answers, `killed after ${afterMs} ms`).toEqual(found);
      }
      expect(await answersOfColumns(scratch.path)).toEqual(found.slice(FIRST_IN_COLUMNS));
    } finally {
      template.remove();
      scratch.remove();
    }
  },
  60_000,
);
