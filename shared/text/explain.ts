import type { PlanStep } from '../query/answer.ts';
import type { AnswerSource, PartitionReason, PlanReason } from '../query/plan-reasons.ts';
import { explainEn } from './explain-en.ts';
import { explainKo } from './explain-ko.ts';
import type { Language } from './labels.ts';

/** Words for how an answer was made. */
export interface ExplainWords {
  source(source: AnswerSource): string;
  reason(reason: PlanReason): string;
  partition(reason: PartitionReason): string;
  steps: Record<PlanStep, string>;
}

export const explainWords: Record<Language, ExplainWords> = { en: explainEn, ko: explainKo };
