import { type SettingName, settingDefinitions, settingNames } from '../../../shared/contract/settings.ts';
import type { SettingsText } from './text.ts';

/** The settings whose label, words, group or unit hold every word that is sought, in their own order; all when none is. */
export function findSettings(sought: string, text: SettingsText): SettingName[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  return settingNames.filter((name) => {
    const { group, unit } = settingDefinitions[name];
    const setting = text.settings[name];
    const all = `${setting.label} ${setting.words} ${text.groups[group]} ${text.units[unit]}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
