import { ActionIcon, Menu } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import { type CommandDefinition, commands, menuNames, menus } from '../../shared/commands/registry.ts';
import { usePlatform } from '../lib/connection.tsx';
import { useLabels, useText } from '../lib/language.tsx';
import { useCommands } from './commands.tsx';
import { Keys } from './keys.tsx';
import css from './menu.module.css';
import { text } from './text.ts';

/** The menu bar of the program as one menu; what cannot be run now is there, but disabled. */
export function CommandMenu() {
  const t = useText(text);
  const labels = useLabels();
  const { run, canRun } = useCommands();
  const isDesktop = usePlatform().kind === 'desktop';
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={320}>
      <Menu.Target>
        <ActionIcon aria-label={t.menu} size="lg">
          <IconMenu2 size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={css.dropdown}>
        {menuNames.map((menu, index) => (
          <Fragment key={menu}>
            {index > 0 && <Menu.Divider />}
            <Menu.Label>{labels.menus[menu]}</Menu.Label>
            {menus[menu].map((id) => {
              if (id === null) return null;
              const { key, when }: CommandDefinition = commands[id];
              if (when === 'desktopOnly' && !isDesktop) return null;
              return (
                <Menu.Item
                  key={id}
                  disabled={!canRun(id)}
                  rightSection={key && <Keys shortcut={key} />}
                  onClick={() => run(id)}
                >
                  {labels.commands[id]}
                </Menu.Item>
              );
            })}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
