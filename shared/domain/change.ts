/** How a number changed, and how that is told. */

/** What of a measure decides how its changes are told. */
export interface ChangingMeasure {
  /** 'ratio' for a share of one, which differs by points. */
  kind: string;
  /** Which way is better; absent when neither is. */
  better?: 'up' | 'down' | undefined;
}

export interface Change {
  /** In the unit of the measure, signed. */
  amount: number;
  /** Of what it is compared with, signed; null for ratios, which differ by points, and where that is 0. */
  share: number | null;
  direction: 'up' | 'down' | 'same';
  /** Whether that is better or worse; neutral when it is neither. */
  tone: 'good' | 'bad' | 'neutral';
}

/** A ratio that differs by less than half a hundredth of a point is the same. */
const LEAST_OF_RATIO = 0.000_05;

/** How a number differs from what it is compared with; null where one of both is no data. */
export function changeOf({ kind, better }: ChangingMeasure, now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const amount = now - before;
  const share = kind === 'ratio' || before === 0 ? null : amount / Math.abs(before);
  const isSame = kind === 'ratio' ? Math.abs(amount) < LEAST_OF_RATIO : amount === 0;
  if (isSame) return { amount: 0, share: share === null ? null : 0, direction: 'same', tone: 'neutral' };
  const direction = amount > 0 ? 'up' : 'down';
  return { amount, share, direction, tone: better ? (direction === better ? 'good' : 'bad') : 'neutral' };
}

/** A change that is told to a tenth. */
export interface ToldChange extends Pick<Change, 'direction' | 'tone'> {
  /** How much, without a sign, rounded to a tenth: percent, or percentage points. */
  tenths: number;
  kind: 'percent' | 'points';
}

/**
 * A change of a measure as percent of what was before, of a ratio as points; 'same' where a tenth does not tell it. Null where there
 * is none, or nothing to take a percentage of.
 */
export function toldChangeOf(measure: ChangingMeasure, now: number | null, before: number | null): ToldChange | null {
  const change = changeOf(measure, now, before);
  const isRatio = measure.kind === 'ratio';
  if (!change || (!isRatio && change.share === null)) return null;
  const kind = isRatio ? 'points' : 'percent';
  const tenths = Math.round(Math.abs(isRatio ? change.amount : (change.share ?? 0)) * 1_000) / 10;
  if (tenths === 0) return { direction: 'same', tone: 'neutral', tenths, kind };
  return { direction: change.direction, tone: change.tone, tenths, kind };
}

/** How many decimals points need, the same for all that stand beside each other; differences of ratios are fractions. */
export function pointDecimalsFor(amounts: readonly (number | null)[]): number {
  const largest = Math.max(0, ...amounts.map((amount) => Math.abs(amount ?? 0) * 100));
  if (largest === 0 || largest >= 1) return 1;
  return largest >= 0.1 ? 2 : 3;
}
