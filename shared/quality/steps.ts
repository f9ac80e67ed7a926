import { rolledYield } from '../domain/spc/capability.ts';
import type { AnswerRow } from '../query/answer-rows.ts';
import type { ReportQueryInput } from '../query/report-query.ts';
import type { ChartScope } from '../questions/chart-scope.ts';

/** The yield of each line over a scope. Steps are lines: a filter on lines would leave some of those chosen without a yield. */
export function buildStepsQuery({ from, to, filters }: ChartScope, chosen: readonly string[]): ReportQueryInput {
  return {
    measures: ['firstPassYield', 'yield', 'total'],
    dimensions: ['line'],
    from,
    to,
    filters: filters.filter(({ field }) => field !== 'line' || chosen.length === 0),
  };
}

/** A step with how much passes it at the first try; without rework that is recorded its plain yield stands in. */
export interface Step {
  line: string;
  units: number | null;
  passed: number | null;
  isPlainYield: boolean;
  /** Over this step and all before it; null where one of them has no yield, or none was chosen. */
  rolled: number | null;
}

/** The chosen lines as steps in their order, or every line that has a yield where none is chosen. */
export function toSteps(rows: readonly AnswerRow[], chosen: readonly string[]): Step[] {
  const byLine = new Map(rows.map(({ key, values }) => [key, values]));
  const known = rows.flatMap(({ key, values }) => (key !== null && values.yield != null ? key : []));
  const lines = chosen.length > 0 ? chosen : known;
  const steps = lines.map((line) => {
    const values = byLine.get(line);
    const firstPass = values?.firstPassYield ?? null;
    const passed = firstPass ?? values?.yield ?? null;
    return { line, units: values?.total ?? null, passed, isPlainYield: firstPass === null && passed !== null };
  });
  return steps.map((step, at) => ({
    ...step,
    rolled: chosen.length > 0 ? rolledYield(steps.slice(0, at + 1).map(({ passed }) => passed)) : null,
  }));
}
