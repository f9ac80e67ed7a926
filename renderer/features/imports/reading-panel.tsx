import { Autocomplete, Select, TagsInput, TextInput } from '@mantine/core';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { useLanguage, useText } from '../../lib/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import css from './imports.module.css';
import { KeyInput } from './key-input.tsx';
import { monthLanguages } from './month-languages.ts';
import type { ProfileChange } from './profile-edit.ts';
import { ShiftCalendarInput } from './shifts/shift-calendar-input.tsx';
import { text } from './text.ts';

const dateFormats = [
  'YYYY-MM-DD',
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DDTHH:mm:ssZ',
  'YYYY/MM/DD',
  'YYYY. M. D.',
  'YYYYMMDD',
  'D.M.YYYY',
  'D/M/YYYY',
  'M/D/YYYY',
  'M/D/YY',
  'D MMM YYYY',
  'MMM YYYY',
];
const dayRules = ['start', 'end', 'calendar'] as const;

interface ReadingPanelProps {
  profile: ImportProfile;
  /** The settings are those of an earlier import, not guessed. */
  remembered: boolean;
  /** It stands below the mapping rather than beside it. */
  isAlone?: boolean;
  onChange: (change: ProfileChange) => void;
}

/** How text becomes cells, numbers and dates, and how the plant counts its days. */
export function ReadingPanel({ profile, remembered, onChange, isAlone = false }: ReadingPanelProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const read = (setting: Extract<ProfileChange, { type: 'read' }>['setting']) => (value: string | null) => {
    if (value !== null) onChange({ type: 'read', setting, value });
  };
  const options = (labels: Record<string, string>, current: string) =>
    Object.entries(current in labels ? labels : { ...labels, [current]: current }).map(([value, label]) => ({
      // A select takes an empty value for none, so that 'no mark' needs a name.
      value: value === '' ? 'none' : value,
      label,
    }));
  return (
    <Panel title={t.readTitle} subtitle={remembered ? t.readRemembered : t.readHint} columns={isAlone ? 12 : 4}>
      <div className={css.settings}>
        <div className={css.stack}>
          <div className={css.pair}>
            <Select
              label={t.decimalMark}
              allowDeselect={false}
              data={options(t.decimalMarks, profile.decimalMark)}
              value={profile.decimalMark}
              onChange={read('decimalMark')}
            />
            <Select
              label={t.thousandsMark}
              allowDeselect={false}
              data={options(t.thousandsMarks, profile.thousandsMark)}
              value={profile.thousandsMark === '' ? 'none' : profile.thousandsMark}
              onChange={(value) => read('thousandsMark')(value === 'none' ? '' : value)}
            />
          </div>
          <DateFormatInput profile={profile} onChange={read('dateFormat')} />
          {profile.dateFormat.includes('MMM') && (
            <Select
              label={t.monthNames}
              allowDeselect={false}
              searchable
              data={monthLanguages(language, profile.monthNames)}
              value={profile.monthNames}
              onChange={read('monthNames')}
            />
          )}
          <TagsInput
            size="xs"
            label={t.nulls}
            description={t.nullsHint}
            value={profile.nulls}
            onChange={(nulls) => onChange({ type: 'nulls', nulls })}
          />
        </div>
        <div className={css.part}>
          <h3>{t.dayTitle}</h3>
          <div className={css.pair}>
            <TextInput
              type="time"
              label={t.dayStartsAt}
              value={profile.day.startsAt}
              onChange={(event) => {
                const startsAt = event.currentTarget.value;
                if (startsAt) onChange({ type: 'day', day: { startsAt } });
              }}
            />
            <Select
              label={t.timeZone}
              placeholder={t.timeZoneHint}
              searchable
              clearable
              limit={100}
              data={Intl.supportedValuesOf('timeZone')}
              value={profile.day.timeZone ?? null}
              onChange={(value) => onChange({ type: 'day', day: { timeZone: value ?? '' } })}
            />
          </div>
          <Select
            label={t.dayBelongsTo}
            allowDeselect={false}
            data={dayRules.map((value) => ({ value, label: t.dayRules[value] }))}
            value={profile.day.belongsTo}
            onChange={(value) => {
              const belongsTo = dayRules.find((rule) => rule === value);
              if (belongsTo) onChange({ type: 'day', day: { belongsTo } });
            }}
          />
          {!profile.fields.startedAt && <p className={css.small}>{t.dayUnused}</p>}
        </div>
        <div className={css.part}>
          <ShiftCalendarInput profile={profile} onChange={(shifts) => onChange({ type: 'shifts', shifts })} />
        </div>
        <KeyInput profile={profile} onChange={onChange} />
      </div>
    </Panel>
  );
}

/** Formats seen often as a list; any other can be typed. */
function DateFormatInput({ profile, onChange }: { profile: ImportProfile; onChange: (value: string) => void }) {
  const t = useText(text);
  return (
    <Autocomplete
      size="xs"
      label={t.dateFormat}
      description={t.dateFormatHint}
      data={dateFormats}
      filter={({ options }) => options}
      maxLength={60}
      value={profile.dateFormat}
      onChange={(value) => value !== '' && onChange(value)}
    />
  );
}
