import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { PlanSummary } from '../../../shared/query/answer.ts';
import { QuestionRecorder } from './question-recorder.ts';
import type { AnswerFacts, Question } from './question-run.ts';
import { RunFile, readRuns } from './run-file.ts';

let path: string;
let remove: () => void;
let recorders: QuestionRecorder[];
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  recorders = [];
});
afterEach(async () => {
  for (const recorder of recorders) await recorder.close();
  remove();
});

const SLOW_MS = 100;
const unexpected = (error: unknown) => {
  throw error;
};
const fileOf = (onFailure: (error: unknown) => void = unexpected) =>
  new RunFile(join(path, 'questions.jsonl'), onFailure);
function recorderOf(file: RunFile): QuestionRecorder {
  const recorder = new QuestionRecorder({ file, slowMilliseconds: () => SLOW_MS });
  recorders.push(recorder);
  return recorder;
}

const plan: PlanSummary = {
  partitions: [
    { name: 'live', read: true, reason: { code: 'inRange' } },
    { name: 'archive_2023', read: false, reason: { code: 'empty' } },
  ],
  flaws: [],
  source: { of: 'records', index: 'records_by_day', slices: 3 },
  reasons: [{ code: 'lotsAreCounted' }, { code: 'readByDay', index: 'records_by_day' }],
  statements: [{ partition: 'live', sql: 'SELECT 1', elapsedMs: 150, rows: 1 }],
  slices: 3,
  recordsRead: 300,
  waitMs: 7,
  steps: [{ step: 'read', elapsedMs: 150 }],
};
const facts: AnswerFacts = { rows: 1, cache: 'miss', source: plan.source, plan };
const asked: Question = { kind: 'values', question: { field: 'lot', search: 'L', limit: 10 } };
const other: Question = { kind: 'values', question: { field: 'item', search: '', limit: 10 } };
/** A beginning that makes the question take at least so long. */
const begun = (msAgo: number) => performance.now() - msAgo;
const LONG = 60_000;

test('writes of an answer what was done for it, and why no rollup gave it', async () => {
  const recorder = recorderOf(fileOf());
  recorder.answered(asked, begun(0), facts);
  await recorder.close();
  expect(await readRuns(join(path, 'questions.jsonl'))).toEqual([
    {
      traits: {
        kind: 'values',
        shape: 'values of lot; with a text sought',
        source: plan.source,
        whyNoRollup: [{ code: 'lotsAreCounted' }],
        cache: 'miss',
        outcome: 'answered',
      },
      figures: {
        atMs: expect.closeTo(Date.now(), -5),
        elapsedMs: expect.any(Number),
        waitMs: 7,
        rows: 1,
        partitions: 1,
        slices: 3,
      },
      plan: null,
    },
  ]);
});

test('writes many at once, and long ones, each with what it was', async () => {
  const recorder = recorderOf(fileOf());
  const long: PlanSummary = {
    ...plan,
    statements: [{ partition: 'live', sql: 'x'.repeat(100_000), elapsedMs: 1, rows: 1 }],
  };
  for (let at = 0; at < 2_500; at++) {
    const isLong = at === 700;
    const each = { ...facts, rows: at, plan: isLong ? long : plan };
    recorder.answered(at % 3 === 0 ? asked : other, begun(isLong ? LONG : -LONG), each);
  }
  await recorder.close();
  const written = await readRuns(join(path, 'questions.jsonl'));
  expect(written.map(({ figures }) => figures.atMs)).toEqual(recorder.runs().map(({ atMs }) => atMs));
  const byRows = written.toSorted((a, b) => a.figures.rows - b.figures.rows);
  expect(byRows.map(({ traits, figures }) => [figures.rows, traits.shape])).toEqual(
    Array.from({ length: 2_500 }, (_, at) => [
      at,
      at % 3 === 0 ? 'values of lot; with a text sought' : 'values of item',
    ]),
  );
  expect(byRows.filter((run) => run.plan).map((run) => [run.figures.rows, run.plan])).toEqual([[700, long]]);
});

