import { AppError, isAppError } from '../../../shared/lib/app-error.ts';
import type { Answer, PartialAnswer, PlanSummary } from '../../../shared/query/answer.ts';
import type { ReportQuery } from '../../../shared/query/report-query.ts';
import { type Plan, planReport } from '../../planner/plan.ts';
import type { Catalog } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';
import { sameFiles } from '../slices/read-arms.ts';
import { type Reading, readSlices } from '../slices/read-slices.ts';
import { SLICE_SIZES, type SliceSizes } from '../slices/slices.ts';
import { StepClock } from '../step-clock.ts';
import { finishReport } from './finish-report.ts';
import { readFromColumns } from './from-columns.ts';
import { type ReadReport, readFromMemory } from './from-memory.ts';
import { partialTeller } from './partial-answer.ts';

/** Every change of the store costs one new plan; more than a few in one question means that something else is wrong. */
const PLANS_TRIED = 5;
/** After so many plans each file is read in one statement, which no change of its records can divide. */
const PLANS_SLICED = 2;

export interface ReportOptions {
  /** Takes the question back. */
  signal?: AbortSignal | undefined;
  /** Told what is known so far while records are read in slices; the answer is none of them. */
  onPartial?: ((partial: PartialAnswer) => void) | undefined;
  /** How long it may take. */
  limitMs?: number | undefined;
  sizes?: SliceSizes;
}

/**
 * Answers a normalised query: plans it, reads the files side by side, merges. `catalog` is the one it was planned by.
 * Throws CANCELLED soon after the signal aborts, TIME_LIMIT soon after the limit.
 */
export async function runReport(
  engine: Engine,
  query: ReportQuery,
  { signal, onPartial = () => {}, limitMs, sizes = SLICE_SIZES }: ReportOptions = {},
): Promise<{ answer: Answer; catalog: Catalog }> {
  if (limitMs === undefined) return answerReport(engine, query, { signal, onPartial, onSlice: () => {}, sizes });
  const limit = AbortSignal.timeout(limitMs);
  let last: Reading | null = null;
  const onSlice = (reading: Reading) => {
    last = reading;
  };
  try {
    const either = signal ? AbortSignal.any([signal, limit]) : limit;
    return await answerReport(engine, query, { signal: either, onPartial, onSlice, sizes });
  } catch (error) {
    const isLate = limit.aborted && !signal?.aborted && isAppError(error) && error.code === 'CANCELLED';
    throw isLate ? timeLimitReached(limitMs, last) : error;
  }
}

interface AnswerOptions {
  signal: AbortSignal | undefined;
  onPartial: (partial: PartialAnswer) => void;
  onSlice: (reading: Reading) => void;
  sizes: SliceSizes;
}

async function answerReport(
  engine: Engine,
  query: ReportQuery,
  { signal, onPartial, onSlice, sizes }: AnswerOptions,
): Promise<{ answer: Answer; catalog: Catalog }> {
  const clock = new StepClock();
  for (let attempt = 0; attempt < PLANS_TRIED; attempt++) {
    const catalog = await engine.catalog();
    const asOf = new Date().toISOString();
    const plan = planReport(query, catalog);
    const tell = partialTeller(plan, catalog, onPartial);
    const read =
      readFromMemory(engine.rollups, plan, catalog, clock) ??
      (await readFromColumns(engine, plan, catalog, clock, signal)) ??
      (await fromFiles(engine, plan, catalog, {
        clock,
        signal,
        sizes: attempt < PLANS_SLICED ? sizes : { ...sizes, wholeUpTo: Number.POSITIVE_INFINITY },
        onSlice: (reading) => {
          onSlice(reading);
          tell(reading);
        },
      }));
    if (read === null) {
      engine.forgetCatalog();
      continue;
    }
    return {
      answer: { ...read.merged, asOf, plan: summarize(plan, read, clock), elapsedMs: clock.elapsedMs },
      catalog,
    };
  }
  throw new Error('The store kept changing while the question was asked.');
}

async function fromFiles(
  engine: Engine,
  plan: Plan,
  catalog: Catalog,
  options: Parameters<typeof readSlices>[3],
): Promise<ReadReport | null> {
  const { clock } = options;
  clock.end('plan');
  const reading = await readSlices(engine, plan, catalog, options);
  if (reading === null || !(await sameFiles(engine, plan, catalog))) return null;
  clock.end('read');
  const merged = finishReport(plan, reading.merger.groups(), catalog.units);
  clock.end('finish');
  return {
    merged,
    statements: reading.statements,
    source:
      plan.rollup === null
        ? { of: 'records', index: plan.index, slices: reading.sliced ? reading.slices : null }
        : { of: 'rollup', rollup: plan.rollup, in: 'files' },
    reasons: plan.indexReason === null ? [] : [plan.indexReason],
    recordsRead: plan.rollup === null ? reading.recordsRead : 0,
  };
}

function timeLimitReached(limitMs: number, reading: Reading | null): AppError {
  const count = (records: number) => records.toLocaleString('en');
  const read = reading
    ? `${count(reading.recordsRead)} of ${count(reading.recordsTotal)} records were`
    : 'No record was';
  return new AppError(
    'TIME_LIMIT',
    `The question was stopped at its time limit of ${limitMs / 1_000} s. ${read} read by then; nothing was changed. Ask about fewer days, or allow it more time.`,
  );
}

function summarize(plan: Plan, read: ReadReport, clock: StepClock): PlanSummary {
  const partitions = plan.arms.map(({ partition }) => ({
    name: partition.name,
    read: true,
    reason: { code: 'inRange' as const },
  }));
  const skipped = plan.skipped.map(({ partition, reason }) => ({ name: partition.name, read: false, reason }));
  return {
    partitions: [...partitions, ...skipped],
    flaws: plan.flaws.map(({ partition, reason }) => ({ name: partition.name, reason })),
    source: read.source,
    reasons: [...plan.reasons, ...read.reasons],
    statements: read.statements,
    slices: clock.pieces,
    recordsRead: read.recordsRead,
    waitMs: clock.waitMs,
    steps: clock.steps(),
  };
}
