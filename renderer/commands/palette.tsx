import { Modal } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../lib/language.tsx';
import { useCommand } from './commands.tsx';
import css from './palette.module.css';
import { PaletteSearch } from './palette-search.tsx';
import { text } from './text.ts';

/** Every command that can be run now, found by its words. */
export function Palette() {
  const t = useText(text);
  const [opened, setOpened] = useState(false);
  useCommand('view.palette', () => setOpened((now) => !now));
  return (
    <Modal.Root
      opened={opened}
      onClose={() => setOpened(false)}
      size={560}
      yOffset={80}
      // The search takes and gives back the focus itself, at once, so that no key is lost.
      trapFocus={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: css.palette }}
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content aria-label={t.searchCommands}>
        <PaletteSearch
          onRun={(run) => {
            // Gone before the command runs, which may want the focus for itself.
            flushSync(() => setOpened(false));
            run();
          }}
        />
      </Modal.Content>
    </Modal.Root>
  );
}
