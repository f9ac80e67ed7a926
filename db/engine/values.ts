import type { FilterField } from '../../shared/query/dimensions.ts';
import { compareText, type ReportQuery } from '../../shared/query/report-query.ts';
import { valuesStatement } from '../dialects/sqlite/values.ts';
import { type RollupDefinition, rollups } from '../rollup/definitions.ts';
import type { Engine } from './engine.ts';
import { runReport } from './run-report.ts';

export interface ValueList {
  values: { value: string | null; label: string }[];
  more: boolean;
}

/**
 * The values of a field that contain a text, in order; `more` when the limit cut them. Without a text the list begins
 * with null where records lack the field, as far as a rollup can tell.
 */
export async function readValues(
  engine: Engine,
  input: { field: FilterField; search: string; limit: number },
): Promise<ValueList> {
  const { partitions } = await engine.catalog();
  const asked = input.field === 'lot' ? partitions : partitions.filter(({ kind }) => kind === 'live');
  const statement = valuesStatement(input.field, input.search, input.limit + 1);
  const results = await Promise.all(asked.map(({ file }) => engine.read(file, [statement])));
  const labels = new Map<string, string>();
  for (const { answers } of results) {
    for (const [value, label] of answers[0]?.rows ?? []) labels.set(String(value), String(label));
  }
  const values = [...labels].map(([value, label]) => ({ value, label })).sort((a, b) => compareText(a.value, b.value));
  const missing = input.search === '' && (await isSometimesMissing(engine, input.field));
  return {
    values: [...(missing ? [{ value: null, label: '' }] : []), ...values.slice(0, input.limit)],
    more: values.length > input.limit,
  };
}

/** True where a rollup holds records without the field; fields that none keeps would need a scan of all records. */
async function isSometimesMissing(engine: Engine, field: FilterField): Promise<boolean> {
  const kept = Object.values<RollupDefinition>(rollups).some(
    ({ keys, reason }) => reason === field || keys.some((key) => key === field),
  );
  if (!kept) return false;
  const query: ReportQuery = {
    measures: ['records'],
    dimensions: [field],
    filters: [{ field, in: [null] }],
    orderBy: [],
  };
  const { answer } = await runReport(engine, query);
  return answer.rows.length > 0;
}
