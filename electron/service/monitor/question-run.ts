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

/** What of a run is held in memory. */
export type HeldRun = Pick<QuestionRun, 'at' | 'kind' | 'shape' | 'elapsedMs' | 'source' | 'outcome'>;

const SECOND_LENGTH = '2026-01-31T10:42:07'.length;

/** Reasons that say of a rollup why it could not answer. */
const refusals: readonly PlanReason['code'][] = [
  'lotsAreCounted',
  'mediansAreFound',
  'rollupWithoutReasons',
  'rollupByReason',
  'rollupLacks',
];

/** What is kept of a question: its shape in place of its values. */
export function runOf({ asked, endedAtMs, elapsedMs, outcome, facts }: Observation): QuestionRun {
  const { plan, source, rows, cache } = facts;
  const made = cache === 'fresh' || cache === 'stale' ? null : plan;
  return {
    at: instantOf(endedAtMs),
    kind: asked.kind,
    shape: shapeOf(asked.kind, asked.question),
    elapsedMs,
    waitMs: made?.waitMs ?? 0,
    rows,
    partitions: made?.partitions.filter(({ read }) => read).length ?? 0,
    slices: made?.slices ?? 0,
    source,
    whyNoRollup: source?.of === 'rollup' ? [] : (plan?.reasons.filter(({ code }) => refusals.includes(code)) ?? []),
    cache,
    outcome,
  };
}

let second = { at: Number.NaN, text: '' };

/** An instant in ISO form, of a whole number of milliseconds. Questions come many in a second, whose text is made once. */
function instantOf(atMs: number): string {
  const at = Math.floor(atMs / 1_000);
  if (at !== second.at) second = { at, text: new Date(at * 1_000).toISOString().slice(0, SECOND_LENGTH) };
  return `${second.text}.${String(atMs - at * 1_000).padStart(3, '0')}Z`;
}
