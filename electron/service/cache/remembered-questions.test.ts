import { expect, test } from 'vitest';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import {
  askedLast,
  expected,
  type KeptQuestion,
  type RememberedQuestions,
  remember,
  rememberedFrom,
  rememberedSchema,
} from './remembered-questions.ts';

const span = { from: '2020-01-01', to: '2025-11-17' };
const DAY_MS = 24 * 60 * 60 * 1_000;

const report = (query: ReportQueryInput): KeptQuestion => ({ kind: 'report', question: parseReportQuery(query) });
const good = report({ measures: ['good'] });
const defects = report({ measures: ['defects'] });
const after = (asked: [KeptQuestion, atMs: number][]) =>
  asked.reduce((known, [question, atMs]) => remember(known, question, span, atMs), rememberedFrom([]));
const first = (list: RememberedQuestions, nowMs: number) => expected(list, span, nowMs)[0];

test('what is asked most comes first', () => {
  const list = after([
    [good, 0],
    [good, 1],
    [defects, 2],
  ]);
  expect(first(list, 3)).toEqual(good);
});

test('what was asked often is overtaken by what is asked now, once that was long ago', () => {
  const asked = after([
    [good, 0],
    [good, 1],
    [good, 2],
  ]);
  expect(first(remember(asked, defects, span, DAY_MS), DAY_MS)).toEqual(good);
  expect(first(remember(asked, defects, span, 10 * DAY_MS), 10 * DAY_MS)).toEqual(defects);
});

test('of a line that was asked for last all is expected that was asked of others in any range', () => {
  const line = (name: string) => [{ field: 'line' as const, in: [name] }];
  const list = after([
    [
      report({ measures: ['good'], dimensions: ['month'], from: '2024-11-18', to: '2025-11-17', filters: line('A') }),
      0,
    ],
    [report({ measures: ['good'], dimensions: ['day'], from: '2025-10-19', to: '2025-11-17', filters: line('A') }), 1],
    [report({ measures: ['yield'], from: '2024-11-18', to: '2025-11-17', filters: line('B') }), 2],
  ]);
  const ofB = report({
    measures: ['good'],
    dimensions: ['day'],
    from: '2025-10-19',
    to: '2025-11-17',
    filters: line('B'),
  });
  expect(expected(list, span, 3)).toContainEqual(ofB);
});

test('each question is expected once, and no search is', () => {
  const list = after([
    [good, 0],
    [{ kind: 'count', question: { filters: [], search: 'L-1' } }, 1],
    [{ kind: 'count', question: { filters: [], search: '' } }, 2],
    [good, 3],
  ]);
  const questions = expected(list, span, 4);
  expect(new Set(questions.map((question) => JSON.stringify(question))).size).toBe(questions.length);
  expect(questions.filter(({ kind }) => kind === 'count')).toEqual([
    { kind: 'count', question: { filters: [], search: '' } },
  ]);
});

test('so many are remembered and no more, the ones that count least are forgotten', () => {
  const many = Array.from({ length: 1_100 }, (_, at): [KeptQuestion, number] => [
    { kind: 'values', question: { field: 'item', search: `X-${at}`, limit: 50 } },
    at,
  ]);
  const list = after([[good, 0], [good, 1], ...many]);
  expect(list.size).toBeLessThanOrEqual(1_000);
  expect(list.size).toBeGreaterThan(800);
  expect(first(list, 2_000)).toEqual(good);
});

test('what is remembered can be written and read again', () => {
  const list = after([
    [good, 0],
    [{ kind: 'count', question: { filters: [], search: '', from: '2024-01-01' } }, 1],
    [{ kind: 'values', question: { field: 'line', search: '', limit: 200 } }, 2],
  ]);
  const text = JSON.stringify([...list.values()]);
  const read = rememberedFrom(JSON.parse(text).map((each: unknown) => rememberedSchema.parse(each)));
  expect(expected(read, span, 3)).toEqual(expected(list, span, 3));
});

test('what was asked last is told with the list that was searched since, if one was', () => {
  const searched: KeptQuestion = { kind: 'values', question: { field: 'item', search: 'X', limit: 10 } };
  const open: KeptQuestion = { kind: 'values', question: { field: 'item', search: '', limit: 10 } };
  const thisMonth = report({ measures: ['good'], from: '2025-11-01', to: '2025-11-17' });
  const tomorrow = { ...span, to: '2025-11-18' };
  const last = askedLast(
    after([
      [defects, 0],
      [thisMonth, 1],
      [searched, 1],
      [open, 2],
    ]),
    tomorrow,
  );
  expect(last.reports).toEqual([{ ...thisMonth.question, to: '2025-11-18' }, defects.question]);
  expect(last.list).toEqual(searched);
  expect(
    askedLast(
      after([
        [searched, 1],
        [good, 2],
      ]),
      span,
    ).list,
  ).toBeNull();
});
