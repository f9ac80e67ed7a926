import type { FilterField } from '../../../shared/query/dimensions.ts';
import { compareText, type ReportQuery } from '../../../shared/query/report-query.ts';
import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import { lotsByPrefixStatement, valuesStatement } from '../../dialects/sqlite/values.ts';
import { type RollupDefinition, rollups } from '../../rollup/definitions.ts';
import { runReport } from '../answers/run-report.ts';
import type { Engine } from '../engine.ts';

export interface ValueList {
  values: { value: string | null; label: string }[];
  more: boolean;
}

/**
 * The values of a field that contain a text, in order, lots that begin with it before the others; `more` when the limit
 * cut them. Without a text the list begins with null where records lack the field, as far as a rollup can tell. Throws
 * CANCELLED soon after the signal aborts.
 */
export async function readValues(
  engine: Engine,
  input: { field: FilterField; search: string; limit: number },
  signal?: AbortSignal,
): Promise<ValueList> {
  const { field, search, limit } = input;
  const labels = new Map<string, string>();
  if (field === 'lot' && search !== '')
    await collect(engine, field, lotsByPrefixStatement(search, limit + 1), { labels, signal });
  if (labels.size <= limit) await collect(engine, field, valuesStatement(field, search, limit + 1), { labels, signal });
  const values = [...labels].map(([value, label]) => ({ value, label }));
  const missing = search === '' && (await isSometimesMissing(engine, field, signal));
  return {
    values: [...(missing ? [{ value: null, label: '' }] : []), ...values.slice(0, limit)],
    more: values.length > limit,
  };
}

/** Adds what a statement finds to the values found before, in order; dictionaries are whole in the live file, lots are not. */
async function collect(
  engine: Engine,
  field: FilterField,
  statement: SqlStatement,
  { labels, signal }: { labels: Map<string, string>; signal: AbortSignal | undefined },
): Promise<void> {
  const { partitions } = await engine.catalog();
  const asked = field === 'lot' ? partitions : partitions.filter(({ kind }) => kind === 'live');
  const results = await Promise.all(asked.map(({ file }) => engine.read(file, [statement], { signal })));
  const found = results.flatMap(({ answers }) => answers[0]?.rows ?? []).map((row) => row.map(String));
  found.sort(([a = ''], [b = '']) => compareText(a, b));
  for (const [value = '', label = ''] of found) if (!labels.has(value)) labels.set(value, label);
}

/** True where a rollup holds records without the field; fields that none keeps would need a scan of all records. */
async function isSometimesMissing(
  engine: Engine,
  field: FilterField,
  signal: AbortSignal | undefined,
): Promise<boolean> {
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
  const { answer } = await runReport(engine, query, { signal });
  return answer.rows.length > 0;
}
