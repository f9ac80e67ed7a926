import { Button, Modal, Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QUIET_MINUTES, type ScheduledTask, taskDefinitions } from '../../../../shared/contract/schedule.ts';
import {
  LAST_DAY,
  periods,
  type SimpleRule,
  simpleRuleOf,
  textOfSimpleRule,
  timeOfRule,
} from '../../../../shared/domain/simple-rule.ts';
import { scheduleWords } from '../../../../shared/text/schedule.ts';
import { useCommands } from '../../../commands/commands.tsx';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import maintenance from '../maintenance.module.css';
import css from './schedule.module.css';
import { text } from './text.ts';
import { useChangeOfSchedule } from './use-schedule.ts';

const nightly: SimpleRule = { every: 'day', weekDay: 0, day: 1, hour: 2, minute: 10 };

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
    <Modal opened onClose={onClose} title={t.dialogTitle(name)} size="md">
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
              {save.error.message}
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
    </Modal>
  );
}

interface RuleFieldsProps {
  rule: string;
  isSimple: boolean;
  onRule: (rule: string) => void;
  onSimple: (isSimple: boolean) => void;
}

function RuleFields({ rule, isSimple, onRule, onSimple }: RuleFieldsProps) {
  const t = useText(text);
  const words = useText(scheduleWords);
  const simple = simpleRuleOf(rule) ?? nightly;
  const set = (change: Partial<SimpleRule>) => onRule(textOfSimpleRule({ ...simple, ...change }));
  const days = Array.from({ length: 28 }, (_, at) => ({ value: String(at + 1), label: t.dayOf(at + 1) }));
  const choose = (value: string | null) => {
    const every = periods.find((period) => period === value);
    onSimple(every !== undefined);
    if (every) set({ every });
  };
  return (
    <>
      <div className={css.choices}>
        <Select
          data-autofocus
          label={t.every}
          allowDeselect={false}
          data={[...periods, 'other' as const].map((value) => ({ value, label: t.periods[value] }))}
          value={isSimple ? simple.every : 'other'}
          onChange={choose}
        />
        {isSimple && simple.every === 'week' && (
          <Select
            label={t.weekDay}
            allowDeselect={false}
            data={words.weekDays.map((label, day) => ({ value: String(day), label }))}
            value={String(simple.weekDay)}
            onChange={(value) => set({ weekDay: Number(value) })}
          />
        )}
        {isSimple && simple.every === 'month' && (
          <Select
            label={t.day}
            allowDeselect={false}
            data={[...days, { value: LAST_DAY, label: t.lastDay }]}
            value={String(simple.day)}
            onChange={(value) => set({ day: value === LAST_DAY ? LAST_DAY : Number(value) })}
          />
        )}
        {isSimple && (
          <TextInput
            type="time"
            required
            withAsterisk={false}
            label={t.time}
            value={timeOfRule(simple)}
            onChange={(event) => {
              const [hour, minute] = event.currentTarget.value.split(':').map(Number);
              if (hour !== undefined && minute !== undefined) set({ hour, minute });
            }}
          />
        )}
      </div>
      {!isSimple && (
        <TextInput
          label={t.rule}
          description={t.ruleWords}
          spellCheck={false}
          value={rule}
          onChange={(event) => onRule(event.currentTarget.value)}
        />
      )}
    </>
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
