import { ActionIcon, Button, Popover, UnstyledButton } from '@mantine/core';
import { DatePicker, type DayOfWeek } from '@mantine/dates';
import { IconCalendar, IconChevronDown, IconX } from '@tabler/icons-react';
import 'dayjs/locale/ko';
import { useState } from 'react';
import { dayFromIso, isoFromDay } from '../../shared/domain/day.ts';
import { addMonths, defaultRange, rangePresets } from '../../shared/domain/range.ts';
import { firstWeekday } from '../lib/first-weekday.ts';
import { useFormat, useLanguage, useText } from '../lib/language.tsx';
import { useScope } from '../lib/scope.tsx';
import { useStatus } from '../lib/use-status.ts';
import css from './range-picker.module.css';
import { text } from './text.ts';

/** The calendar opens with the last month of the range at its right. */
function monthBefore(iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? iso : isoFromDay(addMonths(day, -1));
}

/** The range of production dates: presets at the left, a calendar at the right. */
export function RangePicker() {
  const t = useText(text);
  const format = useFormat();
  const { language } = useLanguage();
  const { from, to, range, setRange } = useScope();
  const status = useStatus().data;
  const [opened, setOpened] = useState(false);
  const [draft, setDraft] = useState<[string | null, string | null]>([null, null]);
  if (!from || !to) return null;

  const open = (next: boolean) => {
    if (next) setDraft([from, to]);
    setOpened(next);
  };
  const dayLabel = (iso: string) => t.day(Number(iso.slice(8)), format.date(iso));
  const [draftFrom, draftTo] = draft;
  return (
    <div className={css.range}>
      <Popover opened={opened} onChange={open} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={css.target} title={format.dateRange(from, to)} onClick={() => open(!opened)}>
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
            {rangePresets.map((preset) => (
              <UnstyledButton
                key={preset}
                className={css.option}
                aria-pressed={range === preset}
                onClick={() => {
                  setRange(preset);
                  setOpened(false);
                }}
              >
                {t.presets[preset]}
              </UnstyledButton>
            ))}
            <p className={css.hint}>{t.rangeHint}</p>
          </div>
          <div className={css.calendar}>
            <DatePicker
              type="range"
              size="xs"
              allowSingleDateInRange
              ariaLabels={t.calendar}
              locale={language}
              firstDayOfWeek={(firstWeekday(format.locale) % 7) as DayOfWeek}
              defaultDate={monthBefore(to)}
              weekendDays={[]}
              getDayAriaLabel={(day) => dayLabel(String(day).slice(0, 10))}
              monthLabelFormat={(month) => format.period(String(month).slice(0, 7), 'month')}
              numberOfColumns={2}
              columnsToScroll={1}
              minDate={status?.firstDate ?? undefined}
              maxDate={status?.lastDate ?? undefined}
              value={draft}
              onChange={setDraft}
            />
            <div className={css.foot}>
              <span className={css.chosen}>
                {draftFrom && draftTo ? format.dateRange(draftFrom, draftTo) : t.chooseDates}
              </span>
              <Button
                disabled={!draftFrom || !draftTo}
                onClick={() => {
                  if (!draftFrom || !draftTo) return;
                  setRange({ from: draftFrom, to: draftTo });
                  setOpened(false);
                }}
              >
                {t.applyRange}
              </Button>
            </div>
          </div>
        </Popover.Dropdown>
      </Popover>
      {typeof range !== 'string' && (
        <ActionIcon size="sm" aria-label={t.takeRangeOff} title={t.takeRangeOff} onClick={() => setRange(defaultRange)}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}
