import type { FilterField } from '../../shared/query/dimensions.ts';
import { compareText } from '../../shared/query/report-query.ts';
import { valuesStatement } from '../dialects/sqlite/values.ts';
import type { Engine } from './engine.ts';

export interface ValueList {
  values: { value: string | null; label: string }[];
  more: boolean;
}

/** The values of a field that contain a text, in order; `more` when the limit cut them. */
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
  return { values: values.slice(0, input.limit), more: values.length > input.limit };
}
