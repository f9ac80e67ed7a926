import type { Comparison } from '../../../../shared/questions/explore/comparison.ts';
import {
  type ComparisonWords,
  comparisonName as nameOf,
  comparedWords as wordsOf,
} from '../../../../shared/text/comparison.ts';
import type { Asked } from '../asked.ts';
import type { Names } from '../words.ts';
import type { Compared } from './compared.ts';

/** What is compared with, as the head of a column. */
export function comparisonName(comparison: Comparison, names: Names, t: ComparisonWords): string {
  return nameOf(comparison, (field, value) => names.member(field, { of: 'value', value }), t);
}

/** What is compared with, and how the one is put beside the other. */
export function comparedWords(
  compared: Pick<Compared, 'comparison' | 'range'>,
  { splits }: Asked,
  names: Names,
  t: ComparisonWords,
  dates: (from: string, to: string) => string,
): string {
  const dimensions = splits.map(({ dimension }) => dimension);
  return wordsOf(compared, dimensions, (field, value) => names.member(field, { of: 'value', value }), t, dates);
}
