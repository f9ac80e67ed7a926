import type { AcceptOutcome } from '../../db/recovery/accept-archive.ts';
import { differs } from '../../db/recovery/differences.ts';
import type { RebuildOutcome } from '../../db/recovery/rebuild-archive.ts';
import { counted } from '../../shared/text/counted.ts';
import { differenceWords } from '../../shared/text/recovery.ts';
import type { JobResult } from './job-runner.ts';

interface Described {
  message: string;
  result: JobResult;
}

/** What came of rebuilding an archive, in sentences. */
export function describeRebuild({ months, ...outcome }: RebuildOutcome): Described {
  const { archive, source, from, records, lost, aside, waits } = outcome;
  const differing = months.filter(differs).map((month) => differenceWords.en(month));
  const how: Record<RebuildOutcome['source'], string> = {
    asSealed: `${archive} is as it was sealed again, and is used: ${counted(records, 'record')}.`,
    sealedCopy: `${archive} is what it was, byte for byte, from ${from}: ${counted(records, 'record')}.`,
    olderCopy: `${archive} was rebuilt from an older copy, ${from}: ${counted(records, 'record')}, ${lost === 0 ? 'as many as before' : `${counted(lost, 'record')} are lost`}.`,
    readable: `${archive} was rebuilt from what could still be read: ${counted(records, 'record')}, ${lost === 0 ? 'as many as before, of which single values may differ' : `${counted(lost, 'record')} are lost`}.`,
  };
  const sentences = [
    how[source],
    ...(differing.length > 0 ? [`${differing.join('; ')}.`] : []),
    ...(aside === null ? [] : [`The file of before is kept in ${aside}.`]),
    ...(waits ? ['It takes its place when Throughline is started again, as a program has the damaged file open.'] : []),
  ];
  return { message: sentences.join(' '), result: { ...outcome, differences: differing.join('\n') } };
}

/** What came of taking an archive as it is, in sentences; the seals are kept with it. */
export function describeAccept({ months, ...outcome }: AcceptOutcome): Described {
  const { archive, records, recordsBefore } = outcome;
  const differing = months.filter(differs).map((month) => differenceWords.en(month));
  const than = records === recordsBefore ? 'as many as before' : `${recordsBefore.toLocaleString('en')} before`;
  return {
    message: [
      `${archive} is used as it is, and sealed as that: ${counted(records, 'record')}, ${than}.`,
      ...(differing.length > 0 ? [`${differing.join('; ')}.`] : []),
    ].join(' '),
    result: { ...outcome, differences: differing.join('\n') },
  };
}
