import { rolledYield } from '../../../shared/domain/spc/capability.ts';
import type { AnswerRow } from '../../charts/answer-rows.ts';

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
