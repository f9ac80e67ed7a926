import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { PlanSummary } from '../../../shared/query/answer.ts';
import { QuestionRecorder } from './question-recorder.ts';
import { type AnswerFacts, type Question, runOf } from './question-run.ts';
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
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      kind: 'values',
      shape: 'values of lot; with a text sought',
      elapsedMs: expect.any(Number),
      waitMs: 7,
      rows: 1,
      partitions: 1,
      slices: 3,
      source: plan.source,
      whyNoRollup: [{ code: 'lotsAreCounted' }],
      cache: 'miss',
      outcome: 'answered',
    },
  ]);
});

test('writes many at once, and long ones, in their order', async () => {
  const recorder = recorderOf(fileOf());
  const long: PlanSummary = {
    ...plan,
    statements: [{ partition: 'live', sql: 'x'.repeat(100_000), elapsedMs: 1, rows: 1 }],
  };
  const kinds = Array.from({ length: 400 }, (_, at) => (at % 3 === 0 ? asked : other));
  for (const [at, each] of kinds.entries())
    recorder.answered(each, begun(LONG), at === 200 ? { ...facts, plan: long } : facts);
  await recorder.close();
  const written = await readRuns(join(path, 'questions.jsonl'));
  expect(written.map(({ shape }) => shape)).toEqual(recorder.runs().map(({ shape }) => shape));
  expect(written.map(({ plan: its }) => its?.statements[0]?.sql.length)).toEqual(
    kinds.map((_, at) => (at === 200 ? 100_000 : 8)),
  );
});

test('tells when a question ended', () => {
  const instants = [
    '2026-03-02T12:00:00.000Z',
    '2026-03-02T12:00:00.007Z',
    '2026-03-02T12:00:00.999Z',
    '2026-12-31T23:59:59.050Z',
  ];
  const ended = (at: string) => runOf({ asked, endedAtMs: Date.parse(at), elapsedMs: 1, outcome: 'answered', facts });
  expect(instants.map((at) => ended(at).at)).toEqual(instants);
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
  expect(kept.map(({ shape, plan: its }) => [shape, its])).toEqual([
    ['values of lot; with a text sought', plan],
    ['values of item', undefined],
  ]);
});

test('keeps the newest ten thousand runs and hundred slow ones', () => {
  const recorder = recorderOf(fileOf());
  for (let at = 0; at < 10_050; at++) recorder.answered(at < 50 ? other : asked, begun(LONG), facts);
  expect(recorder.runs()).toHaveLength(10_000);
  expect(recorder.runs().every(({ shape }) => shape.startsWith('values of lot'))).toBe(true);
  expect(recorder.slow()).toHaveLength(100);
});

test('puts what it is told of an earlier time before its own', () => {
  const before = recorderOf(fileOf());
  before.answered(other, begun(LONG), facts);
  const [earlier] = before.slow();
  if (!earlier) throw new Error('A slow question is kept.');
  const recorder = recorderOf(fileOf());
  recorder.answered(asked, begun(LONG), facts);
  expect(recorder.runs()).toHaveLength(1);
  recorder.addEarlier([{ ...earlier, plan }]);
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
  const kept = (await readRuns(runsPath)).map(({ shape }) => shape);
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
