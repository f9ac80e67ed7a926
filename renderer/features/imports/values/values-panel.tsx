import { Autocomplete, Checkbox, CloseButton, Select, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Preview } from '../../../../shared/contract/schemas.ts';
import { type ColumnReading, mergedMeanings, readingOfColumn } from '../../../../shared/import/columns.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import { clockUnits, EACH_ITS_OWN, unitKinds } from '../../../../shared/import/units.ts';
import { useLanguage, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import css from '../imports.module.css';
import { monthLanguages } from '../month-languages.ts';
import { text as importsText } from '../text.ts';
import { useColumnNames } from '../use-column-names.ts';
import { withColumn } from './answers.ts';
import { text } from './text.ts';

const units = [...Object.values(unitKinds).flatMap((kind) => Object.keys(kind)), ...clockUnits, EACH_ITS_OWN];

const NO_MARK = 'none';

type TimesOn = ImportProfile['dates']['timesOn'];

interface ValuesPanelProps {
  profile: ImportProfile;
  columns: Preview['columns'];
  onProfile: (profile: ImportProfile) => void;
}

/** How single columns are written, and what dates need that stand in no column; in view only where a file has such. */
export function ValuesPanel({ profile, columns, onProfile }: ValuesPanelProps) {
  const t = useText(text);
  const { options } = useColumnNames();
  const [opened, setOpened] = useState<string[]>([]);
  const names = columns.map(({ name }) => name);
  const shown = names.filter((name) => opened.includes(name) || Object.hasOwn(profile.columns, name));
  const setDates = (made: { [Name in keyof ImportProfile['dates']]?: ImportProfile['dates'][Name] | undefined }) => {
    const dates = Object.fromEntries(
      Object.entries({ ...profile.dates, ...made }).filter(([, value]) => value !== undefined && value !== ''),
    );
    onProfile({ ...profile, dates });
  };
  return (
    <Panel title={t.columnsTitle}>
      <div className={css.settings}>
        <div className={css.stack}>
          <TextInput
            label={t.fileNameDate}
            description={t.fileNameDateHint}
            value={profile.dates.inFileName ?? ''}
            onChange={(event) => setDates({ inFileName: event.currentTarget.value })}
          />
          <Select
            label={t.writtenIn}
            placeholder={t.writtenInHint}
            searchable
            clearable
            limit={100}
            data={Intl.supportedValuesOf('timeZone')}
            value={profile.dates.writtenIn ?? null}
            onChange={(value) => setDates({ writtenIn: value ?? undefined })}
          />
          <Select
            label={t.timesBeside}
            placeholder={t.timesBesideUnsaid}
            clearable
            data={Object.entries(t.timesOn).map(([value, label]) => ({ value, label }))}
            value={profile.dates.timesOn ?? null}
            onChange={(value) => setDates({ timesOn: (value ?? undefined) as TimesOn })}
          />
          <Checkbox
            size="xs"
            label={t.timesRunOn}
            description={t.timesRunOnHint}
            checked={profile.dates.timesRunOn === true}
            onChange={(event) => setDates({ timesRunOn: event.currentTarget.checked ? true : undefined })}
          />
          <Checkbox
            size="xs"
            label={t.runIs.startToEnd}
            description={t.runIsHint}
            checked={profile.dates.runIs !== undefined}
            onChange={(event) => setDates({ runIs: event.currentTarget.checked ? 'startToEnd' : undefined })}
          />
        </div>
        {shown.map((name) => (
          <OwnReading
            key={name}
            name={name}
            profile={profile}
            onProfile={onProfile}
            onClose={() => {
              const { [name]: _, ...others } = profile.columns;
              setOpened(opened.filter((each) => each !== name));
              onProfile({ ...profile, columns: others });
            }}
          />
        ))}
        <Select
          label={t.another}
          placeholder={t.anotherHint}
          searchable
          data={options(names.filter((name) => !shown.includes(name)))}
          value={null}
          onChange={(name) => name !== null && setOpened([...opened, name])}
        />
      </div>
    </Panel>
  );
}

interface OwnReadingProps {
  name: string;
  profile: ImportProfile;
  onProfile: (profile: ImportProfile) => void;
  onClose: () => void;
}

function OwnReading({ name, profile, onProfile, onClose }: OwnReadingProps) {
  const t = useText(text);
  const { shown } = useColumnNames();
  const own = readingOfColumn(profile.columns, name);
  const say = (made: Parameters<typeof withColumn>[2]) => onProfile(withColumn(profile, name, made));
  return (
    <fieldset className={`${css.question} ${css.stack}`} aria-label={t.columnOf(shown(name))}>
      <div className={css.ownTitle}>
        <h3>{shown(name)}</h3>
        <CloseButton size="sm" aria-label={t.asRest(shown(name))} title={t.asRest(shown(name))} onClick={onClose} />
      </div>
      <Autocomplete
        size="xs"
        label={t.unit}
        description={t.unitHint}
        data={units}
        maxLength={30}
        value={own.unit ?? ''}
        onChange={(value) => say({ unit: value })}
      />
      <div className={css.pair}>
        <Select
          label={t.percentSign}
          placeholder={t.notSaid}
          clearable
          data={Object.entries(t.percent).map(([value, label]) => ({ value, label }))}
          value={own.percent ?? null}
          onChange={(value) => say({ percent: value ?? undefined })}
        />
        <TextInput
          label={t.dateFormat}
          placeholder={t.asFile}
          value={own.dateFormat ?? ''}
          onChange={(event) => say({ dateFormat: event.currentTarget.value })}
        />
      </div>
      <OwnMarks own={own} onSay={say} />
      <Select
        size="xs"
        label={t.mergedCells}
        placeholder={t.notSaid}
        clearable
        data={mergedMeanings.map((value) => ({ value, label: t.mergedCount[value] }))}
        value={own.merged ?? null}
        onChange={(value) => say({ merged: value ?? undefined })}
      />
      <TagsInput
        size="xs"
        label={t.alsoNothing}
        value={own.nulls ?? []}
        onChange={(values) => say({ nulls: values.length > 0 ? values : undefined })}
      />
    </fieldset>
  );
}

interface OwnMarksProps {
  own: ColumnReading;
  onSay: (made: Partial<Record<keyof ColumnReading, unknown>>) => void;
}

/** The marks in the numbers of a column, and the language of the months in its dates. */
function OwnMarks({ own, onSay }: OwnMarksProps) {
  const t = useText(text);
  const words = useText(importsText);
  const { language } = useLanguage();
  const options = (labels: Record<string, string>) =>
    // A select takes an empty value for none, so that 'no mark' needs a name.
    Object.entries(labels).map(([value, label]) => ({ value: value || NO_MARK, label }));
  return (
    <>
      <div className={css.pair}>
        <Select
          label={words.decimalMark}
          placeholder={t.asFile}
          clearable
          data={options(words.decimalMarks)}
          value={own.decimalMark ?? null}
          onChange={(value) => onSay({ decimalMark: value ?? undefined })}
        />
        <Select
          label={words.thousandsMark}
          placeholder={t.asFile}
          clearable
          data={options(words.thousandsMarks)}
          value={own.thousandsMark === '' ? NO_MARK : (own.thousandsMark ?? null)}
          onChange={(value) => onSay({ thousandsMark: value === NO_MARK ? '' : (value ?? undefined) })}
        />
      </div>
      {own.dateFormat?.includes('MMM') && (
        <Select
          label={words.monthNames}
          placeholder={t.asFile}
          clearable
          searchable
          data={monthLanguages(language, own.monthNames)}
          value={own.monthNames ?? null}
          onChange={(value) => onSay({ monthNames: value ?? undefined })}
        />
      )}
    </>
  );
}
