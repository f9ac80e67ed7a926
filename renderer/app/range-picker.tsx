import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconCalendar, IconChevronDown, IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { defaultRange, presetsFor, stepped } from '../../shared/domain/range.ts';
import { useCommand } from '../commands/commands.tsx';
import { useFormat, useLabels, useText } from '../lib/language.tsx';
import { type Scope, useScope } from '../lib/scope.tsx';
import { useRecordedDates } from '../lib/use-recorded-dates.ts';
import { RangeCalendar } from './range-calendar.tsx';
import css from './range-picker.module.css';
import { text } from './text.ts';

const stepIcons = { earlier: IconChevronLeft, later: IconChevronRight } as const;

/** The range of production dates: presets at the left, a calendar at the right, and a step earlier or later beside it. */
export function RangePicker() {
  const t = useText(text);
  const format = useFormat();
  const { from, to, recordedBy, range, setRange } = useScope();
  const bounds = useBounds();
  const [opened, setOpened] = useState(false);
  if (!from || !to) return null;

  const choose = (next: Scope['range']) => {
    setRange(next);
    setOpened(false);
  };
  return (
    <div className={css.range}>
      <Step to="earlier" />
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={css.target} title={format.dateRange(from, to)} onClick={() => setOpened(!opened)}>
            <IconCalendar size={16} aria-hidden />
            <span className="visually-hidden">{t.range}</span>
            <span className={css.words}>
              {typeof range === 'string' && <span className={css.preset}>{t.presets[range]}</span>}
              <span className={typeof range === 'string' ? css.dates : css.preset}>
                <span>{format.dateRange(from, to)}</span>
              </span>
            </span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={css.dropdown} aria-label={t.range}>
          <div className={css.presets}>
            {presetsFor(recordedBy).map((preset) => (
              <UnstyledButton
                key={preset}
                className={css.option}
                aria-pressed={range === preset}
                onClick={() => choose(preset)}
              >
                {t.presets[preset]}
              </UnstyledButton>
            ))}
            <p className={css.hint}>{t.rangeHint}</p>
          </div>
          <RangeCalendar shown={{ from, to }} bounds={bounds} onApply={choose} />
        </Popover.Dropdown>
      </Popover>
      <Step to="later" />
      {typeof range !== 'string' && (
        <ActionIcon size="sm" aria-label={t.takeRangeOff} title={t.takeRangeOff} onClick={() => setRange(defaultRange)}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}

/** Shows the same number of days or months before or after those that are shown. */
function Step({ to: direction }: { to: keyof typeof stepIcons }) {
  const labels = useLabels();
  const format = useFormat();
  const { from, to, range, setRange } = useScope();
  const bounds = useBounds();
  const next =
    from && to && bounds
      ? stepped({ from, to }, typeof range === 'string' ? range : null, direction, {
          first: bounds.from,
          last: bounds.to,
        })
      : null;
  const command = `view.${direction}` as const;
  useCommand(command, () => next && setRange(next));
  const Icon = stepIcons[direction];
  return (
    <ActionIcon
      size="sm"
      className={css.step}
      aria-label={labels.commands[command]}
      title={next ? `${labels.commands[command]}: ${format.dateRange(next.from, next.to)}` : undefined}
      disabled={next === null}
      onClick={() => next && setRange(next)}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

function useBounds() {
  const { first, last } = useRecordedDates();
  return first && last ? { from: first, to: last } : null;
}
