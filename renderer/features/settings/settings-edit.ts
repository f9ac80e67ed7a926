import {
  type SettingName,
  type Settings,
  settingDefinitions,
  settingNames,
} from '../../../shared/contract/settings.ts';
import type { Format } from '../../lib/format.ts';
import type { SettingsText } from './text.ts';

/** Settings as they stand in their inputs: null where one is empty. */
export type EditedSettings = Record<SettingName, number | null>;

/** What is to be saved: those that differ from what holds; null while an input is empty. */
export function changesOf(edited: EditedSettings, settings: Settings): Partial<Settings> | null {
  const changes: Partial<Settings> = {};
  for (const name of settingNames) {
    const value = edited[name];
    if (value === null) return null;
    if (value !== settings[name]) changes[name] = value;
  }
  return changes;
}

/** What may stand in the input of a setting, in words: its default, what 0 stands for, its bounds. */
export function rangeWords(name: SettingName, text: SettingsText, format: Format): string {
  const { byDefault, least, most, zero } = { zero: undefined, ...settingDefinitions[name] };
  const upTo = format.number(most);
  return [
    text.byDefault(format.number(byDefault)),
    ...(zero === undefined ? [text.bounds(format.number(least), upTo)] : [text.zero[zero], text.most(upTo)]),
  ].join(' · ');
}
