import { Button } from '@mantine/core';
import { useState } from 'react';
import { weekdays } from '../../../../shared/domain/shift-calendar.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import { useFormat, useLanguage, useText } from '../../../lib/language.tsx';
import { type Calendar, newCalendar, type Shift } from './calendar-edit.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import css from './shifts.module.css';
import { text } from './text.ts';
import { weekdayName } from './weekday-name.ts';

interface ShiftCalendarInputProps {
  profile: ImportProfile;
  onChange: (calendar: Calendar) => void;
}

/** By which calendar shifts are found where no column gives them; it is changed in place, and counts as far as it fits together. */
export function ShiftCalendarInput({ profile, onChange }: ShiftCalendarInputProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { shifts: calendar, fields } = profile;
  const unused = fields.shift ? t.columnGives : fields.startedAt ? null : t.startLacking;
  const open = () => {
    if (calendar.length === 0) onChange(newCalendar());
    setOpen(true);
  };
  const describe = ({ name, days, startsAt, endsAt }: Shift) => {
    const hours = `${name} ${startsAt}–${endsAt}`;
    if (days.length === weekdays.length) return hours;
    return `${hours} (${days.map((day) => weekdayName(day, language)).join(' ')})`;
  };
  return (
    <>
      <h3>{t.title}</h3>
      {calendar.length === 0 && <p className={css.quiet}>{t.off}</p>}
      {calendar.length > 0 && !isOpen && (
        <ul className={css.list}>
          {calendar.map(({ from, shifts }) => (
            <li key={from}>
              {t.since(format.date(from))}: {shifts.map(describe).join(', ')}
            </li>
          ))}
        </ul>
      )}
      {calendar.length > 0 && unused && <p className={css.quiet}>{unused}</p>}
      {isOpen && calendar.length > 0 ? (
        <CalendarEditor calendar={calendar} onChange={onChange} onClose={() => setOpen(false)} />
      ) : (
        <div className={css.buttons}>
          <Button variant="default" onClick={open}>
            {calendar.length === 0 ? t.setUp : t.change}
          </Button>
          {calendar.length > 0 && (
            <Button variant="default" onClick={() => onChange([])}>
              {t.withoutCalendar}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
