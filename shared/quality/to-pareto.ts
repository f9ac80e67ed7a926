import type { AnswerRow } from '../query/answer-rows.ts';

/** A reason of a Pareto: its share of all defects, and the share of it and all larger ones. */
export interface ParetoRow {
  key: string | null;
  defects: number;
  share: number;
  cumulative: number;
}

/** The reasons with the largest first; what has no reason comes last. Reasons without defects are left out. */
export function toPareto(rows: readonly AnswerRow[]): ParetoRow[] {
  const known = rows
    .map(({ key, values }) => ({ key, defects: values.defects ?? 0 }))
    .filter(({ defects }) => defects > 0)
    .sort((a, b) => Number(a.key === null) - Number(b.key === null) || b.defects - a.defects);
  const total = known.reduce((sum, { defects }) => sum + defects, 0);
  let sum = 0;
  return known.map((row) => {
    sum += row.defects;
    return { ...row, share: row.defects / total, cumulative: sum / total };
  });
}
