import type { QuestionKind, QuestionRun, RunSource } from '../../../shared/contract/health.ts';
import type { PlanSummary } from '../../../shared/query/answer.ts';
import type { PlanReason } from '../../../shared/query/plan-reasons.ts';
import { type Questions, shapeOf } from './shape.ts';

/** A question of some kind. */
export type Question = { [Kind in QuestionKind]: { kind: Kind; question: Questions[Kind] } }[QuestionKind];

/** What an answer tells of how it was made, as far as it tells it. */
export interface AnswerFacts {
  rows: number;
  cache: QuestionRun['cache'];
  source: RunSource | null;
  plan: PlanSummary | null;
}

/** What was seen of a question, as it is while it is asked: with its values, and in memory alone. */
export interface Observation {
  asked: Question;
  /** When it ended, milliseconds of the day's clock. */
  endedAtMs: number;
  elapsedMs: number;
  outcome: QuestionRun['outcome'];
  facts: AnswerFacts;
}

/** What runs that are alike have in common: all but when they ended, how long they took and how much they were. */
export type RunTraits = Pick<QuestionRun, 'kind' | 'shape' | 'source' | 'whyNoRollup' | 'cache' | 'outcome'>;

/** What each run has for itself; `atMs` is when it ended, of the day's clock. */
export interface RunFigures extends Pick<QuestionRun, 'elapsedMs' | 'waitMs' | 'rows' | 'partitions' | 'slices'> {
  atMs: number;
}

const PER_MILLISECOND = 1_000;

/** Reasons that say of a rollup why it could not answer. */
const refusals: readonly PlanReason['code'][] = [
  'lotsAreCounted',
  'mediansAreFound',
  'recordsAreLookedAt',
  'rollupWithoutReasons',
  'rollupByReason',
  'rollupLacks',
];

/** What is kept of a question in words: its shape in place of its values. */
export function traitsOf({ asked, outcome, facts: { plan, source, cache } }: Observation): RunTraits {
  return {
    kind: asked.kind,
    shape: shapeOf(asked.kind, asked.question),
    source,
    whyNoRollup: source?.of === 'rollup' ? [] : (plan?.reasons.filter(({ code }) => refusals.includes(code)) ?? []),
    cache,
    outcome,
  };
}

/** What is kept of a question in numbers; times to a microsecond, as more digits only make the file longer. */
export function figuresOf({ endedAtMs, elapsedMs, facts: { plan, rows, cache } }: Observation): RunFigures {
  const made = cache === 'fresh' || cache === 'stale' ? null : plan;
  return {
    atMs: endedAtMs,
    elapsedMs: toMicroseconds(elapsedMs),
    waitMs: toMicroseconds(made?.waitMs ?? 0),
    rows,
    partitions: made?.partitions.filter(({ read }) => read).length ?? 0,
    slices: made?.slices ?? 0,
  };
}

export function runOf(traits: RunTraits, { atMs, ...figures }: RunFigures): QuestionRun {
  return { at: new Date(atMs).toISOString(), ...traits, ...figures };
}

function toMicroseconds(ms: number): number {
  return Math.round(ms * PER_MILLISECOND) / PER_MILLISECOND;
}
