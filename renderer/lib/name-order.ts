const collator = new Intl.Collator(undefined, { numeric: true });

/** The order of two names as people count: line 2 comes before line 10. Below 0 where the first comes first. */
export function compareNames(one: string, other: string): number {
  return collator.compare(one, other);
}
