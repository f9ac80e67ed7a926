import type { Period } from '../../../shared/domain/periods.ts';

/** Places among the periods between which a drag goes, in either direction. */
export interface Selection {
  anchor: number;
  end: number;
}

/** The first and the last period of a selection; null when it lies outside of them. */
export function selectedRange<P extends Period>(
  periods: readonly P[],
  { anchor, end }: Selection,
): { first: P; last: P } | null {
  const first = periods[Math.min(anchor, end)];
  const last = periods[Math.max(anchor, end)];
  return first && last ? { first, last } : null;
}

/**
 * The selection after an arrow key was pressed at the active place, which the key moves by one: with Shift it is drawn
 * on from there, without it is let go of. Other keys leave it.
 */
export function selectionAfterKey(
  now: Selection | null,
  { active, count }: { active: number; count: number },
  { key, shift }: { key: string; shift: boolean },
): Selection | null {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return now;
  if (!shift) return null;
  const next = Math.min(count - 1, Math.max(0, active + (key === 'ArrowRight' ? 1 : -1)));
  return { anchor: now?.anchor ?? active, end: next };
}
