/** The part of a keyboard event that a shortcut looks at. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Whether a key press is the shortcut ('Mod+Shift+L', 'Alt+1', '/'); Mod is Cmd on a Mac and Ctrl elsewhere. */
export function matchesShortcut(shortcut: string, press: KeyPress, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (otherMod || mod !== parts.includes('Mod') || press.altKey !== parts.includes('Alt')) return false;
  // '?' and '/' need Shift on some keyboards and not on others: the character alone decides.
  if (isCharacter(key)) return press.key === key;
  if (press.shiftKey !== parts.includes('Shift')) return false;
  return press.key.toUpperCase() === key || press.code === `Key${key}` || press.code === `Digit${key}`;
}

/** True for shortcuts that are typed text, which must not fire while a person writes. */
export function isTyping(shortcut: string): boolean {
  return !shortcut.includes('+');
}

/** A shortcut as the keyboard names it: '⌘ K' on a Mac, 'Ctrl K' elsewhere. */
export function shortcutKeys(shortcut: string, isMac: boolean): string[] {
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };
  return shortcut.split('+').map((part) => names[part] ?? part);
}

function isCharacter(key: string): boolean {
  return !/^[A-Z0-9]$/.test(key);
}
