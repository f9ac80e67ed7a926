import { startBeside } from '../../db/backup/beside.ts';
import { differs } from '../../db/recovery/differences.ts';
import type { SalvageOutcome } from '../../db/recovery/salvage-live.ts';
import { counted } from '../../shared/text/counted.ts';
import { differenceWords } from '../../shared/text/recovery.ts';
import type { ApartWork, OnProgress } from './backups-apart.ts';

/**
 * Makes the live file of a store that nobody has open anew from all that can still be read of it. Throws STORE_IN_USE, NOT_FOUND,
 * DAMAGED or DISK_FULL in words.
 */
export function salvageStore({ store }: { store: string }, onProgress: OnProgress): ApartWork<SalvageOutcome> {
  return startBeside('salvageStore', { store, now: new Date().toISOString() }, onProgress);
}

/** What came of it, in sentences. */
export function salvageWords({ records, lost, months, lacking, relisted, aside }: SalvageOutcome): string {
  const differing = months.filter(differs).map((month) => differenceWords.en(month));
  return [
    `live.db was made anew from all that could still be read: ${counted(records, 'record')}${lost > 0 ? `, ${counted(lost, 'is lost', 'are lost')}` : ''}.`,
    ...(differing.length > 0 ? [`${differing.join('; ')}.`] : []),
    ...(lacking.length > 0 ? [`Rows are missing, or may be, of ${lacking.join(', ')}.`] : []),
    ...(relisted.length > 0
      ? [
          `${relisted.join(', ')} was no longer listed and is listed again; it is told to be in doubt, as its seal is lost.`,
        ]
      : []),
    `The files of before are kept in ${aside}.`,
  ].join(' ');
}
