import { NumberInput } from '@mantine/core';
import { type SettingName, settingDefinitions } from '../../../shared/contract/settings.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import css from './settings-dialog.module.css';
import { rangeWords } from './settings-edit.ts';
import { text } from './text.ts';

interface SettingInputProps {
  name: SettingName;
  value: number | null;
  /** What another window changed it to while it was typed into; null where none did. */
  meanwhile: number | null;
  onChange: (value: number | null) => void;
}

/** One setting: what it does at the left, its number and unit at the right. */
export function SettingInput({ name, value, meanwhile, onChange }: SettingInputProps) {
  const t = useText(text);
  const format = useFormat();
  const { least, most, unit } = settingDefinitions[name];
  const { label, words } = t.settings[name];
  return (
    <NumberInput
      classNames={{ root: css.setting, description: css.words, wrapper: css.input, section: css.unit }}
      label={label}
      description={
        <>
          {words} <span className={css.range}>{rangeWords(name, t, format)}</span>
        </>
      }
      error={meanwhile === null ? undefined : t.changedMeanwhile(format.number(meanwhile))}
      min={least}
      max={most}
      allowDecimal={false}
      clampBehavior="strict"
      hideControls
      rightSection={t.units[unit]}
      rightSectionWidth={86}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}
