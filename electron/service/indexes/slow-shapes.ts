import type { SlowQuestion as Tried } from '../../../db/indexes/candidates.ts';
import type { SlowQuestion } from '../../../shared/contract/health.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { Question } from '../monitor/question-run.ts';

/** Each is tried with every candidate. */
const MOST_SHAPES = 5;

/**
 * The shapes that an index may help: those whose slow answers were read from records, or of which it is not told, by the time
 * they took together.
 */
export function shapesToHelp(slow: readonly Pick<SlowQuestion, 'kind' | 'shape' | 'elapsedMs' | 'source'>[]): string[] {
  const times = new Map<string, number>();
  for (const { kind, shape, elapsedMs, source } of slow) {
    const mayRead = source === null ? kind === 'page' || kind === 'count' : source.of === 'records';
    if (mayRead) times.set(shape, (times.get(shape) ?? 0) + elapsedMs);
  }
  const bySlowness = [...times].sort(([, a], [, b]) => b - a);
  return bySlowness.slice(0, MOST_SHAPES).map(([shape]) => shape);
}

/** A question as it can be tried; null for one that no index made by advice can help. */
export function questionToTry(shape: string, { kind, question }: Question): Tried | null {
  switch (kind) {
    case 'report':
      return { kind, shape, query: parseReportQuery(question) };
    case 'count': {
      const { from, to, filters, search } = question;
      if (search !== '') return null;
      const query = parseReportQuery({ measures: ['records'], dimensions: ['day'], from, to, filters });
      return { kind: 'report', shape, query };
    }
    case 'page':
      return question.search === '' ? { kind, shape, query: question } : null;
    case 'values':
      return null;
  }
}
