import { Select, TextInput } from '@mantine/core';
import {
  LAST_DAY,
  periods,
  type SimpleRule,
  simpleRuleOf,
  textOfSimpleRule,
  timeOfRule,
} from '../../shared/domain/simple-rule.ts';
import { scheduleWords } from '../../shared/text/schedule.ts';
import { useText } from '../lib/language.tsx';
import css from './rule-fields.module.css';
import { ruleText } from './rule-text.ts';

/** Where nothing was chosen that is simple. */
const nightly: SimpleRule = { every: 'day', weekDay: 0, day: 1, hour: 2, minute: 10 };

interface RuleFieldsProps {
  rule: string;
  isSimple: boolean;
  /** Whether it is the first of its dialog. */
  autoFocus?: boolean;
  onRule: (rule: string) => void;
  onSimple: (isSimple: boolean) => void;
}

/** Sets a rule of cron: by simple choices, or as it is written. */
export function RuleFields({ rule, isSimple, autoFocus = true, onRule, onSimple }: RuleFieldsProps) {
  const t = useText(ruleText);
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
          data-autofocus={autoFocus}
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
