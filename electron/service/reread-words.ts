import type { RereadOutcome } from '../../db/maintenance/reread.ts';
import { counted } from '../../shared/text/counted.ts';
import type { JobResult } from './job-runner.ts';

const files = (names: readonly string[]) => names.map((name) => `${name}.db`).join(', ');

/** What was read anew after another program may have written, in sentences. */
export function rereadMessage(outcome: RereadOutcome): string {
  const sentences = [
    ...(outcome.live ? [aboutLive(outcome)] : []),
    ...(outcome.renamedIn.length > 0
      ? [`Names that were changed there were changed in ${files(outcome.renamedIn)} too.`]
      : []),
    ...(outcome.notAsSealed.length > 0
      ? [
          `${files(outcome.notAsSealed)} changed after sealing, or cannot be read; do not rely on it, and rebuild it from a backup under Maintenance.`,
        ]
      : []),
  ];
  return sentences.length > 0
    ? sentences.join(' ')
    : 'The archives were copied or touched, and are as they were sealed.';
}

function aboutLive({ months, records, recordsBefore, isSearchMended }: RereadOutcome): string {
  const difference = records - recordsBefore;
  const than =
    difference === 0
      ? 'as many as before'
      : `${counted(Math.abs(difference), 'record')} ${difference > 0 ? 'more' : 'fewer'} than before`;
  return `Another program wrote to live.db, or it was copied. Its sums and counts were made anew from its ${counted(records, 'record')} in ${counted(months, 'month')}, ${than}${isSearchMended ? '; so was the search index' : ''}. Answers of before are not used any more.`;
}

/** The same as figures. */
export function rereadFigures({ renamedIn, notAsSealed, ...figures }: RereadOutcome): JobResult {
  return { ...figures, renamedIn: files(renamedIn), notAsSealed: files(notAsSealed) };
}
