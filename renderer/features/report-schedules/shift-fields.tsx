import { ActionIcon, Autocomplete, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { MOST_MINUTES_AFTER, type ReportWhen, type ShiftEnd } from '../../../shared/contract/report-schedules.ts';
import { useText } from '../../lib/language.tsx';
import { useValues } from '../../lib/use-values.ts';
import css from './reports.module.css';
import { text } from './text.ts';

type AfterShifts = Extract<ReportWhen, { by: 'shiftEnd' }>;

/** After which shifts a report is written: when each ends, and which production day it then belongs to. */
export function ShiftFields({ when, onWhen }: { when: AfterShifts; onWhen: (when: AfterShifts) => void }) {
  const t = useText(text);
  const recorded = useValues('shift', '').data?.values.flatMap(({ value }) => value ?? []) ?? [];
  const { shifts, minutesAfter } = when;
  const change = (at: number, part: Partial<ShiftEnd>) =>
    onWhen({ ...when, shifts: shifts.map((each, place) => (place === at ? { ...each, ...part } : each)) });
  return (
    <>
      <ul className={css.shifts}>
        {shifts.map((shift, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no name before they are given one
          <li key={at} className={css.shift}>
            <Autocomplete
              size="xs"
              label={t.shift}
              data={recorded}
              value={shift.shift}
              onChange={(name) => change(at, { shift: name })}
            />
            <TextInput
              type="time"
              label={t.endsAt}
              value={shift.endsAt}
              onChange={(event) => change(at, { endsAt: event.currentTarget.value })}
            />
            <Select
              label={t.day}
              allowDeselect={false}
              data={(['same', 'before'] as const).map((value) => ({ value, label: t.days[value] }))}
              value={shift.day}
              onChange={(value) => change(at, { day: value === 'before' ? 'before' : 'same' })}
            />
            <ActionIcon
              aria-label={t.removeShift(shift.shift)}
              disabled={shifts.length === 1}
              onClick={() => onWhen({ ...when, shifts: shifts.filter((_, place) => place !== at) })}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={css.after}>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onWhen({ ...when, shifts: [...shifts, { shift: '', endsAt: '14:00', day: 'same' }] })}
        >
          {t.addShift}
        </Button>
        <NumberInput
          label={t.minutesAfter}
          min={0}
          max={MOST_MINUTES_AFTER}
          allowDecimal={false}
          clampBehavior="strict"
          hideControls
          rightSection={t.minutes}
          rightSectionWidth={44}
          value={minutesAfter}
          onChange={(value) => typeof value === 'number' && onWhen({ ...when, minutesAfter: value })}
        />
      </div>
    </>
  );
}
