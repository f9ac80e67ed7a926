import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Job } from '../../shared/contract/schemas.ts';
import { useClient } from '../lib/connection.tsx';
import { followPace, type JobPace } from '../lib/job-pace.ts';
import { followShare, type JobShare } from '../lib/job-share.ts';
import { jobText } from '../lib/job-text.ts';
import { jobProgress, jobTitle } from '../lib/job-words.ts';
import { useFormat, useText } from '../lib/language.tsx';
import css from './job-progress.module.css';

/** Of a hundred: so much of a bar can be seen. */
const LEAST_SEEN = 2;

interface JobProgressProps {
  job: Job;
  /** What cancelling would mean, said before. */
  cancelHint?: string;
  /** What the job does is said beside it already. */
  untitled?: boolean;
}

/** A running job: a bar, counts, rate and time left, and a way to stop it. */
export function JobProgress({ job, cancelHint, untitled = false }: JobProgressProps) {
  const t = useText(jobText);
  const format = useFormat();
  const client = useClient();
  const pace = usePace(job);
  const [cancelling, setCancelling] = useState(false);
  const title = jobTitle(job, t);
  const { share, isCounted } = useShare(job);
  // Of a job that counts nothing from the beginning on, the whole bar says that it goes on.
  const value = !isCounted && share === 0 ? 100 : Math.max(LEAST_SEEN, 100 * share);
  const cancel = () => {
    setCancelling(true);
    client.jobs.cancel({ jobId: job.id }).catch(() => setCancelling(false));
  };
  return (
    <div className={css.job} data-untitled={untitled}>
      {!untitled && <span className={css.title}>{title}</span>}
      <Progress
        className={css.bar}
        size="sm"
        value={value}
        striped={!isCounted}
        animated={!isCounted && job.state === 'running'}
        transitionDuration={120}
        aria-label={title}
      />
      <span className={css.words}>{jobProgress(job, pace, t, format).join(' · ')}</span>
      {job.cancellable && (
        <Button variant="default" size="compact-xs" title={cancelHint} disabled={cancelling} onClick={cancel}>
          {cancelling ? t.cancelling : t.cancel}
        </Button>
      )}
    </div>
  );
}

function useShare(job: Job): JobShare {
  const [last, setLast] = useState<{ job: Job; share: JobShare } | null>(null);
  if (last?.job === job) return last.share;
  const share = followShare(last?.job.id === job.id ? last.share : null, job);
  setLast({ job, share });
  return share;
}

function usePace(job: Job): JobPace | null {
  const [pace, setPace] = useState<JobPace | null>(null);
  useEffect(() => setPace((now) => followPace(now, job, performance.now())), [job]);
  return pace;
}
