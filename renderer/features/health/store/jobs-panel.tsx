import { Button } from '@mantine/core';
import type { Health } from '../../../../shared/contract/health.ts';
import { useCommands } from '../../../commands/commands.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { Facts } from '../facts.tsx';
import { text } from '../text.ts';

/** Whether work waits or failed; the jobs themselves are listed under Maintenance. */
export function JobsPanel({ jobs }: { jobs: Health['jobs'] }) {
  const t = useText(text);
  const format = useFormat();
  const { run } = useCommands();
  return (
    <Panel
      title={t.jobs}
      columns={6}
      actions={
        <>
          <WhyButton of={t.jobs} why={{ of: 'health', subject: 'jobs' }} />
          <Button variant="default" onClick={() => run('go.maintenance')}>
            {t.showJobs}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          { name: t.running, value: format.number(jobs.running) },
          { name: t.waiting, value: format.number(jobs.queued) },
          { name: t.failed, value: format.number(jobs.failedLastDay) },
        ]}
      />
    </Panel>
  );
}
