import type { SlowQuestion as Tried } from '../../../db/indexes/candidates.ts';
import type { QuestionRun } from '../../../shared/contract/health.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { Question } from '../monitor/question-run.ts';

/** Each is tried with every candidate. */
const MOST_SHAPES = 5;

/** What of a recorded run is looked at. */
export type Run = Pick<QuestionRun, 'kind' | 'shape' | 'elapsedMs' | 'source'>;

/**
 * The shapes that an index may help, by the time they took together: those whose slow answers were read from records, or of which
 * it is not told. What memory answered the last time, of all runs, was slow only until that was loaded.
 */
export function shapesToHelp(slow: readonly Run[], runs: readonly Run[]): string[] {
  const latest = new Map(runs.map((run) => [run.shape, run]));
  const times = new Map<string, number>();
  for (const run of slow) {
    const { shape, elapsedMs } = run;
    if (mayReadRecords(run) && mayReadRecords(latest.get(shape) ?? run))
      times.set(shape, (times.get(shape) ?? 0) + elapsedMs);
  }
  const bySlowness = [...times].sort(([, a], [, b]) => b - a);
  return bySlowness.slice(0, MOST_SHAPES).map(([shape]) => shape);
}

function mayReadRecords({ kind, source }: Run): boolean {
  if (source?.of === 'page') return source.way === 'inOrder' || source.way === 'oneByOne';
  return source === null ? kind === 'page' || kind === 'count' : source.of === 'records';
}

/** A question as it can be tried; null for one that no index made by advice can help. */
export function questionToTry(shape: string, { kind, question }: Question): Tried | null {
  switch (kind) {
    case 'report':
      return { kind, shape, query: parseReportQuery(question) };
    case 'count': {
      const { from, to, filters, where, search } = question;
      if (search !== '') return null;
      const query = parseReportQuery({ measures: ['records'], dimensions: ['day'], from, to, filters, where });
      return { kind: 'report', shape, query };
    }
    case 'page':
      return question.search === '' ? { kind, shape, query: question } : null;
    case 'values':
    case 'lots':
      return null;
  }
}
