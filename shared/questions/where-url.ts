import {
  type ConditionField,
  conditionFields,
  type RecordCondition,
  readCondition,
  writeCondition,
} from '../query/record-conditions.ts';

const PREFIX = 'w.';

/** The conditions on single records that an address holds, at most one a field; what it does not understand is left out. */
export function readWhere(params: URLSearchParams): RecordCondition[] {
  return conditionFields.flatMap((field) => {
    const written = params.get(PREFIX + field);
    const condition = written === null ? null : readCondition(field, written);
    return condition ?? [];
  });
}

/** The address with these conditions in the place of those it holds: what `readWhere` reads back. */
export function writeWhere(where: readonly RecordCondition[], kept: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams([...kept].filter(([name]) => !name.startsWith(PREFIX)));
  for (const condition of where) params.set(PREFIX + condition.field, writeCondition(condition));
  return params;
}

/** The conditions with another on a field in the place of the one before, or without any on it where that is null. */
export function withCondition(
  where: readonly RecordCondition[],
  field: ConditionField,
  condition: RecordCondition | null,
): RecordCondition[] {
  const others = where.filter((each) => each.field !== field);
  return condition ? [...others, condition] : others;
}
