import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QUIET_MINUTES, type ScheduledTask, taskDefinitions } from '../../../../shared/contract/schedule.ts';
import { simpleRuleOf } from '../../../../shared/domain/simple-rule.ts';
import { scheduleWords } from '../../../../shared/text/schedule.ts';
import { useCommands } from '../../../commands/commands.tsx';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { RuleFields } from '../../../ui/rule-fields.tsx';
import { Told } from '../../../ui/told.tsx';
import maintenance from '../maintenance.module.css';
import css from './schedule.module.css';
import { text } from './text.ts';
import { useChangeOfSchedule } from './use-schedule.ts';

/** Sets when a task runs: by simple choices, or by a rule of cron, with the next times it names. */
export function RuleDialog({ task, onClose }: { task: ScheduledTask; onClose: () => void }) {
  const t = useText(text);
  const words = useText(scheduleWords);
  const { run } = useCommands();
  const [rule, setRule] = useState(task.rule);
  const [isSimple, setSimple] = useState(simpleRuleOf(task.rule) !== null);
  const preview = usePreview(rule);
  const save = useChangeOfSchedule(onClose);
  const name = words.tasks[task.task];
  return (
    <Dialog onClose={onClose} title={t.dialogTitle(name)} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ task: task.task, rule, isOn: true });
        }}
      >
        <div className={css.form}>
          <p>{words.does[task.task]}</p>
          <RuleFields rule={rule} isSimple={isSimple} onRule={setRule} onSimple={setSimple} />
          <p className={css.preview} role="status">
            <span className={preview.trouble ? maintenance.bad : undefined}>{preview.words}</span>
          </p>
          <Patience task={task} />
          {task.task === 'rollOver' && (
            <p className={maintenance.quiet}>
              {t.limits}{' '}
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  onClose();
                  run('file.settings');
                }}
              >
                {t.openSettings}
              </Button>
            </p>
          )}
          {save.error && (
            <p className={maintenance.bad} role="alert">
              <Told message={save.error.message} />
            </p>
          )}
        </div>
        <div className={maintenance.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={!preview.isKnown || preview.trouble} loading={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What the service says of a rule as it is typed. */
function usePreview(rule: string) {
  const t = useText(text);
  const words = useText(scheduleWords);
  const format = useFormat();
  const client = useClient();
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['schedule-preview', rule],
    queryFn: () => client.schedule.preview({ rule }),
    placeholderData: keepPreviousData,
  });
  const shown = data?.trouble
    ? words.trouble[data.trouble]
    : t.nextRuns(format.list(data?.runs.map(format.dateTime) ?? []));
  return {
    words: data ? shown : '',
    trouble: data?.trouble != null,
    isKnown: data !== undefined && !isPlaceholderData,
  };
}

function Patience({ task: { task } }: { task: ScheduledTask }) {
  const t = useText(text);
  const format = useFormat();
  const { longestWaitMinutes } = taskDefinitions[task];
  const quiet = format.minutes(QUIET_MINUTES);
  return (
    <p className={maintenance.quiet}>
      {longestWaitMinutes === null
        ? t.patienceWithout(quiet)
        : t.patience(quiet, format.hours(longestWaitMinutes / 60))}{' '}
      {t.missed}
    </p>
  );
}
