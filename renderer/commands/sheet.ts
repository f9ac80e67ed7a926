import {
  type CommandDefinition,
  type CommandId,
  commands,
  type MenuName,
  menuNames,
  menus,
} from '../../shared/commands/registry.ts';
import { type Language, languages } from '../../shared/text/labels.ts';
import { hasWords, isFound } from './find-commands.ts';
import { type GestureKey, gestureKeys } from './gesture-keys.ts';

/** A part of the sheet of keys: those of a menu, or of what has the focus. */
export type SheetGroup =
  | { of: MenuName; lines: readonly { key: string; command: CommandId }[] }
  | { of: keyof typeof gestureKeys; lines: readonly GestureKey[] };

/** The keys of which every word that is sought is in what they do, in any language, or in the key itself; no group is empty. A browser has none of the desktop's own. */
export function sheetOf(sought: string, isDesktop: boolean): SheetGroup[] {
  const ofMenus = menuNames.map((menu): SheetGroup => {
    const lines = menus[menu].flatMap((id) => {
      if (id === null) return [];
      const { key, when }: CommandDefinition = commands[id];
      if (when === 'desktopOnly' && !isDesktop) return [];
      return key && (isFound(id, sought) || hasKey(key, sought)) ? [{ key, command: id }] : [];
    });
    return { of: menu, lines };
  });
  const ofGestures = (Object.keys(gestureKeys) as (keyof typeof gestureKeys)[]).map((of): SheetGroup => {
    const isSought = ({ key, words }: GestureKey) =>
      hasWords(languages.map((language: Language) => words[language]).join(' '), sought) || hasKey(key, sought);
    return { of, lines: gestureKeys[of].filter(isSought) };
  });
  return [...ofMenus, ...ofGestures].filter(({ lines }) => lines.length > 0);
}

/** 'ctrl k', as one may say it, is in 'Mod+K'. */
function hasKey(key: string, sought: string): boolean {
  return sought.trim() !== '' && hasWords(key.replace('Mod', 'Ctrl Cmd').replaceAll('+', ' '), sought);
}
