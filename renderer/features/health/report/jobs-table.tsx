import { jobText } from '../../../lib/job-text.ts';
import { jobTitle } from '../../../lib/job-words.ts';
import { isOver, useJobs } from '../../../lib/jobs.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { JobOutcome } from '../../../ui/job-outcome.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SortedTable } from '../table/sorted-table.tsx';
import { text } from './text.ts';

const NEWEST = 20;

/** The jobs that ended last, with what came of them. */
export function JobsTable() {
  const t = useText(text);
  const words = useText(jobText);
  const format = useFormat();
  const ended = (useJobs().data ?? []).filter(isOver).slice(0, NEWEST);
  return (
    <Panel title={t.jobs} subtitle={t.jobsHint}>
      {ended.length === 0 ? (
        <EmptyState title={t.noJobs} />
      ) : (
        <SortedTable
          caption={t.jobs}
          rows={ended}
          rowKey={({ id }) => id}
          sort={{ column: 'finished', ascending: false }}
          columns={[
            {
              key: 'job',
              heading: t.job,
              kind: 'words',
              sortBy: (job) => jobTitle(job, words),
              cell: (job) => jobTitle(job, words),
            },
            {
              key: 'state',
              heading: t.state,
              kind: 'words',
              sortBy: ({ state }) => words.state[state],
              cell: ({ state }) => words.state[state],
            },
            {
              key: 'outcome',
              heading: t.outcome,
              kind: 'words',
              sortBy: null,
              cell: (job) => <JobOutcome job={job} />,
            },
            {
              key: 'finished',
              heading: t.finished,
              kind: 'date',
              sortBy: ({ finishedAt }) => finishedAt,
              cell: ({ finishedAt }) => format.dateTime(finishedAt),
            },
          ]}
        />
      )}
    </Panel>
  );
}
