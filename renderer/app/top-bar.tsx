import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { commands } from '../../shared/commands/registry.ts';
import { useCommands } from '../commands/commands.tsx';
import { Keys } from '../commands/keys.tsx';
import { useText } from '../lib/language.tsx';
import { FilterChips } from './filter-chips.tsx';
import { RangePicker } from './range-picker.tsx';
import { text } from './text.ts';
import css from './top-bar.module.css';

interface TopBarProps {
  /** Whether range and filters apply to the screen that is shown. */
  scoped: boolean;
  menu: ReactNode;
}

/** The bar on top, the same on every screen: range, filters, palette, menu. */
export function TopBar({ scoped, menu }: TopBarProps) {
  const t = useText(text);
  const { run } = useCommands();
  return (
    <header className={css.bar}>
      <div className={css.scope}>
        {scoped && (
          <>
            <RangePicker />
            <FilterChips />
          </>
        )}
      </div>
      <UnstyledButton className={css.palette} onClick={() => run('view.palette')}>
        <IconSearch size={14} aria-hidden />
        <span className={css.paletteWords}>{t.palette}</span>
        <Keys shortcut={commands['view.palette'].key} />
      </UnstyledButton>
      <ActionIcon className={css.paletteSmall} aria-label={t.palette} size="lg" onClick={() => run('view.palette')}>
        <IconSearch size={18} />
      </ActionIcon>
      {menu}
    </header>
  );
}
