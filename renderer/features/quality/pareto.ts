import type { ParetoRow } from '../../../shared/quality/to-pareto.ts';

/** A column of the Pareto: one reason, or several that stand together. */
export interface ParetoColumn {
  keys: readonly (string | null)[];
  defects: number;
  cumulative: number;
}

/** The first so many reasons by themselves and the rest as one column; one that would stand there alone stands by itself. */
export function leadingRows(rows: readonly ParetoRow[], most: number): ParetoColumn[] {
  const alone = rows.length <= most + 1 ? rows : rows.slice(0, most);
  const rest = rows.slice(alone.length);
  const columns = alone.map(({ key, defects, cumulative }) => ({ keys: [key], defects, cumulative }));
  if (rest.length === 0) return columns;
  const defects = rest.reduce((sum, row) => sum + row.defects, 0);
  return [...columns, { keys: rest.map(({ key }) => key), defects, cumulative: rest.at(-1)?.cumulative ?? 1 }];
}
