import { basename } from 'node:path';
import { runReport } from '../../../db/engine/answers/run-report.ts';
import type { Engine } from '../../../db/engine/engine.ts';
import { readValues } from '../../../db/engine/pages/values.ts';
import type { Progress } from '../../../db/engine/threads/tasks.ts';
import { planReport } from '../../../db/planner/plan.ts';
import type { Specification } from '../../../shared/contract/specifications.ts';
import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { type DateRange, wholePeriods } from '../../../shared/domain/range.ts';
import { AppError, isAppError } from '../../../shared/lib/app-error.ts';
import { specificationsOf } from '../../../shared/quality/specification.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { agree, type CheckTotal, checkTotals, wholeOf } from '../../../shared/query/check-totals.ts';
import { normalizeQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import type { Comparison } from '../../../shared/questions/explore/comparison.ts';
import { type ComparisonObstacle, obstacleToComparison } from '../../../shared/questions/explore/obstacle.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import type { Language } from '../../../shared/text/labels.ts';
import { Specifications } from '../specifications.ts';
import { type ComparedRows, comparedQuestion, compareRows } from './compared-rows.ts';

/** A question, and what its numbers are compared with. */
export interface Asking {
  query: ReportQuery;
  comparison?: Comparison | undefined;
}

/** A question with all that a file about it tells. */
export interface AskedReport {
  query: ReportQuery;
  answer: Answer;
  totals: CheckTotal[];
  /** Its dates, those of the store where it has none of its own; null where there is no record. */
  dates: DateRange | null;
  /** What its numbers are compared with, a number for each row of the answer; null where nothing was to be compared. */
  compared: ComparedRows | null;
  /** Why it was not compared though it was to be; `first` is the first day that has records. */
  notCompared?: { obstacle: ComparisonObstacle; first: string };
  /** Names of items by their codes, where they have one. */
  itemNames: ReadonlyMap<string, string>;
  storeName: string;
  /** What is asked of the measures, where it is kept. */
  specifications: Specification[];
  warnings: string[];
}

/** An import between the question and its totals makes them differ; more than a few in a row means that something else is wrong. */
const TIMES_ASKED = 5;

/** More than any plant makes. */
const MOST_ITEMS = 1_000_000;

/** Asks a question, what it is compared with, and the totals of both, of one moment. Throws CANCELLED soon after the signal aborts. */
export async function askReport(
  engine: Engine,
  { query: asked, comparison }: Asking,
  language: Language,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<AskedReport> {
  const { withSums: _, ...plain } = asked; // a file shows measures; the sums behind them are for screens
  const query = normalizeQuery(plain);
  const onPartial = ({ recordsRead, recordsTotal }: { recordsRead: number; recordsTotal: number }) =>
    onProgress({ phase: 'reading', done: recordsRead, total: recordsTotal, unit: 'records' });
  const ask = async (question: ReportQuery) => (await runReport(engine, question, { signal, onPartial })).answer;
  for (let time = 0; time < TIMES_ASKED; time++) {
    const store = await datesOfStore(engine);
    const dates = store && { from: query.from ?? store.from, to: query.to ?? store.to };
    const beside = comparison && dates ? besideOf(query, comparison, dates, store) : null;
    const answer = await ask(query);
    const totals = checkTotals(query, answer, await ask(normalizeQuery(wholeOf(query))));
    if (!agree(totals)) continue;
    let compared: ComparedRows | null = null;
    if (beside?.question) {
      const { question, scope } = beside;
      const there = await ask(question.query);
      const whole = await ask(normalizeQuery(question.whole));
      if (!agree(checkTotals(question.query, there, whole))) continue;
      compared = compareRows(query, answer, question, { there, whole }, scope);
    }
    const itemNames =
      query.dimensions.includes('item') || (comparison?.with === 'value' && comparison.field === 'item')
        ? await namesOfItems(engine, signal)
        : new Map<string, string>();
    const limits = await allSpecifications(engine);
    return {
      query,
      answer: compared ? { ...answer, rows: compared.rows, groups: answer.groups + compared.onlyThere } : answer,
      totals,
      dates,
      compared,
      ...(beside?.obstacle && { notCompared: { obstacle: beside.obstacle, first: beside.first } }),
      itemNames,
      storeName: basename(engine.folder.root),
      specifications: specificationsFor(limits.kept, query, answer),
      warnings: [...(await warningsIn(engine, query, language)), ...limits.warnings],
    };
  }
  throw new AppError(
    'UNEXPECTED',
    'The rows do not add up to their total, as records kept changing meanwhile. Nothing was written; export again.',
  );
}

/** What a question over some dates is compared with, or why it cannot be; `first` is the first day that has records. */
function besideOf(query: ReportQuery, comparison: Comparison, scope: DateRange, store: DateRange) {
  const { dimensions, measures, filters } = query;
  const { from: first, to: last } = store;
  const asked = { by: dimensions, measures };
  const obstacle = obstacleToComparison(comparison, asked, { ...scope, filters }, { first, last });
  const question = obstacle === null ? comparedQuestion(query, comparison, scope, last) : null;
  return { scope, obstacle, question, first };
}

/** The days that the records of a store are of, both included, and the period that each is of. */
export interface StoreDates extends DateRange {
  recordedBy: PeriodGrain;
}

/** The first and the last day that records are of; null where there is none. */
export async function datesOfStore(engine: Engine): Promise<StoreDates | null> {
  const status = await engine.ask('status', { folder: engine.folder, thisYear: new Date().getFullYear() });
  const { firstDate, lastDate, recordedBy } = status;
  if (firstDate === null || lastDate === null) return null;
  return { ...wholePeriods({ from: firstDate, to: lastDate }, recordedBy), recordedBy };
}

async function namesOfItems(engine: Engine, signal: AbortSignal): Promise<Map<string, string>> {
  const { values } = await readValues(engine, { field: 'item', search: '', limit: MOST_ITEMS }, signal);
  return new Map(
    values.flatMap(({ value, label }): [string, string][] =>
      value === null || label === value || label === '' ? [] : [[value, label]],
    ),
  );
}

/** All limits that are kept; a file of them that cannot be read is worth knowing, and stops no report. */
export async function allSpecifications(engine: Engine): Promise<{ kept: Specification[]; warnings: string[] }> {
  try {
    return { kept: await new Specifications(engine.folder.specifications).list(), warnings: [] };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { kept: [], warnings: [error.message] };
  }
}

/** Those of the limits that hold for something a report shows. */
function specificationsFor(
  kept: readonly Specification[],
  { measures, from, to, filters, dimensions }: ReportQuery,
  { columns, rows }: Answer,
): Specification[] {
  const among = (dimension: 'item' | 'line'): Set<string> | null => {
    const at = columns.findIndex(({ name }) => name === dimension);
    return dimensions.includes(dimension) ? new Set(rows.map((row) => String(row[at] ?? ''))) : null;
  };
  return specificationsOf(kept, { measures, from, to, filters, items: among('item'), lines: among('line') });
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
