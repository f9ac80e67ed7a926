/**
 * What this person's windows ask, to be computed before it is asked again. Pure.
 * 1. A question counts by how often and how lately it was asked: each time is worth half as much a few days later.
 * 2. Ranges are remembered as they were meant, so that 'the last thirty days' are asked of tomorrow's records tomorrow.
 * 3. Who looks at a line, an item or a shift asks of it what he asks of the others: of the filters that were asked last, all
 *    is expected that was asked in any range before.
 */
import { z } from 'zod';
import { recordsScopeSchema } from '../../../shared/query/records-query.ts';
import { filterFieldName, parseReportQuery, reportQuerySchema } from '../../../shared/query/report-query.ts';
import type { Questions } from '../monitor/shape.ts';
import { type AskedRange, askedRange, datesOfAskedRange, type Span } from './asked-range.ts';

/** A question whose answer is kept. */
export type KeptQuestion = { [Kind in 'report' | 'count' | 'values']: { kind: Kind; question: Questions[Kind] } }[
  | 'report'
  | 'count'
  | 'values'];

const weight = { range: z.string().max(50), score: z.number(), atMs: z.number() };

/** A question without its dates, with what they meant and what it counts for. */
export const rememberedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('report'), question: reportQuerySchema.omit({ from: true, to: true }), ...weight }),
  z.object({ kind: z.literal('count'), question: recordsScopeSchema.omit({ from: true, to: true }), ...weight }),
  z.object({
    kind: z.literal('values'),
    question: z.object({ field: filterFieldName, search: z.string().max(200), limit: z.int().min(1) }),
    ...weight,
  }),
]);
export type Remembered = z.infer<typeof rememberedSchema>;

const HALF_LIFE_MS = 3 * 24 * 60 * 60 * 1_000;
const MOST_REMEMBERED = 1_000;
/** Making room takes an order of all, and so is done for many at once. */
const ROOM = 100;

/** What is remembered, by what it asks. */
export type RememberedQuestions = ReadonlyMap<string, Remembered>;

/** What was read from a file. */
export function rememberedFrom(list: readonly Remembered[]): RememberedQuestions {
  return new Map(list.map((each) => [keyOf(each), each]));
}

/** The same with a question that was asked now; those that count least make room. What is sought by a text or by conditions is hardly asked twice. */
export function remember(
  questions: RememberedQuestions,
  asked: KeptQuestion,
  span: Span,
  nowMs: number,
): RememberedQuestions {
  if (asked.kind === 'count' && asked.question.search !== '') return questions;
  if (asked.kind !== 'values' && asked.question.where?.length) return questions;
  const fresh = withoutDates(asked, span, nowMs);
  const key = keyOf(fresh);
  const before = questions.get(key);
  const score = before ? scoreAt(before, nowMs) + 1 : 1;
  const next = new Map(questions).set(key, { ...fresh, score });
  return next.size <= MOST_REMEMBERED ? next : rememberedFrom(byScore(next, nowMs).slice(0, MOST_REMEMBERED - ROOM));
}

/** What is likely asked next, the likeliest first, each once. */
export function expected(questions: RememberedQuestions, span: Span, nowMs: number): KeptQuestion[] {
  const ranked = byScore(questions, nowMs);
  const likely = [...ranked, ...withLatestFilters(ranked)];
  return [...new Map(likely.map((each) => [keyOf(each), each])).values()].map((each) => withDates(each, span));
}

/** Filters that were asked last, and so many of the questions that may be asked of each. */
const FILTERS_EXPECTED = 3;
const QUESTIONS_EXPECTED = 60;

function withLatestFilters(ranked: readonly Remembered[]): Remembered[] {
  const reports = ranked.filter((each) => each.kind === 'report');
  const latest = reports.toSorted((a, b) => b.atMs - a.atMs).map(({ question }) => question.filters);
  const filters = [...new Map(latest.map((each) => [JSON.stringify(each), each])).values()].slice(0, FILTERS_EXPECTED);
  const asked = [...new Map(reports.map((each) => [keyOf(unfiltered(each)), each])).values()].slice(
    0,
    QUESTIONS_EXPECTED,
  );
  return filters.flatMap((each) =>
    asked.map((report) => ({ ...report, question: { ...report.question, filters: each } })),
  );
}

function unfiltered(report: Extract<Remembered, { kind: 'report' }>): Remembered {
  return { ...report, question: { ...report.question, filters: [] } };
}

/** More than these are not what one is at now. */
const LAST_ASKED = 60;

/** What was asked last, the latest first, each as it would be asked now. */
export interface AskedLast {
  reports: Questions['report'][];
  /** The list of values that was searched since the last of them, null where none was. */
  list: KeptQuestion | null;
}

export function askedLast(questions: RememberedQuestions, span: Span): AskedLast {
  const latest = [...questions.values()].sort((a, b) => b.atMs - a.atMs);
  const reports = latest.filter((each) => each.kind === 'report').slice(0, LAST_ASKED);
  const list = latest.find((each) => each.kind === 'values' && each.question.search !== '');
  return {
    reports: reports.flatMap((each) => {
      const question = withDates(each, span);
      return question.kind === 'report' ? [question.question] : [];
    }),
    list: list && list.atMs >= (reports[0]?.atMs ?? 0) ? withDates(list, span) : null,
  };
}

function withoutDates(asked: KeptQuestion, span: Span, nowMs: number): Remembered {
  const counted = { score: 1, atMs: nowMs };
  if (asked.kind === 'values') return { kind: 'values', question: asked.question, range: '', ...counted };
  if (asked.kind === 'report') {
    const { from, to, ...question } = parseReportQuery(asked.question);
    return { kind: 'report', question, range: askedRange({ from, to } as Partial<Span>, span), ...counted };
  }
  const { from, to, ...question } = asked.question;
  return { kind: 'count', question, range: askedRange({ from, to } as Partial<Span>, span), ...counted };
}

function withDates(remembered: Remembered, span: Span): KeptQuestion {
  switch (remembered.kind) {
    case 'values':
      return { kind: 'values', question: remembered.question };
    case 'report':
      return { kind: 'report', question: { ...remembered.question, ...datesOfAskedRange(remembered.range, span) } };
    case 'count':
      return { kind: 'count', question: { ...remembered.question, ...datesOfAskedRange(remembered.range, span) } };
  }
}

function scoreAt({ score, atMs }: Remembered, nowMs: number): number {
  return score * 0.5 ** (Math.max(0, nowMs - atMs) / HALF_LIFE_MS);
}

function byScore(questions: RememberedQuestions, nowMs: number): Remembered[] {
  return [...questions.values()].sort((a, b) => scoreAt(b, nowMs) - scoreAt(a, nowMs));
}

function keyOf({ kind, question, range }: { kind: string; question: object; range: AskedRange }): string {
  return JSON.stringify([kind, question, range]);
}
