import { type Measure, measures } from '../../../shared/query/measures.ts';

/** A change as it is told: ratios differ by points, all else by percent of what was before. */
export interface Change {
  direction: 'up' | 'down' | 'same';
  /** How much, without a sign, rounded to a tenth: percent, or percentage points. */
  amount: number;
  kind: 'percent' | 'points';
  /** Whether that is better or worse; neutral when it is neither. */
  tone: 'good' | 'bad' | 'neutral';
}

/** How a measure changed; null when there is nothing to compare, or nothing to take a percentage of. */
export function changeOf(measure: Measure, now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const definition: { kind: string; better?: 'up' | 'down' } = measures[measure];
  const kind = definition.kind === 'ratio' ? 'points' : 'percent';
  if (kind === 'percent' && before === 0) return null;
  const change = kind === 'points' ? (now - before) * 100 : ((now - before) / Math.abs(before)) * 100;
  const amount = Math.round(Math.abs(change) * 10) / 10;
  if (amount === 0) return { direction: 'same', amount, kind, tone: 'neutral' };
  const direction = change > 0 ? 'up' : 'down';
  if (!definition.better) return { direction, amount, kind, tone: 'neutral' };
  return { direction, amount, kind, tone: direction === definition.better ? 'good' : 'bad' };
}
