import { Modal } from '@mantine/core';
import { useState } from 'react';
import { type CommandDefinition, commandIds, commands } from '../../shared/commands/registry.ts';
import { useLabels } from '../lib/language.tsx';
import { useCommand } from './commands.tsx';
import { Keys } from './keys.tsx';
import css from './shortcuts-dialog.module.css';

/** The list of all shortcuts, made from the registry. */
export function ShortcutsDialog() {
  const labels = useLabels();
  const [opened, setOpened] = useState(false);
  useCommand('help.shortcuts', () => setOpened(true));
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title={labels.commands['help.shortcuts']}>
      <dl className={css.list}>
        {commandIds.map((id) => {
          const { key }: CommandDefinition = commands[id];
          return key ? (
            <div key={id} className={css.row}>
              <dt>{labels.commands[id]}</dt>
              <dd className={css.keys}>
                <Keys shortcut={key} />
              </dd>
            </div>
          ) : null;
        })}
      </dl>
    </Modal>
  );
}
