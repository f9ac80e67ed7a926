import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { commands } from '../../shared/commands/registry.ts';
import { useCommands } from '../commands/commands.tsx';
import { Keys } from '../commands/keys.tsx';
import { useText } from '../lib/language.tsx';
import { FilterChips } from './filter-chips.tsx';
import { RangePicker } from './range-picker.tsx';
import { text } from './text.ts';
import css from './top-bar.module.css';

interface TopBarProps {
  /** Whether range and filters apply to the screen that is shown, wait for one of the others, or have nothing to choose. */
  scope: 'applies' | 'waits' | 'none';
  /** The saved views. */
  views: ReactNode;
  menu: ReactNode;
}

/** The bar on top, the same on every screen: range, filters, palette, menu. */
export function TopBar({ scope, views, menu }: TopBarProps) {
  const t = useText(text);
  const { run } = useCommands();
  const noteId = useId();
  return (
    <header className={css.bar}>
      {scope === 'none' ? (
        <div className={css.scope} />
      ) : (
        <fieldset className={css.scope} disabled={scope === 'waits'} aria-label={t.scope} aria-describedby={noteId}>
          <RangePicker />
          <FilterChips />
          {scope === 'waits' && (
            <p id={noteId} className={css.note} title={t.scopeWaits}>
              {t.scopeWaits}
            </p>
          )}
        </fieldset>
      )}
      <UnstyledButton className={css.palette} onClick={() => run('view.palette')}>
        <IconSearch size={14} aria-hidden />
        <span className={css.paletteWords}>{t.palette}</span>
        <Keys shortcut={commands['view.palette'].key} />
      </UnstyledButton>
      <ActionIcon className={css.paletteSmall} aria-label={t.palette} size="lg" onClick={() => run('view.palette')}>
        <IconSearch size={18} />
      </ActionIcon>
      {views}
      {menu}
    </header>
  );
}
