const DAY_AND_MONTH = /^(DD?|MM?)([^YMDHhms]*)(DD?|MM?)(?![MDo])(.*)$/s;

/** A date format with day and month the other way round; null for one that does not begin with both as numbers. */
export function otherOrderOf(format: string): string | null {
  const [, first = '', between = '', second = '', rest = ''] = DAY_AND_MONTH.exec(format) ?? [];
  return first[0] === second[0] ? null : `${second}${between}${first}${rest}`;
}