test('what is alike is written once for all that came within a moment', async () => {
  const recorder = recorderOf(fileOf());
  const quick = { ...facts, plan: null };
  for (let at = 0; at < 100; at++) {
    recorder.answered(at % 2 === 0 ? asked : other, begun(0), at === 99 ? { ...quick, cache: 'fresh' } : quick);
  }
  await recorder.close();
  expect(readFileSync(join(path, 'questions.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3);
  expect(await readRuns(join(path, 'questions.jsonl'))).toHaveLength(100);
});

test('tells taken back from failed', () => {
  const recorder = recorderOf(fileOf());
  recorder.ended(asked, begun(0), new AppError('CANCELLED', 'enough'));
  recorder.ended(asked, begun(0), new AppError('TIME_LIMIT', 'too long'));
  recorder.ended(asked, begun(0), new Error('broken'));
  expect(recorder.runs().map(({ outcome }) => outcome)).toEqual(['cancelled', 'failed', 'failed']);
});

test('keeps slow questions with their plan, in memory and in the file, and of others no plan', async () => {
  const file = fileOf();
  const recorder = recorderOf(file);
  recorder.answered(asked, begun(LONG), facts);
  recorder.answered(other, begun(-LONG), facts); // one that has not begun yet is surely quick
  expect(recorder.slow().map(({ shape, plan: kept }) => [shape, kept])).toEqual([
    ['values of lot; with a text sought', plan],
  ]);
  await recorder.close();
  const kept = await readRuns(join(path, 'questions.jsonl'));
  const byShape = kept.map(({ traits, plan: its }) => [traits.shape, its]);
  expect(byShape).toHaveLength(2);
  expect(byShape).toContainEqual(['values of lot; with a text sought', plan]);
  expect(byShape).toContainEqual(['values of item', null]);
});

test('keeps the newest ten thousand runs and hundred slow ones', () => {
  const recorder = recorderOf(fileOf());
  for (let at = 0; at < 10_050; at++) recorder.answered(at < 50 ? other : asked, begun(LONG), facts);
  expect(recorder.runs()).toHaveLength(10_000);
  expect(recorder.runs().every(({ shape }) => shape.startsWith('values of lot'))).toBe(true);
  expect(recorder.slow()).toHaveLength(100);
});

test('puts what it is told of an earlier time before its own', async () => {
  const before = recorderOf(fileOf());
  before.answered(other, begun(LONG), facts);
  await before.close();
  const earlier = await readRuns(join(path, 'questions.jsonl'));
  const recorder = recorderOf(fileOf());
  recorder.answered(asked, begun(LONG), facts);
  expect(recorder.runs()).toHaveLength(1);
  recorder.addEarlier(earlier);
  expect(recorder.runs().map(({ shape }) => shape)).toEqual(['values of item', 'values of lot; with a text sought']);
  expect(recorder.slow().map(({ shape }) => shape)).toEqual(['values of item', 'values of lot; with a text sought']);
});

test('writes on after what is there, and begins a new file where one is full', async () => {
  const runsPath = join(path, 'questions.jsonl');
  const oneAtATime = async (question: Question) => {
    const recorder = recorderOf(new RunFile(runsPath, unexpected, 300));
    recorder.answered(question, begun(0), { ...facts, plan: null });
    await recorder.close();
  };
  for (const question of [other, asked, asked, asked, asked]) await oneAtATime(question);
  const kept = (await readRuns(runsPath)).map(({ traits }) => traits.shape);
  expect(kept.length).toBeLessThan(5);
  expect(kept.length).toBeGreaterThan(1);
  expect(kept).not.toContain('values of item');
});

test('what cannot be written is told once, and hurts no question', async () => {
  const failures: unknown[] = [];
  const file = fileOf((error) => failures.push(error));
  rmSync(path, { recursive: true });
  writeFileSync(path, 'a file in place of the folder');
  const recorder = recorderOf(file);
  for (let round = 0; round < 3; round++) {
    recorder.answered(asked, begun(0), facts);
    await recorder.close();
  }
  expect(failures).toHaveLength(1);
  expect(recorder.runs()).toHaveLength(3);
});
