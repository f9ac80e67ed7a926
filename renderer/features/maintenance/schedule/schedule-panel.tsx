import { Button, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Schedule, ScheduledTask, TaskName } from '../../../../shared/contract/schedule.ts';
import { QUIET_MINUTES, taskDefinitions } from '../../../../shared/contract/schedule.ts';
import type { Job } from '../../../../shared/contract/schemas.ts';
import { ruleWords, scheduleWords } from '../../../../shared/text/schedule.ts';
import { useCommand, useCommands } from '../../../commands/commands.tsx';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useLabels, useText } from '../../../lib/language.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { JobOutcome } from '../../../ui/job-outcome.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Told } from '../../../ui/told.tsx';
import maintenance from '../maintenance.module.css';
import { RuleDialog } from './rule-dialog.tsx';
import css from './schedule.module.css';
import { text } from './text.ts';
import { useChangeOfSchedule, useSchedule } from './use-schedule.ts';

/** What is done for the store by the clock: when, when next, and what came of it last. */
export function SchedulePanel({ busy }: { busy: ReadonlySet<Job['kind']> }) {
  const t = useText(text);
  const schedule = useSchedule();
  const panel = useRef<HTMLDivElement>(null);
  const labels = useLabels();
  const format = useFormat();
  const { run } = useCommands();
  useCommand('maintenance.schedule', () => panel.current?.focus());
  return (
    <div ref={panel} className={css.panel} tabIndex={-1}>
      <Panel
        title={t.title}
        subtitle={t.hint(format.minutes(QUIET_MINUTES))}
        actions={
          <Button variant="default" onClick={() => run('go.reports')}>
            {labels.commands['go.reports']}
          </Button>
        }
      >
        {schedule.isError && !schedule.data ? (
          <ErrorState error={schedule.error} onRetry={() => void schedule.refetch()} />
        ) : (
          <LoadingDim loading={schedule.isPending} empty={!schedule.data} height={240}>
            {schedule.data && <Tasks schedule={schedule.data} busy={busy} />}
          </LoadingDim>
        )}
      </Panel>
    </div>
  );
}

function Tasks({ schedule, busy }: { schedule: Schedule; busy: ReadonlySet<Job['kind']> }) {
  const t = useText(text);
  const client = useClient();
  const [changed, setChanged] = useState<ScheduledTask | null>(null);
  const change = useChangeOfSchedule();
  const run = useMutation({ mutationFn: (task: TaskName) => client.schedule.run({ task }) });
  useCommand('maintenance.optimise', () => run.mutate('optimise'));
  const failure = run.error ?? change.error;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div className={maintenance.scroll} tabIndex={0}>
        <table className={`${maintenance.table} ${css.table}`}>
          <thead>
            <tr>
              <th>{t.task}</th>
              <th>{t.when}</th>
              <th>{t.next}</th>
              <th className={css.last}>{t.last}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {schedule.tasks.map((task) => (
              <TaskRow
                key={task.task}
                task={task}
                isRunning={busy.has(taskDefinitions[task.task].kind)}
                onSwitch={(isOn) => change.mutate({ task: task.task, isOn })}
                onChange={() => setChanged(task)}
                onRun={() => run.mutate(task.task)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {failure && (
        <p className={maintenance.bad} role="alert">
          <Told message={failure.message} />
        </p>
      )}
      {run.data?.jobId === null && !failure && <p role="status">{t.nothingToDo}</p>}
      {changed && <RuleDialog task={changed} onClose={() => setChanged(null)} />}
    </>
  );
}

interface TaskRowProps {
  task: ScheduledTask;
  isRunning: boolean;
  onSwitch: (isOn: boolean) => void;
  onChange: () => void;
  onRun: () => void;
}

function TaskRow({ task, isRunning, onSwitch, onChange, onRun }: TaskRowProps) {
  const t = useText(text);
  const words = useText(scheduleWords);
  const name = words.tasks[task.task];
  return (
    <tr>
      <th scope="row">
        <Switch
          size="xs"
          classNames={{ label: css.name }}
          label={name}
          aria-label={t.turnOn(name)}
          title={words.does[task.task]}
          checked={task.isOn}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
      </th>
      <td className={css.when}>{ruleWords(task.rule, words)}</td>
      <td>
        <NextRun task={task} isRunning={isRunning} />
      </td>
      <td className={css.last}>
        <LastRun last={task.last} />
      </td>
      <td>
        <div className={css.buttons}>
          <Button size="compact-xs" variant="default" aria-label={t.changeOf(name)} onClick={onChange}>
            {t.change}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t.runNowOf(name)}
            disabled={isRunning || task.needs !== null}
            onClick={onRun}
          >
            {t.runNow}
          </Button>
        </div>
      </td>
    </tr>
  );
}

function NextRun({
  task: { isOn, needs, waitsFor, isOwed, nextRunAt },
  isRunning,
}: {
  task: ScheduledTask;
  isRunning: boolean;
}) {
  const t = useText(text);
  const words = useText(scheduleWords);
  const format = useFormat();
  if (isRunning) return t.running;
  if (!isOn) return <span className={maintenance.quiet}>{t.off}</span>;
  if (needs !== null) return <span className={css.needs}>{words.needs[needs]}</span>;
  if (waitsFor === null) return format.dateTime(nextRunAt);
  return (
    <>
      {words.waitsFor[waitsFor]}
      {isOwed && <span className={css.needs}>{words.owed}</span>}
    </>
  );
}

function LastRun({ last }: { last: Job | null }) {
  const t = useText(text);
  const format = useFormat();
  if (last === null) return <span className={maintenance.quiet}>{t.never}</span>;
  const isBad = last.state === 'failed' || last.result?.sound === false;
  return (
    <>
      <span className={css.time}>{format.dateTime(last.finishedAt)}</span>{' '}
      <span className={isBad ? maintenance.bad : maintenance.quiet}>
        <JobOutcome job={last} />
      </span>
    </>
  );
}
