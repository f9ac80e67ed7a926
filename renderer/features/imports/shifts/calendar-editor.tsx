import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayFromParts, isoFromDay } from '../../../../shared/domain/day.ts';
import { calendarProblems, weekdays } from '../../../../shared/domain/shift-calendar.ts';
import { useLanguage, useText } from '../../../lib/language.tsx';
import { type Calendar, type Shift, tidied, type Version, withEntry, withShift, withVersion } from './calendar-edit.ts';
import css from './shifts.module.css';
import { text } from './text.ts';
import { weekdayName } from './weekday-name.ts';

interface CalendarEditorProps {
  calendar: Calendar;
  onChange: (calendar: Calendar) => void;
  onClose: () => void;
}

/** Versions of the shifts, which count as soon as they fit together; until then those before, which is said. */
export function CalendarEditor({ calendar, onChange, onClose }: CalendarEditorProps) {
  const t = useText(text);
  const [draft, setDraft] = useState(calendar);
  const [problem] = calendarProblems(draft);
  const edit = (next: Calendar) => {
    setDraft(next);
    if (calendarProblems(next).length === 0) onChange(tidied(next));
  };
  return (
    <div className={css.editor}>
      <p className={css.quiet}>{t.hint}</p>
      {[...draft.entries()].map(([at, version]) => (
        <VersionInput
          key={at}
          version={version}
          title={t.version(at + 1)}
          isOnly={draft.length === 1}
          onChange={(next) => edit(withEntry(draft, at, next))}
        />
      ))}
      <p role="status" className={css.bad}>
        {problem && `${t.problem(problem, problem.version + 1)} ${t.untilThen}`}
      </p>
      <div className={css.buttons}>
        <Button variant="default" onClick={() => edit(withVersion(draft, today()))}>
          {t.addVersion}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </div>
  );
}

/** Today's date on this computer's clock. */
function today(): string {
  const now = new Date();
  return isoFromDay(dayFromParts(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0);
}

interface VersionInputProps {
  version: Version;
  title: string;
  isOnly: boolean;
  /** Null removes it. */
  onChange: (version: Version | null) => void;
}

function VersionInput({ version, title, isOnly, onChange }: VersionInputProps) {
  const t = useText(text);
  return (
    <fieldset className={css.version}>
      <legend>{title}</legend>
      <TextInput
        type="date"
        label={t.from}
        value={version.from}
        onChange={(event) => onChange({ ...version, from: event.currentTarget.value })}
      />
      {[...version.shifts.entries()].map(([at, shift]) => (
        <ShiftInput
          key={at}
          shift={shift}
          onChange={(next) => onChange({ ...version, shifts: withEntry(version.shifts, at, next) })}
        />
      ))}
      <div className={css.buttons}>
        <Button variant="default" size="compact-xs" onClick={() => onChange(withShift(version))}>
          {t.addShift}
        </Button>
        {!isOnly && (
          <Button variant="default" size="compact-xs" onClick={() => onChange(null)}>
            {t.removeVersion}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function ShiftInput({ shift, onChange }: { shift: Shift; onChange: (shift: Shift | null) => void }) {
  const t = useText(text);
  const { language } = useLanguage();
  return (
    <div className={css.shift}>
      <div className={css.named}>
        <TextInput
          label={t.name}
          maxLength={100}
          value={shift.name}
          onChange={(event) => onChange({ ...shift, name: event.currentTarget.value })}
        />
        <Button variant="default" aria-label={t.removeShift(shift.name)} onClick={() => onChange(null)}>
          {t.remove}
        </Button>
      </div>
      <div className={css.times}>
        <TextInput
          type="time"
          label={t.starts}
          value={shift.startsAt}
          onChange={(event) => onChange({ ...shift, startsAt: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t.ends}
          value={shift.endsAt}
          onChange={(event) => onChange({ ...shift, endsAt: event.currentTarget.value })}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset is read out twice */}
      <div role="group" aria-label={t.days(shift.name)} className={css.days}>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            size="xs"
            label={weekdayName(day, language)}
            checked={shift.days.includes(day)}
            onChange={(event) => {
              const others = shift.days.filter((each) => each !== day);
              onChange({ ...shift, days: event.currentTarget.checked ? [...others, day] : others });
            }}
          />
        ))}
      </div>
    </div>
  );
}
