import { type MantineColorScheme, Select, type SelectProps, useMantineColorScheme } from '@mantine/core';
import { type Language, languages } from '../../../shared/text/labels.ts';
import { firstWeekday, weekdayNamer } from '../../lib/first-weekday.ts';
import { createFormat } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/language.tsx';
import { type FirstDay, firstDays, localeOf, type RegionChoice, regionsOf } from '../../lib/region.ts';
import type { PersonalName } from './personal.ts';
import css from './settings-dialog.module.css';
import { useStartPageChoice } from './start-page-choice.ts';
import { text } from './text.ts';

const SYSTEM = 'system';
const nameOfLanguage: Record<Language, string> = { en: 'English', ko: '한국어' };
const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];
const aMonday = Date.UTC(2024, 0, 1);
const dayNumbers: Record<FirstDay, number> = { mon: 0, sat: 5, sun: 6 };

/** What holds for this window alone, from the moment it is chosen. */
export function PersonalSettings({ names }: { names: readonly PersonalName[] }) {
  const t = useText(text);
  const { language, setLanguage, region, setRegion } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const wording = localeOf(language, region, navigator.languages);
  const dayName = new Intl.DateTimeFormat(wording, { weekday: 'long', timeZone: 'UTC' });
  const nameOfDay = (day: FirstDay) => dayName.format(aMonday + dayNumbers[day] * 86_400_000);
  const usualDay = firstWeekday(localeOf(language, { ...region, firstDay: null }, navigator.languages));
  const shortDay = weekdayNamer(wording);
  const { choose: chooseStart, ...start } = useStartPageChoice();
  const choices: Record<PersonalName, Pick<SelectProps, 'data'> & { value: string }> = {
    startPage: start,
    language: { data: languages.map((value) => ({ value, label: nameOfLanguage[value] })), value: language },
    appearance: { data: schemes.map((value) => ({ value, label: t.schemes[value] })), value: colorScheme },
    region: {
      data: [
        { value: SYSTEM, label: t.asSystem(exampleOf(language, { region: null, firstDay: null })) },
        ...regionsOf(language).map((value) => ({
          value,
          label: `${nameOfRegion(value, language)}: ${exampleOf(language, { region: value, firstDay: null })}`,
        })),
      ],
      value: region.region ?? SYSTEM,
    },
    firstDay: {
      data: [
        { value: SYSTEM, label: t.asRegion(shortDay(`2024-01-0${usualDay}`)) },
        ...firstDays.map((value) => ({ value, label: nameOfDay(value) })),
      ],
      value: region.firstDay ?? SYSTEM,
    },
  };
  const choose: Record<PersonalName, (value: string | null) => void> = {
    startPage: chooseStart,
    language: (value) => setLanguage(languages.find((each) => each === value) ?? language),
    appearance: (value) => setColorScheme(schemes.find((each) => each === value) ?? 'auto'),
    region: (value) => setRegion({ ...region, region: value === SYSTEM ? null : value }),
    firstDay: (value) => setRegion({ ...region, firstDay: firstDays.find((each) => each === value) ?? null }),
  };
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t.personalGroup}</legend>
      {names.map((name) => (
        <Select
          key={name}
          classNames={{ root: css.personal, description: css.words, wrapper: css.input }}
          label={t.personal[name].label}
          description={t.personal[name].words}
          allowDeselect={false}
          {...choices[name]}
          onChange={choose[name]}
        />
      ))}
    </fieldset>
  );
}

/** A date and a number as they are written there, which says more than a name. */
function exampleOf(language: Language, choice: RegionChoice): string {
  const format = createFormat(localeOf(language, choice, navigator.languages));
  return `${format.date('2024-03-31')}, ${format.number(1234.5, 1)}`;
}

function nameOfRegion(region: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(region) ?? region;
}
