import { IconAlertTriangle, IconCircleCheck, IconCircleMinus, IconClock, type TablerIcon } from '@tabler/icons-react';
import type { Job } from '../../../shared/contract/schemas.ts';
import { NO_DATA } from '../../lib/format.ts';
import { jobText } from '../../lib/job-text.ts';
import { jobTitle } from '../../lib/job-words.ts';
import { isOver, useJobs } from '../../lib/jobs.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { JobOutcome } from '../../ui/job-outcome.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import css from './maintenance.module.css';
import { text } from './text.ts';

/** Jobs that ended, with what came of them and how long they took; those on their way are in the tray. */
export function JobHistory() {
  const t = useText(text);
  const jobs = useJobs();
  const ended = jobs.data?.filter(isOver) ?? [];
  return (
    <Panel
      title={t.history}
      subtitle={ended.length > 0 ? t.historyHint : undefined}
      actions={ended.length > 0 && <WhyButton of={t.history} why={{ of: 'health', subject: 'jobTimes' }} />}
    >
      {jobs.isError && !jobs.data ? (
        <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : (
        <LoadingDim loading={jobs.isPending} empty={!jobs.data} height={160}>
          {jobs.data && ended.length === 0 && <EmptyState title={t.noHistory}>{t.noHistoryHint}</EmptyState>}
          {ended.length > 0 && <EndedJobs jobs={ended} />}
        </LoadingDim>
      )}
    </Panel>
  );
}

function EndedJobs({ jobs }: { jobs: readonly Job[] }) {
  const t = useText(text);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className={css.scroll} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t.finished}</th>
            <th>{t.job}</th>
            <th>{t.state}</th>
            <th className={css.long}>{t.result}</th>
            <th className={css.number}>{t.took}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <EndedJob key={job.id} job={job} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const icons: Record<Job['state'], TablerIcon> = {
  done: IconCircleCheck,
  failed: IconAlertTriangle,
  cancelled: IconCircleMinus,
  running: IconClock,
  queued: IconClock,
};

function EndedJob({ job }: { job: Job }) {
  const t = useText(text);
  const words = useText(jobText);
  const format = useFormat();
  const isDamaged = job.state === 'done' && job.result?.sound === false;
  const isBad = job.state === 'failed' || isDamaged;
  const Icon = isDamaged ? IconAlertTriangle : icons[job.state];
  const tookMs = job.startedAt && job.finishedAt ? Date.parse(job.finishedAt) - Date.parse(job.startedAt) : null;
  return (
    <tr>
      <td className={css.quiet}>{format.dateTime(job.finishedAt)}</td>
      <th scope="row" className={css.job} title={jobTitle(job, words)}>
        {jobTitle(job, words)}
        {job.scheduled && <span className={css.quiet}> {t.bySchedule}</span>}
      </th>
      <td>
        <span className={`${css.stateCell} ${isBad ? css.bad : job.state === 'done' ? css.good : css.quiet}`}>
          <Icon size={15} aria-hidden />
          {isDamaged ? t.found : words.state[job.state]}
        </span>
      </td>
      <td className={css.long}>
        <JobOutcome job={job} />
      </td>
      <td className={css.number}>{tookMs === null ? NO_DATA : format.duration(tookMs)}</td>
    </tr>
  );
}
