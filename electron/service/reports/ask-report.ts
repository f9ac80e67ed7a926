import { basename } from 'node:path';
import type { Engine } from '../../../db/engine/engine.ts';
import { runReport } from '../../../db/engine/run-report.ts';
import type { Progress } from '../../../db/engine/tasks.ts';
import { readValues } from '../../../db/engine/values.ts';
import { planReport } from '../../../db/planner/plan.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { agree, type CheckTotal, checkTotals, wholeOf } from '../../../shared/query/check-totals.ts';
import { normalizeQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import type { Language } from '../../../shared/text/labels.ts';

/** A question with all that a file about it tells. */
export interface AskedReport {
  query: ReportQuery;
  answer: Answer;
  totals: CheckTotal[];
  /** Names of items by their codes, where they have one. */
  itemNames: ReadonlyMap<string, string>;
  storeName: string;
  warnings: string[];
}

/** An import between the question and its totals makes them differ; more than a few in a row means that something else is wrong. */
const TIMES_ASKED = 5;

/** More than any plant makes. */
const MOST_ITEMS = 1_000_000;

/** Asks a question and its totals, of one moment. Throws CANCELLED soon after the signal aborts. */
export async function askReport(
  engine: Engine,
  asked: ReportQuery,
  language: Language,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<AskedReport> {
  const { withSums: _, ...plain } = asked; // a file shows measures; the sums behind them are for screens
  const query = normalizeQuery(plain);
  const onPartial = ({ recordsRead, recordsTotal }: { recordsRead: number; recordsTotal: number }) =>
    onProgress({ phase: 'reading', done: recordsRead, total: recordsTotal, unit: 'records' });
  for (let time = 0; time < TIMES_ASKED; time++) {
    const { answer } = await runReport(engine, query, { signal, onPartial });
    const whole = await runReport(engine, normalizeQuery(wholeOf(query)), { signal, onPartial });
    const totals = checkTotals(query, answer, whole.answer);
    if (!agree(totals)) continue;
    const itemNames = query.dimensions.includes('item')
      ? await namesOfItems(engine, signal)
      : new Map<string, string>();
    return {
      query,
      answer,
      totals,
      itemNames,
      storeName: basename(engine.folder.root),
      warnings: await warningsIn(engine, query, language),
    };
  }
  throw new AppError(
    'UNEXPECTED',
    'The rows do not add up to their total, as records kept changing meanwhile. Nothing was written; export again.',
  );
}

async function namesOfItems(engine: Engine, signal: AbortSignal): Promise<Map<string, string>> {
  const { values } = await readValues(engine, { field: 'item', search: '', limit: MOST_ITEMS }, signal);
  return new Map(
    values.flatMap(({ value, label }): [string, string][] =>
      value === null || label === value || label === '' ? [] : [[value, label]],
    ),
  );
}

/** What no row can tell of: the files of the range that cannot be read, and those in doubt, in words. */
export async function warningsIn(
  engine: Engine,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  language: Language,
): Promise<string[]> {
  const query: ReportQuery = { measures: ['records'], dimensions: [], from, to, filters: [], orderBy: [] };
  const { skipped, flaws } = planReport(query, await engine.catalog());
  return [...skipped.filter(({ reason }) => reason.code === 'setAside'), ...flaws].map(
    ({ partition, reason }) =>
      `${partition.name}${language === 'en' ? ' is ' : ': '}${explainWords[language].partition(reason)}`,
  );
}
