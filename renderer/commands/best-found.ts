import { compareNames } from '../lib/name-order.ts';

/** A value of a field with the name that it is shown by. */
export interface FoundValue {
  value: string;
  label: string;
}

/** Of each field; who sees no more than these goes on typing. */
export const MOST_FOUND = 6;

/**
 * The values whose code or name holds a text, whatever the case: first the one that it is, then those that begin with it, each in the
 * order of their names. 'Not recorded' has no name to be found by.
 */
export function bestFound(values: readonly { value: string | null; label: string }[], sought: string): FoundValue[] {
  const text = sought.toLowerCase();
  const places = values.flatMap(({ value, label }) => {
    if (value === null) return [];
    const names = [value.toLowerCase(), label.toLowerCase()];
    const rank = names.includes(text)
      ? 0
      : names.some((name) => name.startsWith(text))
        ? 1
        : names.some((name) => name.includes(text))
          ? 2
          : null;
    return rank === null ? [] : [{ rank, found: { value, label } }];
  });
  return places
    .sort((one, other) => one.rank - other.rank || compareNames(one.found.label, other.found.label))
    .slice(0, MOST_FOUND)
    .map(({ found }) => found);
}
