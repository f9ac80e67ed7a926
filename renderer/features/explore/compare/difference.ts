/** A difference as it is told: a signed number, and how much that is of what was before. Pure. */
import { type Change, changeOf } from '../../../../shared/domain/change.ts';
import { type Measure, measures } from '../../../../shared/query/measures.ts';
import { signed } from '../../../../shared/text/format.ts';
import type { Format } from '../../../lib/format.ts';
import type { text } from './text.ts';

/** What amounts are written with: how the measure is, and how many decimals points have beside each other. */
export interface DifferenceFormat {
  full: (value: number | null) => string;
  t: (typeof text)['en'];
  format: Format;
  pointDecimals?: number;
}

/** The amount of a difference with its sign, without the word for points. */
export function amountNumber(
  measure: Measure,
  amount: number,
  { full, format, pointDecimals }: DifferenceFormat,
): string {
  if (measures[measure].kind !== 'ratio') return signed(amount, full);
  const decimals = pointDecimals ?? (Math.abs(amount) < 0.001 && amount !== 0 ? 2 : 1);
  return signed(amount * 100, (points) => format.number(points, decimals));
}

/** The amount of a difference with its sign: in points for a ratio, else as the measure is written. */
export function amountWords(measure: Measure, amount: number, words: DifferenceFormat): string {
  const number = amountNumber(measure, amount, words);
  return measures[measure].kind === 'ratio' ? words.t.points(number) : number;
}

/** 'up 3.1 %', 'down', 'the same'. */
export function shareWords(difference: Change, t: (typeof text)['en'], format: Format): string {
  const { direction, share } = difference;
  if (direction === 'same') return t.same;
  if (share === null) return t[direction]('');
  // A change that is told is not told as none.
  return t[direction](format.percent(Math.abs(share), Math.abs(share) < 0.000_5 ? 2 : 1));
}

/** A difference in full: '+120, up 3.1 %'; 'new' or 'gone' where one of both is no data, nothing where both are. */
export function differenceWords(
  measure: Measure,
  now: number | null,
  before: number | null,
  words: DifferenceFormat,
): string {
  const { t, format } = words;
  const difference = changeOf(measures[measure], now, before);
  if (difference === null) return now === null ? (before === null ? '' : t.isGone) : t.isNew;
  if (difference.direction === 'same') return t.same;
  return `${amountWords(measure, difference.amount, words)}, ${shareWords(difference, t, format)}`;
}
