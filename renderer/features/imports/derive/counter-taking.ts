import type { Counter } from '../../../../shared/import/derive.ts';

/** A counter of a line grows on; one that has a highest begins anew with each lot. */
export function counterTaking(take: string | null, before: Counter | undefined): Counter | undefined {
  if (take === 'differences') return { within: ['line'], order: 'time', ...before, take };
  if (take === 'maximum') return { within: ['lotNumber'], order: before?.order ?? 'time', take };
  return undefined;
}
