import { Modal } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { commandIds } from '../../shared/commands/registry.ts';
import { readScope, withFilter, writeScope } from '../../shared/questions/scope-url.ts';
import { useText } from '../lib/language.tsx';
import { formatHash, parseHash } from '../lib/router.tsx';
import { addressOfDashboard } from '../lib/use-dashboards.ts';
import { addressOf, useSavedViews } from '../lib/use-saved-views.ts';
import { useCommand, useCommands } from './commands.tsx';
import css from './palette.module.css';
import type { Entry } from './palette-groups.ts';
import { PaletteSearch } from './palette-search.tsx';
import type { FoundField } from './recent.ts';
import { text } from './text.ts';

interface PaletteProps {
  /** Whether filters apply to the screen that is shown. */
  isScoped: boolean;
  /** Where a filter is looked at from a screen to which none applies. */
  filteredScreen: string;
  /** Where a lot's story is told. */
  lotScreen: string;
}

/** Every command that can be run now, every item, line, lot, dashboard and saved view, found by name. */
export function Palette({ isScoped, filteredScreen, lotScreen }: PaletteProps) {
  const t = useText(text);
  const { run } = useCommands();
  const views = useSavedViews().data ?? [];
  const [opened, setOpened] = useState(false);
  useCommand('view.palette', () => setOpened((now) => !now));
  const filterBy = (field: FoundField, value: string) => {
    const { screen, params } = parseHash(window.location.hash);
    const scope = readScope(params);
    const filtered = writeScope({ ...scope, filters: withFilter(scope.filters, field, value) }, params);
    window.location.hash = formatHash(isScoped ? screen : filteredScreen, filtered);
  };
  const take = ({ kind, name }: Entry) => {
    if (kind === 'command') {
      const id = commandIds.find((each) => each === name);
      if (id) run(id);
    } else if (kind === 'view') {
      const view = views.find((each) => each.name === name);
      if (view) window.location.hash = addressOf(view);
    } else if (kind === 'lot') {
      const { params } = parseHash(window.location.hash);
      params.set('lot', name);
      window.location.hash = formatHash(lotScreen, params);
    } else if (kind === 'dashboard') {
      window.location.hash = addressOfDashboard(name);
    } else {
      filterBy(kind, name);
    }
  };
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
      <Modal.Content aria-label={t.search}>
        <PaletteSearch
          onChoose={(entry) => {
            // Gone before the command runs, which may want the focus for itself.
            flushSync(() => setOpened(false));
            take(entry);
          }}
        />
      </Modal.Content>
    </Modal.Root>
  );
}
