/** A difference as it is told: a signed number, and how much that is of what was before. Pure. */
import { type Measure, type MeasureDefinition, measures } from '../../../../shared/query/measures.ts';
import type { Format } from '../../../lib/format.ts';
import type { text } from './text.ts';

export interface Difference {
  /** In the unit of the measure. */
  amount: number;
  /** Of what it is compared with; null for ratios, which differ by points, and where that is 0. */
  share: number | null;
  direction: 'up' | 'down' | 'same';
  /** Whether that is better or worse; neutral when it is neither. */
  tone: 'good' | 'bad' | 'neutral';
}

/** How a number differs from what it is compared with; null where one of both is no data. */
export function differenceOf(measure: Measure, now: number | null, before: number | null): Difference | null {
  if (now === null || before === null) return null;
  const { kind, better }: MeasureDefinition = measures[measure];
  const amount = now - before;
  const share = kind === 'ratio' || before === 0 ? null : amount / Math.abs(before);
  const isSame = kind === 'ratio' ? Math.abs(amount) < 0.000_05 : amount === 0;
  if (isSame) return { amount: 0, share: share === null ? null : 0, direction: 'same', tone: 'neutral' };
  const direction = amount > 0 ? 'up' : 'down';
  return { amount, share, direction, tone: better ? (direction === better ? 'good' : 'bad') : 'neutral' };
}

/** A signed number: a difference is never without its sign, but for none. */
export function signed(value: number, write: (value: number) => string): string {
  const written = write(Math.abs(value));
  return value === 0 || written === write(0) ? write(0) : `${value > 0 ? '+' : '\u2212'}${written}`;
}

/** What amounts are written with: how the measure is, and how many decimals points have beside each other. */
export interface DifferenceFormat {
  full: (value: number | null) => string;
  t: (typeof text)['en'];
  format: Format;
  pointDecimals?: number;
}

/** How many decimals points need, the same for all that stand beside each other; differences of ratios are fractions. */
export function pointDecimalsFor(amounts: readonly (number | null)[]): number {
  const largest = Math.max(0, ...amounts.map((amount) => Math.abs(amount ?? 0) * 100));
  if (largest === 0 || largest >= 1) return 1;
  return largest >= 0.1 ? 2 : 3;
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
export function shareWords(difference: Difference, t: (typeof text)['en'], format: Format): string {
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
  const difference = differenceOf(measure, now, before);
  if (difference === null) return now === null ? (before === null ? '' : t.isGone) : t.isNew;
  if (difference.direction === 'same') return t.same;
  return `${amountWords(measure, difference.amount, words)}, ${shareWords(difference, t, format)}`;
}
