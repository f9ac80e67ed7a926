import { isMac } from './commands.tsx';
import css from './keys.module.css';
import { shortcutKeys } from './shortcut.ts';

/** A shortcut as key caps. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className={css.keys}>
      {shortcutKeys(shortcut, isMac).map((key) => (
        <kbd key={key} className={css.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
