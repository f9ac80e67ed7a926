import { type SettingName, settingDefinitions, settingNames } from '../../../shared/contract/settings.ts';
import { languages } from '../../../shared/text/labels.ts';
import { type PersonalName, personalNames } from './personal.ts';
import { synonyms } from './synonyms.ts';
import { text } from './text.ts';

/**
 * The settings of the store of which every word that is sought is part, in their own order; all when none is. Sought is in their labels,
 * words, groups and units in any language, and among what else people call them.
 */
export function findSettings(sought: string): SettingName[] {
  return settingNames.filter((name) => {
    const { group, unit } = settingDefinitions[name];
    const words = languages.map((language) => {
      const { settings, groups, units } = text[language];
      return `${settings[name].label} ${settings[name].words} ${groups[group]} ${units[unit]}`;
    });
    return holds([...words, synonyms[name]], sought);
  });
}

/** The same for the settings of the window. */
export function findPersonal(sought: string): PersonalName[] {
  return personalNames.filter((name) => {
    const words = languages.map((language) => {
      const { personal, personalGroup } = text[language];
      return `${personal[name].label} ${personal[name].words} ${personalGroup}`;
    });
    return holds([...words, synonyms[name]], sought);
  });
}

function holds(texts: readonly string[], sought: string): boolean {
  const all = texts.join(' ').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
