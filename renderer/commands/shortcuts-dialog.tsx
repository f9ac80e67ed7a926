import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { MenuName } from '../../shared/commands/registry.ts';
import { usePlatform } from '../lib/connection.tsx';
import { useLabels, useLanguage, useText } from '../lib/language.tsx';
import { useCommand } from './commands.tsx';
import { Keys } from './keys.tsx';
import { type SheetGroup, sheetOf } from './sheet.ts';
import css from './shortcuts-dialog.module.css';
import { text } from './text.ts';

/** The sheet of all keys, made from the registry and from what charts and grids do, with a search over it. */
export function ShortcutsDialog() {
  const t = useText(text);
  const labels = useLabels();
  const { language } = useLanguage();
  const isDesktop = usePlatform().kind === 'desktop';
  const [opened, setOpened] = useState(false);
  const [sought, setSought] = useState('');
  useCommand('help.shortcuts', () => {
    setSought('');
    setOpened(true);
  });
  const nameOf = ({ of }: SheetGroup) =>
    of === 'grid' || of === 'chart' ? t.gestures[of] : labels.menus[of as MenuName];
  const groups = opened ? sheetOf(sought, isDesktop) : [];
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title={labels.commands['help.shortcuts']} size={520}>
      <TextInput
        data-autofocus
        type="search"
        aria-label={t.searchKeys}
        placeholder={t.searchKeys}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <div className={css.sheet} tabIndex={0}>
        {groups.map((group) => (
          <section key={group.of} aria-label={nameOf(group)}>
            <h3 className={css.group}>{nameOf(group)}</h3>
            <dl className={css.list}>
              {group.lines.map((line) => (
                <div key={line.key} className={css.row}>
                  <dt>{'command' in line ? labels.commands[line.command] : line.words[language]}</dt>
                  <dd className={css.keys}>
                    <Keys shortcut={line.key.replace('Arrows', t.arrows)} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className={css.nothing} role="status">
          {groups.length === 0 && t.noKey}
        </p>
      </div>
    </Modal>
  );
}
