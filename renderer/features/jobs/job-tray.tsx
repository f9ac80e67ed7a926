import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleMinus, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Job } from '../../../shared/contract/schemas.ts';
import { jobText } from '../../lib/job-text.ts';
import { jobTitle } from '../../lib/job-words.ts';
import { useJobs } from '../../lib/jobs.ts';
import { useText } from '../../lib/language.tsx';
import { JobOutcome } from '../../ui/job-outcome.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { LongName } from '../../ui/long-name.tsx';
import css from './job-tray.module.css';
import { text } from './text.ts';
import { dismiss, emptyTray, followJobs } from './tray.ts';

const TOLD_MS = 10_000;

/** A strip below the content while jobs run, and for a moment after; failures stay until they are closed. */
export function JobTray() {
  const t = useText(text);
  const jobs = useJobs().data;
  const [tray, setTray] = useState(emptyTray);
  const next = jobs ? followJobs(tray, jobs) : tray;
  if (next !== tray) setTray(next);

  const byId = (id: string) => jobs?.find((job) => job.id === id);
  const running = next.running.map(byId).filter((job) => job !== undefined);
  const ended = next.ended.map(byId).filter((job) => job !== undefined);
  return (
    <section className={css.tray} data-empty={running.length + ended.length === 0} aria-label={t.title}>
      {running.map((job) => (
        <JobProgress key={job.id} job={job} cancelHint={job.kind === 'import' ? t.cancelKeepsNothing : undefined} />
      ))}
      <div role="status" aria-live="polite">
        {ended.map((job) => (
          <Ended key={job.id} job={job} onClose={() => setTray((now) => dismiss(now, job.id))} />
        ))}
      </div>
    </section>
  );
}

function Ended({ job, onClose }: { job: Job; onClose: () => void }) {
  const t = useText(jobText);
  const failed = job.state === 'failed' || job.result?.sound === false;
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (failed) return;
    const timer = setTimeout(() => close(), TOLD_MS);
    return () => clearTimeout(timer);
  }, [failed]);
  const Icon = failed ? IconAlertTriangle : job.state === 'done' ? IconCircleCheck : IconCircleMinus;
  return (
    <div className={css.ended} data-state={failed ? 'failed' : job.state}>
      <Icon size={16} aria-label={t.state[job.state]} />
      <strong className={css.title}>
        <LongName name={jobTitle(job, t)} />
      </strong>
      <span className={css.words}>
        <JobOutcome job={job} />
      </span>
      <ActionIcon size="sm" aria-label={t.close} onClick={onClose}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
