import type { FilterField } from '../../../shared/query/dimensions.ts';
import { filterFields } from '../../../shared/query/dimensions.ts';
import type { ReportQuery } from '../../../shared/query/report-query.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { OtherValues } from './neighbours.ts';
import type { KeptQuestion } from './remembered-questions.ts';

/**
 * The values that one who asked these questions has before his eyes: those of a list, and of charts by one field. Mostly from memory,
 * as they were asked; throws what computing throws.
 */
export async function valuesInSight(
  cache: AnswerCache,
  questions: readonly KeptQuestion[],
  signal: AbortSignal,
): Promise<OtherValues> {
  const seen = new Map<FilterField, Set<string>>();
  for (const each of questions) {
    const field = fieldOf(each);
    if (field === null) continue;
    const values = seen.get(field) ?? new Set();
    for (const value of await valuesOf(cache, each, signal)) if (typeof value === 'string') values.add(value);
    seen.set(field, values);
  }
  return new Map([...seen].map(([field, values]) => [field, [...values]]));
}

/** The field whose values the answer shows; null where it shows none, or more than one. */
function fieldOf({ kind, question }: KeptQuestion): FilterField | null {
  if (kind === 'values') return question.field;
  if (kind !== 'report') return null;
  const [only, ...others] = question.dimensions;
  return others.length === 0 ? (filterFields.find((field) => field === only) ?? null) : null;
}

async function valuesOf(cache: AnswerCache, { kind, question }: KeptQuestion, signal: AbortSignal) {
  const asker = { signal, counted: false };
  if (kind === 'values') return (await cache.values.get(question, asker)).value.values.map(({ value }) => value);
  const { value } = await cache.reports.get(question as ReportQuery, asker);
  return value.rows.map(([first]) => first);
}
