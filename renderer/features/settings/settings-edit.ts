import {
  type SettingName,
  type Settings,
  settingDefinitions,
  settingNames,
} from '../../../shared/contract/settings.ts';
import type { Format } from '../../lib/format.ts';
import type { SettingsText } from './text.ts';

/** What was typed into the input of a setting, null where it is empty, and what held when that began. */
export interface Typed {
  value: number | null;
  over: number;
}

/** What was typed by name; a setting that nobody typed into is not of it, and follows what holds. */
export type TypedSettings = Partial<Record<SettingName, Typed>>;

/** Settings as they stand in their inputs: null where one is empty. */
export type EditedSettings = Record<SettingName, number | null>;

/** What stands in the inputs: what was typed, else what holds, also where that changed meanwhile. */
export function editedOf(typed: TypedSettings, settings: Settings): EditedSettings {
  return Object.fromEntries(
    settingNames.map((name) => [name, typed[name] === undefined ? settings[name] : typed[name].value]),
  ) as EditedSettings;
}

/** What is to be saved: what was typed and differs from what holds; null while an input is empty. */
export function changesOf(typed: TypedSettings, settings: Settings): Partial<Settings> | null {
  const changes: Partial<Settings> = {};
  for (const name of settingNames) {
    const value = typed[name]?.value;
    if (value === null) return null;
    if (value !== undefined && value !== settings[name]) changes[name] = value;
  }
  return changes;
}

/** What holds of a setting since another window changed it below what is typed here; null where none did, or to the same. */
export function changedMeanwhile(typed: Typed | undefined, now: number): number | null {
  return typed === undefined || now === typed.over || now === typed.value ? null : now;
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
