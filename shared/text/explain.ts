import type { RunSource } from '../contract/health.ts';
import type { PlanStep } from '../query/answer.ts';
import type { PartitionReason, PlanReason } from '../query/plan-reasons.ts';
import type { QueryPlanStep } from '../query/query-plan.ts';
import type { RecordsWay } from '../query/records-query.ts';
import { explainEn } from './explain-en.ts';
import { explainKo } from './explain-ko.ts';
import type { Language } from './labels.ts';

/** Words for how an answer was made. */
export interface ExplainWords {
  source(source: RunSource): string;
  reason(reason: PlanReason): string;
  partition(reason: PartitionReason): string;
  /** A step of SQLite's; its own line where nothing is known of it. */
  queryPlan(step: Pick<QueryPlanStep, 'line' | 'means'>): string;
  steps: Record<PlanStep, string>;
  ways: Record<RecordsWay, string>;
}

export const explainWords: Record<Language, ExplainWords> = { en: explainEn, ko: explainKo };
