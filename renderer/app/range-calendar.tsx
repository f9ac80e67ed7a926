import { Button, TextInput } from '@mantine/core';
import { DatePicker, type DayOfWeek } from '@mantine/dates';
import 'dayjs/locale/ko';
import { type FormEvent, useId, useState } from 'react';
import { dayFromIso, isoFromDay } from '../../shared/domain/day.ts';
import { addMonths, type DateRange } from '../../shared/domain/range.ts';
import { daysOfTyped, typedRange } from '../../shared/domain/typed-range.ts';
import { firstWeekday } from '../lib/first-weekday.ts';
import { useFormat, useLanguage, useText } from '../lib/language.tsx';
import css from './range-picker.module.css';
import { text } from './text.ts';

interface RangeCalendarProps {
  /** The dates that are shown now. */
  shown: DateRange;
  /** First and last production date of the store. */
  bounds: DateRange | null;
  onApply: (range: DateRange) => void;
}

/** Two months to choose dates from, and two inputs to type them, which are the same choice. */
export function RangeCalendar({ shown, bounds, onApply }: RangeCalendarProps) {
  const t = useText(text);
  const format = useFormat();
  const { language } = useLanguage();
  const [typed, setTyped] = useState<readonly [string, string]>([shown.from, shown.to]);
  const [month, setMonth] = useState(monthBefore(shown.to));
  const hintId = useId();
  const [first, last] = typed;
  const range = typedRange(first, last);
  const type = (next: readonly [string, string]) => {
    setTyped(next);
    const meant = typedRange(...next);
    if (meant) setMonth(monthBefore(meant.to));
  };
  const inputs = [
    { end: 'first', label: t.firstDay, words: first, onType: (words: string) => type([words, last]) },
    { end: 'last', label: t.lastDay, words: last, onType: (words: string) => type([first, words]) },
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (range) onApply(range);
  };
  const isNoDate = (words: string) => words.trim() !== '' && daysOfTyped(words) === null;
  const dayLabel = (iso: string) => t.day(Number(iso.slice(8)), format.date(iso));
  return (
    <form className={css.calendar} onSubmit={submit}>
      <DatePicker
        type="range"
        size="xs"
        allowSingleDateInRange
        ariaLabels={t.calendar}
        locale={language}
        firstDayOfWeek={(firstWeekday(format.locale) % 7) as DayOfWeek}
        date={month}
        onDateChange={setMonth}
        weekendDays={[]}
        getDayAriaLabel={(day) => dayLabel(String(day).slice(0, 10))}
        monthLabelFormat={(each) => format.period(String(each).slice(0, 7), 'month')}
        numberOfColumns={2}
        columnsToScroll={1}
        minDate={bounds?.from}
        maxDate={bounds?.to}
        value={range && last.trim() !== '' ? [range.from, range.to] : [daysOfTyped(first)?.from ?? null, null]}
        onChange={([from, to]) => setTyped([from ?? '', to ?? ''])}
      />
      <div className={css.foot}>
        {inputs.map(({ end, label, words, onType }) => (
          <TextInput
            // Not by its label: it would lose the focus with another language.
            key={end}
            className={css.typed}
            aria-label={label}
            aria-describedby={hintId}
            placeholder={label}
            autoComplete="off"
            error={isNoDate(words)}
            value={words}
            onChange={(event) => onType(event.currentTarget.value)}
          />
        ))}
        <Button type="submit" disabled={!range}>
          {t.applyRange}
        </Button>
      </div>
      <p id={hintId} className={css.chosen} role="status">
        {range ? format.dateRange(range.from, range.to) : t.chooseDates}
      </p>
    </form>
  );
}

/** The calendar opens with the last month of the range at its right. */
function monthBefore(iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? iso : isoFromDay(addMonths(day, -1));
}
