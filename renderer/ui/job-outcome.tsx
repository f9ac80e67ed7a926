import type { Job } from '../../shared/contract/schemas.ts';
import { jobText } from '../lib/job-text.ts';
import { jobOutcome } from '../lib/job-words.ts';
import { useFormat, useText } from '../lib/language.tsx';

/** What came of a job that is over, in the language of the window, with what the service says of it itself. */
export function JobOutcome({ job }: { job: Job }) {
  const { words, detail } = jobOutcome(job, useText(jobText), useFormat());
  return (
    <>
      {words}
      {detail !== null && <span lang="en"> {detail}</span>}
    </>
  );
}
